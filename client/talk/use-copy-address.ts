import { useCallback } from 'react'
import { useIntl } from 'react-intl'
import { toast } from 'sonner'

/** Puts an address of this site where it can be pasted; says so, or shows it where the browser does not allow it. */
export function useCopyAddress(): (path: string) => void {
  const intl = useIntl()
  return useCallback(
    (path) => {
      const address = new URL(path, window.location.origin).href
      const copied = navigator.clipboard?.writeText(address) ?? Promise.reject(new Error('no clipboard'))
      copied.then(
        () => toast(intl.formatMessage({ id: 'talk.copied' })),
        () => toast(address, { duration: 20_000 }),
      )
    },
    [intl],
  )
}
