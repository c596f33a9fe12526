import { useEffect } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { Link } from 'react-router'
import { toast } from 'sonner'
import { useGallery } from '../gallery/use-gallery.tsx'
import { refusalText } from '../ui/refusal-text.ts'
import { ActRow } from './act-row.tsx'
import { wordsOf } from './act-words.ts'
import { Panel } from './panel.tsx'
import type { RefusedAct } from './refused-acts.ts'

interface RefusedPanelProps {
  readonly refused: readonly RefusedAct[]
  readonly onClear: (acts: readonly RefusedAct[]) => void
  readonly onClose: () => void
}

/** What was not taken, one by one: what it was, on which photo, and why. */
export function RefusedPanel({ refused, onClear, onClose }: RefusedPanelProps) {
  const intl = useIntl()
  const { saved } = useGallery()
  useEffect(() => {
    if (refused.length === 0) onClose()
  }, [refused, onClose])
  return (
    <Panel title={intl.formatMessage({ id: 'acts.refused' }, { n: refused.length })} onClose={onClose}>
      <ul>
        {refused.map((one) => (
          <ActRow key={one.act.order} act={one.act} photo={one.photo} cameraName={one.cameraName}>
            <p>{refusalText(one.refusal, intl)}</p>
            <Ways one={one} onClear={() => onClear([one])} onClose={onClose} />
          </ActRow>
        ))}
      </ul>
      {saved === 'saved' && (
        <p className="rest">
          <FormattedMessage id="acts.restSaved" />
        </p>
      )}
      {refused.length > 1 && (
        <button type="button" className="btn" onClick={() => onClear(refused)}>
          <FormattedMessage id="acts.clearAll" />
        </button>
      )}
    </Panel>
  )
}

function Ways({ one, onClear, onClose }: { readonly one: RefusedAct; readonly onClear: () => void; readonly onClose: () => void }) {
  const intl = useIntl()
  const { gallery, photoById } = useGallery()
  const words = wordsOf(one.act)
  const copy = (text: string) =>
    void navigator.clipboard.writeText(text).then(
      () => toast(intl.formatMessage({ id: 'acts.copied' })),
      () => toast(intl.formatMessage({ id: 'acts.notCopied' })),
    )
  return (
    <>
      {words !== null && <blockquote>{words}</blockquote>}
      <div className="a">
        {words !== null && (
          <button type="button" className="tx" onClick={() => copy(words)}>
            <FormattedMessage id="acts.copy" />
          </button>
        )}
        {gallery && one.photo && photoById.has(one.photo) && (
          <Link className="tx" to={`/g/${gallery.id}/p/${one.photo}`} onClick={onClose}>
            <FormattedMessage id="acts.photo" />
          </Link>
        )}
        <button type="button" className="tx" onClick={onClear}>
          <FormattedMessage id="acts.clear" />
        </button>
      </div>
    </>
  )
}
