import type { ReactNode } from 'react'
import { useIntl } from 'react-intl'
import { Toaster } from 'sonner'
import { lookingAs } from '../net/looking.ts'
import { LanguageRoom } from './language.tsx'

export function Providers({ children }: { readonly children: ReactNode }) {
  return (
    <LanguageRoom>
      {children}
      <Toasts />
    </LanguageRoom>
  )
}

/** Beside those of the page around them, notices in a frame have a name of their own. */
function Toasts() {
  const intl = useIntl()
  const framed = lookingAs === null ? {} : { containerAriaLabel: intl.formatMessage({ id: 'as.notices' }) }
  return (
    <Toaster position="bottom-center" offset={104} mobileOffset={{ bottom: 104 }} toastOptions={{ className: 'toast inv' }} {...framed} />
  )
}
