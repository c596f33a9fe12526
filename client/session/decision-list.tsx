/** Everything that was decided in this gallery, by day, newest first: as far as one sees the photos and knows who decided. */
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { Link } from 'react-router'
import { verdicts } from '../../common/gallery/session-model.ts'
import type { SeenDecision } from '../../common/visibility/session-seen.ts'
import { Picture } from '../contact-sheet/picture.tsx'
import { useGallery } from '../gallery/use-gallery.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { hueClass } from '../ui/hue.ts'
import { Ring } from '../ui/marks-by-hand.tsx'
import { seedOf } from '../ui/strokes.ts'
import { DecisionFacts } from './decision-facts.tsx'
import { shortName } from './short-name.ts'
import { TakeBack } from './take-back.tsx'

export function DecisionList({ onClose }: { readonly onClose: () => void }) {
  const intl = useIntl()
  const { table } = useGallery()
  const [wanted, setWanted] = useState('')
  const shown = table.decisions.filter(({ verdict }) => wanted === '' || verdict === wanted)
  const days = new Map<string, SeenDecision[]>()
  for (const decision of shown) {
    const day = intl.formatDate(decision.at, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
    days.set(day, [...(days.get(day) ?? []), decision])
  }
  return (
    <Dialog title={intl.formatMessage({ id: 'live.decisions' })} onClose={onClose}>
      <div className="decision-log">
        <select
          className="talk-filter"
          aria-label={intl.formatMessage({ id: 'live.decisions.which' })}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        >
          {['', ...verdicts].map((verdict) => (
            <option key={verdict} value={verdict}>
              {intl.formatMessage({ id: verdict ? `live.verdict.${verdict}` : 'live.decisions.all' })}
            </option>
          ))}
        </select>
        {days.size === 0 && (
          <p className="none">
            <FormattedMessage id={wanted ? 'live.decisions.nothing' : 'live.decisions.none'} />
          </p>
        )}
        {[...days].map(([day, decisions]) => (
          <section key={day} aria-label={day}>
            <h3>{day}</h3>
            <ol>
              {decisions.map((decision) => (
                <Entry key={decision.id} decision={decision} onGo={onClose} />
              ))}
            </ol>
          </section>
        ))}
      </div>
    </Dialog>
  )
}

function Entry({ decision, onGo }: { readonly decision: SeenDecision; readonly onGo: () => void }) {
  const { gallery, photoById } = useGallery()
  const photo = photoById.get(decision.photo)
  if (!gallery || !photo) return null
  return (
    <li className={hueClass(decision.by)}>
      <Link to={`/g/${gallery.id}/p/${photo.id}`} state={{ fromWall: true }} aria-label={shortName(photo)} onClick={onGo}>
        <Picture gallery={gallery.id} photo={photo} width={96} />
      </Link>
      <div>
        <p>
          <b>
            <FormattedMessage id={`live.decided.${decision.verdict}`} values={{ photo: shortName(photo) }} />
          </b>
          {decision.note && <span className="noted">{decision.note}</span>}
          <DecisionFacts decision={decision} />
        </p>
        <TakeBack decision={decision} />
      </div>
      <Ring ticked seed={seedOf(decision.by)} />
    </li>
  )
}
