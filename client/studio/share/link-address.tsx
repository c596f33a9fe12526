import { Check as CheckIcon, Copy } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { SeenLink } from '../../../common/visibility/seen.ts'

/** The address itself, and a button that takes it along. */
export function LinkAddress({ link }: { readonly link: SeenLink }) {
  const intl = useIntl()
  const [copied, setCopied] = useState(false)
  const url = `${window.location.origin}/l/${link.token}`
  const copy = async () => {
    await navigator.clipboard?.writeText(url).catch(() => undefined)
    setCopied(true)
  }
  if (!link.token) return null
  return (
    <div className="address">
      <input
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
    </div>
  )
}
