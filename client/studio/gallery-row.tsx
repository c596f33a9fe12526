import { ChevronDown, ChevronRight } from 'lucide-react'
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl'
import { Link } from 'react-router'
import { pictureUrl } from '../../common/protocol/http.ts'
import { placeholder } from '../contact-sheet/picture.tsx'
import { isToday, serverNow } from '../net/server-clock.ts'
import type { GalleryRow } from './gallery-tree.ts'

interface GalleryRowProps {
  readonly row: GalleryRow
  readonly folded: boolean
  readonly onFold: () => void
}

export function GalleryRowView({ row: { card, depth, inside, photos, covered }, folded, onFold }: GalleryRowProps) {
  const intl = useIntl()
  const quiet = card.status !== 'online'
  const Arrow = folded ? ChevronRight : ChevronDown
  return (
    <li className={`g ${card.status}`} style={{ '--d': depth } as React.CSSProperties}>
      <div className="nm">
        <span className="tw">
          {inside > 0 && (
            <button
              type="button"
              className="fold"
              aria-expanded={!folded}
              aria-label={intl.formatMessage({ id: 'home.fold' }, { name: card.name })}
              onClick={onFold}
            >
              <Arrow className="i s" aria-hidden="true" />
            </button>
          )}
        </span>
        <Cover card={covered} />
        <span className="words">
          <Link className="trunc name" to={`/g/${card.id}`}>
            {card.name}
          </Link>
          <span className="sub">
            {inside > 0 ? (
              <FormattedMessage id="home.inside" values={{ n: inside }} />
            ) : (
              card.role !== 'owner' && card.role !== 'member' && <FormattedMessage id={`role.${card.role}`} />
            )}
          </span>
        </span>
      </div>
      <span className="edge ct">
        {photos > 0 ? (
          <b>
            <FormattedNumber value={photos} />
          </b>
        ) : (
          <FormattedNumber value={0} />
        )}
      </span>
      <span className={quiet ? 'stt quiet' : 'stt'}>
        <FormattedMessage id={`status.${card.status}`} />
      </span>
      <span className="inn">{card.here > 0 && <FormattedMessage id="home.hereCount" values={{ n: card.here }} />}</span>
      <span className="la dim">{card.lastActivityAt > 0 && <Ago at={card.lastActivityAt} />}</span>
    </li>
  )
}

function Cover({ card }: { readonly card: GalleryRow['card'] }) {
  const { cover } = card
  if (!cover) return <span className="cov none" />
  const blur = placeholder(cover)
  return (
    <span className="cov" style={blur ? { backgroundImage: `url(${blur})` } : undefined}>
      <img src={pictureUrl(card.id, cover.photo, cover.version, 320)} alt="" loading="lazy" decoding="async" />
    </span>
  )
}

const day = 86_400_000

/** "now", the time of today, else the date. */
export function Ago({ at }: { readonly at: number }) {
  const intl = useIntl()
  const age = serverNow() - at
  if (age < 60_000) return <FormattedMessage id="time.now" />
  const today = isToday(at)
  const text = today
    ? intl.formatTime(at)
    : intl.formatDate(at, age < 300 * day ? { day: 'numeric', month: 'short' } : { day: 'numeric', month: 'short', year: 'numeric' })
  return <time dateTime={new Date(at).toISOString()}>{text}</time>
}
