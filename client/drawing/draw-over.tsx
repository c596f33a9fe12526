/** What lies over the picture: pins, pens of others, and in draw mode the surface a hand draws on. */
import { useState } from 'react'
import type { CommentId, DrawingId } from '../../common/ids.ts'
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
  readonly drawing: DrawingId | null
}

function Surface({ easel }: { readonly easel: Omit<Easel, 'onText'> }) {
  const { actions, me } = useGallery()
  const { kit } = useDrawRoom()
  const [writing, setWriting] = useState<Writing | null>(null)
  const acts = useHandActs({ ...easel, onText: (place, drawing) => setWriting(writing ? null : { place, drawing }) })
  const hand = useDrawHand(acts)
  const { at, photo, version, open } = easel
  const known = open.drawings.find(({ id }) => id === writing?.drawing)
  const [first] = open.inks.find(({ id }) => id === writing?.drawing)?.points ?? []
  const width = known?.width ?? widthOf('text', kit.width, unitScale(at) * inkEdge)
  const colour = known ? known.colour : kit.colour
  const write = (text: string) => {
    if (writing && text !== '' && known) actions.changeDrawing(photo, known.id, { text })
    else if (writing && text !== '') {
      const stroke = { version, tool: 'text', width, text, colour, ...packedOf({ points: [writing.place], pressure: [] }) } as const
      actions.draw(photo, newId<DrawingId>('drawing'), { ...stroke, teamOnly: kit.teamOnly })
    }
    setWriting(null)
  }
  return (
    <>
      <div className={`draw-surface tool-${kit.tool}`} {...hand} />
      {writing && me && (
        <TextField
          key={`${writing.place}`}
          at={at}
          place={first ?? writing.place}
          letters={Math.max(12, width * inkEdge * unitScale(at))}
          colour={colour ?? waxOf(known?.author ?? me.person)}
          text={known?.text ?? ''}
          onDone={write}
        />
      )}
    </>
  )
}
