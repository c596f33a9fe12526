import { Check as CheckIcon, Copy } from 'lucide-react'
import { useRef, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { SeenLink } from '../../../common/visibility/seen.ts'
import { putOnClipboard } from '../../ui/put-on-clipboard.ts'

/** The address itself, and a button that takes it along; where the browser does not let it, the address is selected to be copied by hand. */
export function LinkAddress({ link }: { readonly link: SeenLink }) {
  const intl = useIntl()
  const field = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState<boolean | null>(null)
  const url = `${window.location.origin}/l/${link.token}`
  const copy = async () => {
    const done = await putOnClipboard(url)
    setCopied(done)
    if (!done) field.current?.focus()
  }
  if (!link.token) return null
  return (
    <div className="address">
      <input
        ref={field}
        className="in mono"
        readOnly
        value={url}
        aria-label={intl.formatMessage({ id: 'share.address' })}
        onFocus={(event) => event.target.select()}
      />
      <button type="button" className="btn solid" onClick={() => void copy()}>
        {copied ? <CheckIcon className="i s" aria-hidden="true" /> : <Copy className="i s" aria-hidden="true" />}
        <FormattedMessage id={copied ? 'share.copied' : 'share.copy'} />
      </button>
      <p className={copied === false ? 'by-hand' : 'sr'} role="status">
        {copied === false && <FormattedMessage id="share.copyByHand" />}
        {copied === true && <FormattedMessage id="share.copied.said" />}
      </p>
    </div>
  )
}
