import type { ReactNode } from 'react'
import { Toaster } from 'sonner'
import { LanguageRoom } from './language.tsx'

export function Providers({ children }: { readonly children: ReactNode }) {
  return (
    <LanguageRoom>
      {children}
      <Toaster position="bottom-center" offset={104} mobileOffset={{ bottom: 104 }} toastOptions={{ className: 'toast inv' }} />
    </LanguageRoom>
  )
}
