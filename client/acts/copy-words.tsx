import { FormattedMessage, useIntl } from 'react-intl'
import { toast } from 'sonner'
import { putOnClipboard } from '../ui/put-on-clipboard.ts'

/** Words somebody wrote, into their hands. */
export function CopyWords({ words, all = false }: { readonly words: string; readonly all?: boolean }) {
  const intl = useIntl()
  const said = (id: 'acts.copied' | 'acts.notCopied') => toast(intl.formatMessage({ id }))
  const copy = async () => {
    said((await putOnClipboard(words)) ? 'acts.copied' : 'acts.notCopied')
  }
  return (
    <button type="button" className="tx" onClick={() => void copy()}>
      <FormattedMessage id={all ? 'acts.copyAll' : 'acts.copy'} />
    </button>
  )
}
