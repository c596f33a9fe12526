import { FormattedMessage, useIntl } from 'react-intl'
import type { SeenPhoto } from '../../common/visibility/seen.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { hueClass } from '../ui/hue.ts'
import { Ring } from '../ui/marks-by-hand.tsx'
import { seedOf } from '../ui/strokes.ts'
import { DecisionFacts } from './decision-facts.tsx'
import { TakeBack } from './take-back.tsx'

/** What sessions decided about a photo, newest first; nothing when nothing was. */
export function PhotoDecisions({ photo }: { readonly photo: SeenPhoto }) {
  const intl = useIntl()
  const { table } = useGallery()
  const decisions = table.decisions.filter((one) => one.photo === photo.id)
  if (decisions.length === 0) return null
  return (
    <ul className="decisions" aria-label={intl.formatMessage({ id: 'live.decisions' })}>
      {decisions.map((decision) => (
        <li key={decision.id} className={hueClass(decision.by)}>
          <Ring ticked seed={seedOf(decision.by)} />
          <p>
            <b>
              <FormattedMessage id={`live.verdict.${decision.verdict}`} />
            </b>
            {decision.note && <span> {decision.note}</span>}
            <DecisionFacts decision={decision} />
          </p>
          <TakeBack decision={decision} />
        </li>
      ))}
    </ul>
  )
}
