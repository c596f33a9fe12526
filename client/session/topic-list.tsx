/** What is to be talked about, in the order it was brought up; a press goes there, and everybody who follows comes along. */
import { Check, X } from 'lucide-react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { SeenPhoto } from '../../common/visibility/seen.ts'
import type { SeenTopic } from '../../common/visibility/session-seen.ts'
import { Picture } from '../contact-sheet/picture.tsx'
import { splitName } from '../contact-sheet/split-name.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { hueClass } from '../ui/hue.ts'
import { Ring } from '../ui/marks-by-hand.tsx'
import { seedOf } from '../ui/strokes.ts'
import { shortName } from './short-name.ts'
import { useAsk } from './use-ask.ts'

interface TopicListProps {
  readonly photo: SeenPhoto
  readonly leads: boolean
  readonly go: (photo: SeenPhoto['id']) => void
}

export function TopicList({ photo, leads, go }: TopicListProps) {
  const { table, photoById } = useGallery()
  const { topics } = table
  const done = topics.filter(({ doneAt }) => doneAt !== null).length
  const next = topics.find((one) => one.doneAt === null && one.photo !== photo.id)
  return (
    <section className="topics" aria-labelledby="live-topics">
      <h2 id="live-topics">
        <FormattedMessage id="live.topics" />
        <span className="edge l">
          <FormattedMessage id="live.topics.done" values={{ n: done, total: topics.length, b: (text) => <b>{text}</b> }} />
        </span>
      </h2>
      {topics.length === 0 && (
        <p className="none">
          <FormattedMessage id="live.topics.none" />
        </p>
      )}
      <ol className="list">
        {topics.map((topic) => {
          const on = photoById.get(topic.photo)
          if (!on) return null
          return <Topic key={topic.id} topic={topic} photo={on} now={on.id === photo.id} next={topic === next} leads={leads} go={go} />
        })}
      </ol>
    </section>
  )
}

interface TopicProps extends TopicListProps {
  readonly topic: SeenTopic
  readonly now: boolean
  readonly next: boolean
}

function Topic({ topic, photo, now, next, leads, go }: TopicProps) {
  const intl = useIntl()
  const { gallery, table, me } = useGallery()
  const ask = useAsk()
  const decision = topic.doneAt === null ? undefined : table.decisions.find((one) => one.photo === photo.id)
  const name = shortName(photo)
  if (!gallery) return null
  return (
    <li className={now ? 'now' : ''}>
      <button type="button" className="to" aria-current={now} onClick={() => go(photo.id)}>
        <Picture gallery={gallery.id} photo={photo} width={64} />
        <span>
          <span className="edge l">
            <b>{splitName(photo.cameraName)[1]}</b>
          </span>
          <span className="text">{topic.text || name}</span>
        </span>
      </button>
      {decision ? (
        <span className={`dec ${hueClass(decision.by)}`}>
          <Ring ticked seed={seedOf(decision.by)} />
          <FormattedMessage id={`live.verdict.${decision.verdict}`} />
        </span>
      ) : topic.doneAt !== null ? (
        <span className={`dec ${hueClass(topic.by)}`}>
          <Ring ticked seed={seedOf(topic.by)} />
          <FormattedMessage id="live.topic.talked" />
        </span>
      ) : (
        (now || next) && (
          <span className="when">
            <FormattedMessage id={now ? 'live.topic.now' : 'live.topic.next'} />
          </span>
        )
      )}
      {leads && !decision && (
        <button
          type="button"
          className="ib"
          aria-pressed={topic.doneAt !== null}
          aria-label={intl.formatMessage({ id: 'live.topic.check' }, { photo: name })}
          onClick={() => void ask({ type: 'topic:check', id: topic.id, done: topic.doneAt === null })}
        >
          <Check className="i" aria-hidden="true" />
        </button>
      )}
      {!leads && topic.by === me?.person && topic.doneAt === null && (
        <button
          type="button"
          className="ib"
          aria-label={intl.formatMessage({ id: 'live.topic.remove' }, { photo: name })}
          onClick={() => void ask({ type: 'topic:remove', id: topic.id })}
        >
          <X className="i" aria-hidden="true" />
        </button>
      )}
    </li>
  )
}
