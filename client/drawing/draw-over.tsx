/** What lies over the picture: pins, pens of others, and in draw mode the surface a hand draws on. */
import { useState } from 'react'
import type { CommentId, DrawingId, PersonId } from '../../common/ids.ts'
import type { Place } from '../../common/sheet/shape.ts'
import { unitScale } from '../canvas/ink-paint.ts'
import { inkEdge } from '../canvas/ink-shape.ts'
import { useDrawHand } from '../canvas/use-draw-hand.ts'
import type { LiveStroke } from '../gallery/stroke-book.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { newId } from '../net/new-id.ts'
import { waxOf } from '../ui/hue.ts'
import { useDrawRoom } from './draw-room.tsx'
import { packedOf } from './inks.ts'
import { widthOf } from './kit.ts'
import { PinAim } from './pin-aim.tsx'
import { Pins } from './pins.tsx'
import { SayDrawing } from './say-drawing.tsx'
import { Selection } from './selection.tsx'
import { TextField } from './text-field.tsx'
import { Tips } from './tips.tsx'
import { type Easel, useHandActs } from './use-hand-acts.ts'
import { useSayWords } from './use-say-words.ts'

interface DrawOverProps {
  readonly easel: Omit<Easel, 'onText'>
  readonly strokes: readonly LiveStroke[]
  readonly onThread: (thread: CommentId) => void
  readonly onComment: (drawing: DrawingId) => void
}

export function DrawOver({ easel, strokes, onThread, onComment }: DrawOverProps) {
  const room = useDrawRoom()
  const { at, open, photo, hand } = easel
  const shown = room.selected ?? room.fresh
  const drawing = room.on ? open.drawings.find(({ id, hidden }) => id === shown && !hidden) : undefined
  return (
    <>
      {room.on && <Surface easel={easel} />}
      <Pins at={at} open={open} onOpen={onThread} />
      <Tips at={at} strokes={strokes} />
      <SayDrawing key={photo} open={open} strokes={strokes} />
      {drawing && <Selection at={at} photo={photo} drawing={drawing} hand={hand} fresh={room.selected === null} onComment={onComment} />}
      {room.on && room.kit.tool === 'pin' && <PinAim at={at} onPin={easel.onPin} />}
    </>
  )
}

interface Writing {
  readonly place: Place
  /** The text that is written anew, or null. */
  readonly drawing: DrawingId | null
  /** What a new one will be. */
  readonly id: DrawingId
}

function Surface({ easel }: { readonly easel: Omit<Easel, 'onText'> }) {
  const { me } = useGallery()
  const { kit } = useDrawRoom()
  const [writing, setWriting] = useState<Writing | null>(null)
  const write = (place: Place, drawing: DrawingId | null) =>
    setWriting(writing ? null : { place, drawing, id: newId<DrawingId>('drawing') })
  const acts = useHandActs({ ...easel, onText: write })
  const hand = useDrawHand(acts)
  return (
    <>
      <div className={`draw-surface tool-${kit.tool}`} {...hand} />
      {writing && me && <Words key={writing.id} easel={easel} writing={writing} author={me.person} onDone={() => setWriting(null)} />}
    </>
  )
}

interface WordsProps {
  readonly easel: Omit<Easel, 'onText'>
  readonly writing: Writing
  readonly author: PersonId
  readonly onDone: () => void
}

/** A text while it is written: a new one is seen by others letter by letter, as strokes are. */
function Words({ easel, writing, author, onDone }: WordsProps) {
  const { actions } = useGallery()
  const { kit } = useDrawRoom()
  const { at, photo, version, open } = easel
  const known = open.drawings.find(({ id }) => id === writing.drawing)
  const [first] = open.inks.find(({ id }) => id === writing.drawing)?.points ?? []
  const width = known?.width ?? widthOf('text', kit.width, unitScale(at) * inkEdge)
  const colour = known ? known.colour : kit.colour
  const stroke = { version, tool: 'text', width, colour, teamOnly: kit.teamOnly } as const
  const say = useSayWords((text) =>
    actions.sayStroke(photo, text === null ? null : { ...stroke, id: writing.id, points: [writing.place], pressure: [], text }),
  )
  const done = (text: string) => {
    if (text !== '' && known) actions.changeDrawing(photo, known.id, { text })
    else if (text !== '') actions.draw(photo, writing.id, { ...stroke, text, ...packedOf({ points: [writing.place], pressure: [] }) })
    if (!known) say.end(text !== '')
    onDone()
  }
  return (
    <TextField
      at={at}
      place={first ?? writing.place}
      letters={Math.max(12, width * inkEdge * unitScale(at))}
      colour={colour ?? waxOf(known?.author ?? author)}
      text={known?.text ?? ''}
      onType={(text) => known || say.type(text)}
      onDone={done}
    />
  )
}
