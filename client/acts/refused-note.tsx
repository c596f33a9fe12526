import { X } from 'lucide-react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { RefusedAct } from '../sheet/refused-act.ts'

/** Stays until it was looked at or put away: what was refused is never only said in passing. */
export function RefusedNote(props: { readonly refused: readonly RefusedAct[]; readonly onShow: () => void; readonly onClear: () => void }) {
  const intl = useIntl()
  return (
    <aside className="refused-note inv" aria-label={intl.formatMessage({ id: 'acts.refused' }, { n: props.refused.length })}>
      <p role="status">
        <FormattedMessage id="acts.refused" values={{ n: props.refused.length }} />
      </p>
      <button type="button" className="btn solid" onClick={props.onShow}>
        <FormattedMessage id="acts.look" />
      </button>
      <button type="button" className="ib" aria-label={intl.formatMessage({ id: 'acts.clearAll' })} onClick={props.onClear}>
        <X className="i" aria-hidden="true" />
      </button>
    </aside>
  )
}
