/** Threads on the picture: numbered, circled in the hand of whoever began them. A pin leads to its words. */
import { useIntl } from 'react-intl'
import type { CommentId } from '../../common/ids.ts'
import type { Place } from '../../common/sheet/shape.ts'
import { anchorOf } from '../canvas/ink-place.ts'
import type { Placed } from '../canvas/photo-canvas.tsx'
import { useGallery } from '../gallery/use-gallery.tsx'
import { type Anchor, useTalkFocus } from '../loupe/talk-focus.tsx'
import { hueClass } from '../ui/hue.ts'
import { ringPath } from '../ui/stroke-shapes.ts'
import { seedOf } from '../ui/strokes.ts'
import { styleAt } from './handles.ts'
import { inkOf } from './inks.ts'
import type { NumberedThread, OpenInk } from './use-ink.ts'

interface PinsProps {
  readonly at: Placed
  readonly open: OpenInk
  readonly onOpen: (thread: CommentId) => void
}

export function Pins({ at, open, onOpen }: PinsProps) {
  const { thread: current, anchor } = useTalkFocus()
  const { me } = useGallery()
  const next = anchor && placeOf(anchor, open, at)
  return (
    <>
      {open.threads.map((one) => (
        <Pin key={one.thread.first.id} one={one} at={at} open={open} current={current === one.thread.first.id} onOpen={onOpen} />
      ))}
      {next && me && (
        <span className={`pin next ${hueClass(me.person)}`} style={styleAt(at, next)} aria-hidden="true">
          <Ring seed={seedOf(me.person)} />
          <span>+</span>
        </span>
      )}
    </>
  )
}

interface PinProps {
  readonly one: NumberedThread
  readonly at: Placed
  readonly open: OpenInk
  readonly current: boolean
  readonly onOpen: (thread: CommentId) => void
}

function Pin({ one: { thread, number }, at, open, current, onOpen }: PinProps) {
  const intl = useIntl()
  const { people } = useGallery()
  const { first } = thread
  const place = placeOf(first, open, at)
  if (!place) return null
  const name = people.get(first.author)?.name ?? ''
  return (
    <button
      type="button"
      className={`pin ${hueClass(first.author)}${first.resolved ? ' done' : ''}`}
      style={styleAt(at, place)}
      aria-current={current}
      aria-label={intl.formatMessage(
        { id: first.resolved ? 'draw.pin.done' : 'draw.pin' },
        { n: number, name, words: first.body.slice(0, 80) },
      )}
      onPointerDown={(event) => event.stopPropagation()}
      onClick={() => onOpen(first.id)}
    >
      <Ring seed={seedOf(first.author)} />
      <span>{number}</span>
    </button>
  )
}

function Ring({ seed }: { readonly seed: number }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <circle className="halo" cx="16" cy="16" r="15.6" />
      <path d={ringPath(seed % 9973, 3.2)} />
    </svg>
  )
}

/** A point of the picture, else where the drawing is. */
function placeOf({ place, drawing }: Anchor, { drawings, inks }: OpenInk, { picture }: Placed): Place | null {
  if (place) return place
  const about = drawing && drawings.find(({ id }) => id === drawing)
  return about && inks.some(({ id }) => id === drawing) ? anchorOf(inkOf(about), picture) : null
}
