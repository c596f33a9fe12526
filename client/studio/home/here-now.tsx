/** Who is inside right now, in whatever gallery one may enter. */
import { FormattedMessage, useIntl } from 'react-intl'
import { Link } from 'react-router'
import type { GalleryId } from '../../../common/ids.ts'
import type { GalleryCard } from '../../../common/protocol/http.ts'
import type { HereNow } from '../../../common/protocol/studio-now.ts'
import { Monogram } from '../../ui/monogram.tsx'
import { DoingWords, whereIs } from './doing.tsx'
import { firstName } from './first-name.ts'
import { Thumb } from './thumb.tsx'

/** As many as one reads; the others are counted. */
const shown = 12

interface HereProps {
  readonly here: readonly HereNow[]
  readonly cards: ReadonlyMap<GalleryId, GalleryCard>
}

export function HereSection({ here, cards }: HereProps) {
  const intl = useIntl()
  const count = new Set(here.map(({ person }) => person)).size
  return (
    <section className="sec here-now" aria-label={intl.formatMessage({ id: 'now.title' })}>
      <h2>
        <FormattedMessage id="now.title" />
        {count > 0 && <span className="edge">{count}</span>}
      </h2>
      {here.length === 0 ? (
        <p className="none">
          <FormattedMessage id="now.nobody" />
        </p>
      ) : (
        <ul>
          {here.slice(0, shown).map((one) => (
            <Someone key={`${one.gallery}${one.person}`} one={one} card={cards.get(one.gallery)} />
          ))}
        </ul>
      )}
      {here.length > shown && (
        <p className="none">
          <FormattedMessage id="now.more" values={{ n: here.length - shown }} />
        </p>
      )}
    </section>
  )
}

function Someone({ one, card }: { readonly one: HereNow; readonly card: GalleryCard | undefined }) {
  const picture = one.photo ?? (card?.cover ? { photo: card.cover.photo, picture: card.cover } : null)
  return (
    <li>
      <Link to={whereIs(one)} title={one.name}>
        <Monogram person={one.person} name={one.name} size={30} plain />
        <span className="words">
          <span className="trunc dim">
            <DoingWords one={{ ...one, name: firstName(one.name) }} />
          </span>
          <small className="trunc">{card?.name}</small>
        </span>
        <Thumb gallery={one.gallery} of={picture} />
      </Link>
    </li>
  )
}
