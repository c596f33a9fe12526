/** Every decision of this gallery's sessions, by day, newest first: as far as its photos are seen. */
import { FormattedMessage, useIntl } from 'react-intl'
import { Link, useLocation } from 'react-router'
import type { SeenDecision } from '../../common/visibility/session-seen.ts'
import { Picture } from '../contact-sheet/picture.tsx'
import { useGallery } from '../gallery/use-gallery.tsx'
import { hueClass } from '../ui/hue.ts'
import { Ring } from '../ui/marks-by-hand.tsx'
import { seedOf } from '../ui/strokes.ts'
import { DecisionFacts } from './decision-facts.tsx'
import { shortName } from './short-name.ts'

export function DecisionLog() {
  const intl = useIntl()
  const { table } = useGallery()
  const days = new Map<string, SeenDecision[]>()
  for (const decision of table.decisions) {
    const day = intl.formatDate(decision.at, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
    days.set(day, [...(days.get(day) ?? []), decision])
  }
  return (
    <section className="decision-log" aria-labelledby="decision-log">
      <h2 id="decision-log">
        <FormattedMessage id="live.decisions" />
      </h2>
      {days.size === 0 && (
        <p className="none">
          <FormattedMessage id="live.decisions.none" />
        </p>
      )}
      {[...days].map(([day, decisions]) => (
        <section key={day} aria-label={day}>
          <h3>{day}</h3>
          <ol>
            {decisions.map((decision) => (
              <Entry key={decision.id} decision={decision} />
            ))}
          </ol>
        </section>
      ))}
    </section>
  )
}

function Entry({ decision }: { readonly decision: SeenDecision }) {
  const { gallery, photoById } = useGallery()
  const { pathname } = useLocation()
  const photo = photoById.get(decision.photo)
  if (!gallery || !photo) return null
  return (
    <li className={hueClass(decision.by)}>
      <Link to={`${pathname}/p/${photo.id}`} aria-label={shortName(photo)}>
        <Picture gallery={gallery.id} photo={photo} width={96} />
      </Link>
      <p>
        <b>
          <FormattedMessage id={`live.decided.${decision.verdict}`} values={{ photo: shortName(photo) }} />
        </b>
        {decision.note && <span className="noted">{decision.note}</span>}
        <DecisionFacts decision={decision} />
      </p>
      <Ring ticked seed={seedOf(decision.by)} />
    </li>
  )
}
