import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { pairNames } from '../../common/key-wishes.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { isStaff } from '../sheet/audience.ts'
import { Check } from '../ui/choices.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { KeyEditor } from './key-editor.tsx'
import { keysNow, keyWords } from './key-map.ts'
import { acting, drawing, lightroom, moving, type Row, side, simple } from './key-rows.ts'
import { useKeysKept, useKeyWishes, wish } from './key-wishes.ts'
import type { KeyScheme } from './keys.ts'
import { pairsNow } from './pairs.ts'

/** Which key does what, and laying keys elsewhere. */
export function HelpDialog({ scheme, onClose }: { readonly scheme: KeyScheme; readonly onClose: () => void }) {
  const intl = useIntl()
  const [editing, setEditing] = useState(false)
  const { gallery } = useGallery()
  const { laid, pairs = {}, advance, quiet = false } = useKeyWishes()
  const kept = useKeysKept()
  const now = { ...keysNow(scheme, laid[scheme]), ...pairsNow(pairs) }
  // Clients have their filters, and nothing to command.
  const commands = gallery !== null && isStaff(gallery)
  const rows = commands ? acting : acting.filter(([keys]) => !keys.includes('palette'))
  return (
    <Dialog
      title={intl.formatMessage({ id: editing ? 'keys.change' : 'keys.title' })}
      lead={<FormattedMessage id={editing ? 'keys.change.lead' : 'keys.lead'} values={{ where: kept }} />}
      wide
      onClose={onClose}
    >
      {editing ? (
        <KeyEditor scheme={scheme} pairs={pairNames.filter((name) => commands || name !== 'palette')} />
      ) : (
        <div className="key-help">
          <Listed title="keys.moving" rows={moving} now={now} />
          <Listed title="keys.marking" rows={scheme === 'simple' ? simple : lightroom} now={now} />
          <Listed title="keys.side" rows={side} now={now} />
          <Listed title="keys.acting" rows={rows} now={now} />
          <Listed title="keys.drawing" rows={drawing} now={now} />
        </div>
      )}
      <div className="foot">
        <Check label={<FormattedMessage id="keys.always" />} checked={advance} onChange={(on) => wish({ advance: on })} />
        <Check label={<FormattedMessage id="keys.quiet" />} checked={quiet} onChange={(on) => wish({ quiet: on })} />
        <span className="grow" />
        <button type="button" className="btn line" onClick={() => setEditing(!editing)}>
          <FormattedMessage id={editing ? 'keys.show' : 'keys.change'} />
        </button>
      </div>
    </Dialog>
  )
}

function Listed({
  title,
  rows,
  now,
}: {
  readonly title: string
  readonly rows: readonly Row[]
  readonly now: Readonly<Record<string, string | undefined>>
}) {
  const shown = rows.filter(([[key = '']]) => !(key in now) || keyWords(now[key]) !== null)
  return (
    <section>
      <h3>
        <FormattedMessage id={title} />
      </h3>
      <dl>
        {shown.map(([keys, says]) => (
          <div key={says}>
            <dt>{keys.map((key) => (key === '–' ? <span key={key}>–</span> : <kbd key={key}>{keyWords(now[key]) ?? key}</kbd>))}</dt>
            <dd>
              <FormattedMessage id={says} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
