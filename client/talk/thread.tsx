/** A thread: its first words, what was answered, and whether it is done. */
import { Check, CircleCheck, CornerUpLeft, MapPin, RotateCcw, Spline } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { CommentId, PhotoId } from '../../common/ids.ts'
import type { SeenComment } from '../gallery/gallery-view.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { OnVersion } from '../loupe/on-version.tsx'
import { useTalkFocus } from '../loupe/talk-focus.tsx'
import { isStaff } from '../sheet/audience.ts'
import { hueClass } from '../ui/hue.ts'
import { glide } from '../ui/moves-less.ts'
import { Replying } from './answer.tsx'
import { Ringed } from './ringed.tsx'
import { Said } from './said.tsx'
import { SaidText } from './said-text.tsx'
import type { NumberedThread } from './shown-threads.ts'
import { useReadInView } from './use-reading.ts'

interface ThreadProps {
  readonly numbered: NumberedThread
  readonly photo: PhotoId
  readonly may: boolean
  readonly fresh: ReadonlySet<CommentId>
  /** The comment an address led to. */
  readonly led: CommentId | null
}

export function Thread({ numbered, photo, may, fresh, led }: ThreadProps) {
  const intl = useIntl()
  const { people } = useGallery()
  const focus = useTalkFocus()
  const { thread, number } = numbered
  const { first, replies } = thread
  const [answering, setAnswering] = useState(false)
  const [unfolded, setUnfolded] = useState(false)
  /** Resolved here and now: the line it folds to keeps the focus. */
  const [just, setJust] = useState(false)
  const words = [first, ...replies]
  const current = focus.thread === first.id
  const ledHere = led !== null && words.some(({ id }) => id === led)
  const done = first.resolved !== null
  const folded = done && !current && !unfolded && (just || !words.some(({ id }) => fresh.has(id)))
  const place = useRef<HTMLElement>(null)
  const resolved = () => {
    setUnfolded(false)
    focus.setThread(null)
    setJust(true)
  }
  useReadInView(place, photo, thread)
  useEffect(() => {
    if (current) place.current?.scrollIntoView({ block: 'nearest', behavior: glide() })
  }, [current])
  const name = people.get(first.author)?.name ?? intl.formatMessage({ id: 'person.somebody' })
  const label = intl.formatMessage({ id: 'talk.by' }, { n: number, name })
  if (folded) return <Folded first={first} label={label} name={name} place={place} just={just} onUnfold={() => setUnfolded(true)} />
  return (
    <article
      ref={place}
      className={`th${done ? ' done' : ''}${current ? ' cur' : ''}${ledHere ? ' led' : ''}`}
      aria-label={label}
      aria-current={current}
      onPointerDown={() => focus.setThread(first.id)}
    >
      <Bound first={first} number={number} current={current} onFocus={() => focus.setThread(current ? null : first.id)} />
      <div>
        <Said comment={first} photo={photo} may={may} fresh={fresh.has(first.id)} />
        <OnVersion photo={photo} version={first.version} />
        {replies.map((reply) => (
          <div key={reply.id} className={`re ${hueClass(reply.author)}`}>
            <Said comment={reply} photo={photo} may={may} fresh={fresh.has(reply.id)} />
          </div>
        ))}
        {answering ? (
          <Replying first={first} photo={photo} name={name} onDone={() => setAnswering(false)} />
        ) : (
          <Foot first={first} photo={photo} may={may} onReply={() => setAnswering(true)} onResolved={resolved} />
        )}
      </div>
    </article>
  )
}

interface NumberProps {
  readonly first: SeenComment
  readonly number: number
  readonly current: boolean
  readonly onFocus: () => void
}

/** The number its pin carries, circled in the hand of whoever began. */
function Bound({ first, number, current, onFocus }: NumberProps) {
  const intl = useIntl()
  const bound = first.drawing ? 'drawing' : first.place ? 'place' : 'none'
  return (
    <button
      type="button"
      className="n"
      aria-pressed={current}
      aria-label={intl.formatMessage({ id: `talk.number.${bound}` }, { n: number })}
      onPointerDown={(event) => event.stopPropagation()}
      onClick={onFocus}
    >
      <Ringed person={first.author} number={number} />
      {bound === 'place' && <MapPin className="i on" aria-hidden="true" />}
      {bound === 'drawing' && <Spline className="i on" aria-hidden="true" />}
    </button>
  )
}

interface FoldedProps {
  readonly first: SeenComment
  readonly label: string
  readonly name: string
  readonly place: React.RefObject<HTMLElement | null>
  readonly just: boolean
  readonly onUnfold: () => void
}

/** What is done takes one line. */
function Folded({ first, label, name, place, just, onUnfold }: FoldedProps) {
  const focus = useTalkFocus()
  return (
    <article ref={place} className="th done folded" aria-label={label}>
      <button
        type="button"
        // biome-ignore lint/a11y/noAutofocus: the button that was pressed is gone
        autoFocus={just}
        aria-expanded="false"
        onClick={() => {
          onUnfold()
          focus.setThread(first.id)
        }}
      >
        <CircleCheck className="i" aria-hidden="true" />
        <span className="trunc">
          <b>{first.mine ? <FormattedMessage id="talk.you" /> : name}</b>,{' '}
          {first.deleted === null ? <SaidText body={first.body} mentions={[]} /> : <FormattedMessage id="talk.deleted" />}
        </span>
        <small>
          <FormattedMessage id="talk.resolved" />
        </small>
      </button>
    </article>
  )
}

interface FootProps {
  readonly first: SeenComment
  readonly photo: PhotoId
  readonly may: boolean
  readonly onReply: () => void
  readonly onResolved: () => void
}

function Foot({ first, photo, may, onReply, onResolved }: FootProps) {
  const { actions, gallery, people } = useGallery()
  const done = first.resolved !== null
  const mayResolve = may && (first.mine || (gallery !== null && isStaff(gallery)))
  if (!may && !done) return null
  return (
    <div className="foot">
      {may && (
        <button type="button" onClick={onReply}>
          <CornerUpLeft className="i s" aria-hidden="true" />
          <FormattedMessage id="talk.reply" />
        </button>
      )}
      {mayResolve && (
        <button
          type="button"
          onClick={() => {
            actions.resolveComment(photo, first.id, !done)
            if (!done) onResolved()
          }}
        >
          {done ? <RotateCcw className="i s" aria-hidden="true" /> : <Check className="i s" aria-hidden="true" />}
          <FormattedMessage id={done ? 'talk.reopen' : 'talk.resolve'} />
        </button>
      )}
      {first.resolved && (
        <small>
          <FormattedMessage id="talk.resolved.by" values={{ name: people.get(first.resolved.by)?.name ?? '' }} />
        </small>
      )}
    </div>
  )
}
