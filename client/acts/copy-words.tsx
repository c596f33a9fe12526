import { FormattedMessage, useIntl } from 'react-intl'
import { toast } from 'sonner'

/** Words somebody wrote, into their hands. */
export function CopyWords({ words, all = false }: { readonly words: string; readonly all?: boolean }) {
  const intl = useIntl()
  const said = (id: 'acts.copied' | 'acts.notCopied') => toast(intl.formatMessage({ id }))
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(words)
      said('acts.copied')
    } catch {
      // Over plain http there is no clipboard at all.
      said('acts.notCopied')
    }
  }
  return (
    <button type="button" className="tx" onClick={() => void copy()}>
      <FormattedMessage id={all ? 'acts.copyAll' : 'acts.copy'} />
    </button>
  )
}
