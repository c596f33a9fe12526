import { FormattedMessage, useIntl } from 'react-intl'
import type { SeenDecision } from '../../common/visibility/session-seen.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { isToday } from '../net/server-clock.ts'

/** By whom, when, and after which votes: those this page knows of. */
export function DecisionFacts({ decision: { by, at, ballots } }: { readonly decision: SeenDecision }) {
  const intl = useIntl()
  const { people, me } = useGallery()
  const name = people.get(by)?.name ?? (by === me?.person ? me.name : '')
  const today = isToday(at)
  const time = intl.formatDate(
    at,
    today ? { hour: '2-digit', minute: '2-digit' } : { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  )
  const yes = ballots.filter(({ choice }) => choice === 'yes').length
  return (
    <small>
      <FormattedMessage id={ballots.length > 0 ? 'live.facts.voted' : 'live.facts'} values={{ name, time, yes, total: ballots.length }} />
    </small>
  )
}
