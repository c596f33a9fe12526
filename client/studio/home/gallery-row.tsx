import { ChevronDown, ChevronRight, Globe, Lock } from 'lucide-react'
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl'
import { Link } from 'react-router'
import type { GalleryCard } from '../../../common/protocol/http.ts'
import type { GalleryNews, HereNow } from '../../../common/protocol/studio-now.ts'
import { Monogram } from '../../ui/monogram.tsx'
import type { GalleryRow } from '../gallery-tree.ts'
import { LastWords } from './last-words.tsx'
import { Thumb } from './thumb.tsx'

interface GalleryRowProps {
  readonly row: GalleryRow
  readonly news: GalleryNews | undefined
  readonly folded: boolean
  readonly onFold: () => void
}

export function GalleryRowView({ row, news, folded, onFold }: GalleryRowProps) {
  const intl = useIntl()
  const { card, depth, inside, photos, covered, latest, here } = row
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
        <Thumb gallery={covered.id} of={covered.cover ? { photo: covered.cover.photo, picture: covered.cover } : null} />
        <span className="words">
          <Link className="trunc name" to={`/g/${card.id}`}>
            {card.name}
          </Link>
          <span className="sub trunc">
            <Sub row={row} />
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
      <Status card={card} />
      <Inside here={here} />
      <LastWords card={latest} here={here} news={news} />
    </li>
  )
}

function Sub({ row: { card, inside } }: { readonly row: GalleryRow }) {
  if (inside > 0) return <FormattedMessage id="home.inside" values={{ n: inside }} />
  if (card.role !== 'owner' && card.role !== 'member') return <FormattedMessage id={`role.${card.role}`} />
  return <FormattedMessage id="home.scenes" values={{ n: card.scenes }} />
}

function Status({ card: { status, private: closed, endsAt } }: { readonly card: GalleryCard }) {
  const intl = useIntl()
  const over = status === 'expired'
  const day = endsAt !== null && (over || status === 'online') ? intl.formatDate(endsAt, { day: 'numeric', month: 'short' }) : null
  const Sign = closed ? Lock : Globe
  const until = day && (over ? day : <FormattedMessage id="home.until" values={{ day }} />)
  return (
    <span className={status === 'online' ? 'stt' : 'stt quiet'}>
      <span>
        <FormattedMessage id={`status.${status}`} />
        {until && <span className="dim wide-until">, {until}</span>}
      </span>
      {closed !== null && (
        <small>
          <Sign className="i" aria-hidden="true" />
          <span className={until ? 'kind' : undefined}>
            <FormattedMessage id={closed ? 'share.private' : 'share.public'} />
          </span>
          {until && <span className="narrow-until">{until}</span>}
        </small>
      )}
    </span>
  )
}

/** Monograms beside a row; the others are counted. */
const monograms = 3

function Inside({ here }: { readonly here: readonly HereNow[] }) {
  const intl = useIntl()
  if (here.length === 0) return <span className="inn" />
  const names = intl.formatList(
    here.map(({ name }) => name),
    { type: 'conjunction' },
  )
  return (
    <span className="inn" role="img" aria-label={intl.formatMessage({ id: 'home.inside.names' }, { names })} title={names}>
      {here.slice(0, monograms).map(({ person, name }) => (
        <Monogram key={person} person={person} name={name} size={26} plain />
      ))}
      {here.length > monograms && <span className="edge">+{here.length - monograms}</span>}
    </span>
  )
}
