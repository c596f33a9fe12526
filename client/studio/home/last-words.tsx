/** What happened last in a gallery: who is at it now, else the newest line of its history, else only when. */
import { FormattedMessage } from 'react-intl'
import type { GalleryCard } from '../../../common/protocol/http.ts'
import type { GalleryNews, HereNow } from '../../../common/protocol/studio-now.ts'
import { linesOf } from '../../history/lines.ts'
import { SentenceOf } from '../../history/sentence.tsx'
import { Monogram } from '../../ui/monogram.tsx'
import { Ago } from './ago.tsx'
import { DoingWords } from './doing.tsx'
import { firstName, shortNames } from './first-name.ts'
import { namesOf } from './said-names.ts'

interface LastProps {
  readonly card: GalleryCard
  readonly here: readonly HereNow[]
  readonly news: GalleryNews | undefined
}

export function LastWords({ card, here, news }: LastProps) {
  const [someone] = [...here].sort((a, b) => Number(b.photo !== null) - Number(a.photo !== null))
  if (someone) {
    return (
      <span className="la">
        <Monogram person={someone.person} name={someone.name} size={22} plain />
        <span className="words">
          <span className="trunc">
            <DoingWords one={{ ...someone, name: firstName(someone.name) }} />
          </span>
          <small>
            <FormattedMessage id="time.now" />
          </small>
        </span>
      </span>
    )
  }
  const [line] = linesOf(news?.last ?? [])
  if (!line || !news)
    return (
      <span className="la">
        {card.lastActivityAt > 0 && (
          <span className="dim bare">
            <Ago at={card.lastActivityAt} />
          </span>
        )}
      </span>
    )
  return (
    <span className="la">
      {line.by ? <Monogram person={line.by} name={news.names.people[line.by] ?? '?'} size={22} plain /> : <span />}
      <span className="words">
        <span className="trunc">
          <SentenceOf line={line} names={shortNames(namesOf(news.names))} />
        </span>
        <small>
          <Ago at={line.at} />
        </small>
      </span>
    </span>
  )
}
