/** The access code of a link: typed, thought up, or left out. */
import { RefreshCw } from 'lucide-react'
import { FormattedMessage, useIntl } from 'react-intl'
import { SmallField } from '../../ui/field.tsx'
import type { ShareFormProps } from './share-form.ts'

const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
const freshCode = () => Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => letters[byte % letters.length]).join('')

export function CodeField({ form, onForm }: ShareFormProps) {
  const intl = useIntl()
  if (form.code === null) {
    return (
      <div className="fld">
        <span className="l">
          <FormattedMessage id="share.code" />
        </span>
        <button type="button" className="btn line" onClick={() => onForm({ ...form, code: '' })}>
          <FormattedMessage id="share.code.change" />
        </button>
      </div>
    )
  }
  const short = form.code.length > 0 && form.code.trim().length < 4
  return (
    <div className="with-button">
      <SmallField
        label={intl.formatMessage({ id: 'share.code' })}
        note={intl.formatMessage({ id: short ? 'share.code.short' : 'share.code.more' })}
      >
        <input
          className="in mono"
          value={form.code}
          maxLength={64}
          autoComplete="off"
          onChange={(event) => onForm({ ...form, code: event.target.value })}
        />
      </SmallField>
      <button
        type="button"
        className="ib"
        aria-label={intl.formatMessage({ id: 'share.code.new' })}
        onClick={() => onForm({ ...form, code: freshCode() })}
      >
        <RefreshCw className="i s" aria-hidden="true" />
      </button>
    </div>
  )
}
