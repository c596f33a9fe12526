import { useEffect } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { Link } from 'react-router'
import { useGallery } from '../gallery/use-gallery.tsx'
import { wordsOf } from '../sheet/outbox-entry.ts'
import type { RefusedAct } from '../sheet/refused-act.ts'
import { refusalText } from '../ui/refusal-text.ts'
import { ActRow } from './act-row.tsx'
import { CopyWords } from './copy-words.tsx'
import { Panel } from './panel.tsx'

interface RefusedPanelProps {
  readonly refused: readonly RefusedAct[]
  readonly onClose: () => void
}

/** What was not taken, one by one: what it was, on which photo, and why. */
export function RefusedPanel({ refused, onClose }: RefusedPanelProps) {
  const intl = useIntl()
  const { saved, actions } = useGallery()
  useEffect(() => {
    if (refused.length === 0) onClose()
  }, [refused, onClose])
  return (
    <Panel title={intl.formatMessage({ id: 'acts.refused' }, { n: refused.length })} onClose={onClose}>
      <ul>
        {refused.map((one) => (
          <ActRow key={one.order} act={one.act} photo={one.photo} cameraName={one.cameraName}>
            <p>{refusalText(one.refusal, intl)}</p>
            <Ways one={one} onClose={onClose} />
          </ActRow>
        ))}
      </ul>
      {saved === 'saved' && (
        <p className="rest">
          <FormattedMessage id="acts.restSaved" />
        </p>
      )}
      {refused.length > 1 && (
        <button type="button" className="btn" onClick={() => actions.putAway(refused)}>
          <FormattedMessage id="acts.clearAll" />
        </button>
      )}
    </Panel>
  )
}

function Ways({ one, onClose }: { readonly one: RefusedAct; readonly onClose: () => void }) {
  const { gallery, photoById, actions } = useGallery()
  const words = wordsOf(one.act)
  const seen = gallery && one.photo && photoById.has(one.photo) ? one.photo : null
  // Words that called somebody were said again already, without calling them.
  const again = seen && one.refusal.code !== 'not-a-reader'
  return (
    <>
      {words !== null && <blockquote>{words}</blockquote>}
      <div className="a">
        {again && (
          <button type="button" className="tx" onClick={() => actions.tryAgain(one)}>
            <FormattedMessage id="acts.again" />
          </button>
        )}
        {words !== null && <CopyWords words={words} />}
        {gallery && seen && (
          <Link className="tx" to={`/g/${gallery.id}/p/${seen}`} onClick={onClose}>
            <FormattedMessage id="acts.photo" />
          </Link>
        )}
        <button type="button" className="tx" onClick={() => actions.putAway([one])}>
          <FormattedMessage id="acts.clear" />
        </button>
      </div>
    </>
  )
}
