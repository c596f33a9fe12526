import { useCallback } from 'react'
import { useIntl } from 'react-intl'
import { toast } from 'sonner'
import { putOnClipboard } from '../ui/put-on-clipboard.ts'

/** Puts an address of this site where it can be pasted; says so, or shows it where the browser does not allow it. */
export function useCopyAddress(): (path: string) => void {
  const intl = useIntl()
  return useCallback(
    (path) => {
      const address = new URL(path, window.location.origin).href
      void putOnClipboard(address).then((done) => {
        if (done) toast(intl.formatMessage({ id: 'talk.copied' }))
        else toast(intl.formatMessage({ id: 'talk.notCopied' }), { description: address, duration: 20_000 })
      })
    },
    [intl],
  )
}
