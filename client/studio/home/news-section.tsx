/** What others did since one was there last. Going there makes it old. */
import { FormattedMessage, useIntl } from 'react-intl'
import { Link } from 'react-router'
import type { GalleryId } from '../../../common/ids.ts'
import type { GalleryCard } from '../../../common/protocol/http.ts'
import type { GalleryNews } from '../../../common/protocol/studio-now.ts'
import { SentenceOf } from '../../history/sentence.tsx'
import { whereTo } from '../../history/where-to.ts'
import { Monogram } from '../../ui/monogram.tsx'
import { Ago } from './ago.tsx'
import { shortNames } from './first-name.ts'
import { type NewsLine, newsLines } from './news-lines.ts'
import { namesOf } from './said-names.ts'

const shown = 12

interface NewsProps {
  readonly news: readonly GalleryNews[]
  readonly cards: ReadonlyMap<GalleryId, GalleryCard>
}

export function NewsSection({ news, cards }: NewsProps) {
  const intl = useIntl()
  const { lines, more } = newsLines(news, shown)
  return (
    <section className="sec new-here" aria-label={intl.formatMessage({ id: 'news.title' })}>
      <h2>
        <FormattedMessage id="news.title" />
      </h2>
      {lines.length === 0 ? (
        <p className="none">
          <FormattedMessage id="news.nothing" />
        </p>
      ) : (
        <ul>
          {lines.map((one) => (
            <NewsRow key={one.line.id} one={one} card={cards.get(one.of.gallery)} />
          ))}
        </ul>
      )}
      {more > 0 && (
        <p className="none">
          <FormattedMessage id="news.more" values={{ n: more }} />
        </p>
      )}
    </section>
  )
}

function NewsRow({ one: { of, line }, card }: { readonly one: NewsLine; readonly card: GalleryCard | undefined }) {
  const to = whereTo(of.gallery, line) ?? '?tab=activity'
  const words = 'comment' in line.act ? of.names.words[line.act.comment] : undefined
  return (
    <li>
      <Link to={to.startsWith('?') ? `/g/${of.gallery}${to}` : to} {...(line.by ? { title: of.names.people[line.by] } : {})}>
        {line.by ? <Monogram person={line.by} name={of.names.people[line.by] ?? '?'} size={24} plain /> : <span />}
        <span className="words">
          <span className="two-lines">
            <span>
              <SentenceOf line={line} names={shortNames(namesOf(of.names))} />
            </span>
            {words && <q>{words}</q>}
          </span>
          <small className="trunc">{card?.name}</small>
        </span>
        <span className="edge">
          <Ago at={line.at} />
        </span>
      </Link>
    </li>
  )
}
