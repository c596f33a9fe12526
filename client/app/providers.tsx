import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Toaster } from 'sonner'
import { LanguageRoom } from './language.tsx'

export function Providers({ children }: { readonly children: ReactNode }) {
  const [queries] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: 1, staleTime: 5_000 } } }))
  return (
    <QueryClientProvider client={queries}>
      <LanguageRoom>
        {children}
        <Toaster position="bottom-center" offset={88} toastOptions={{ className: 'toast inv' }} />
      </LanguageRoom>
    </QueryClientProvider>
  )
}
