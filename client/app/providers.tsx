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

/** A region with a name in one's language; beside those of the page around them, notices in a frame have one of their own. */
function Toasts() {
  const intl = useIntl()
  return (
    <Toaster
      position="bottom-center"
      offset={104}
      mobileOffset={{ bottom: 104 }}
      containerAriaLabel={intl.formatMessage({ id: lookingAs === null ? 'toasts' : 'as.notices' })}
      toastOptions={{ className: 'toast inv' }}
    />
  )
}
