/** Everything drawn, as layers and overlays of the open picture. */
import { type ReactNode, useMemo, useRef, useState } from 'react'
import type { CommentId, DrawingId, PhotoId, VersionId } from '../../common/ids.ts'
import type { Place } from '../../common/sheet/shape.ts'
import { MovingInkLayer, StillInk } from '../canvas/ink-layers.tsx'
import { clamp } from '../canvas/ink-place.ts'
import type { Placed } from '../canvas/photo-canvas.tsx'
import type { Look } from '../canvas/view-box.ts'
import { type Anchor, useTalkFocus } from '../loupe/talk-focus.tsx'
import { DrawOver } from './draw-over.tsx'
import { useDrawRoom } from './draw-room.tsx'
import { InHand } from './in-hand.ts'
import { useOthersInk, useOthersStrokes } from './others-ink.ts'
import { useOpenInk } from './use-ink.ts'

export interface DrawStageAsk {
  readonly photo: PhotoId
  readonly version: VersionId | null
  readonly look: Look
  readonly onLook: (look: Look) => void
  /** Somebody wants to write, or to read a thread. */
  readonly onWrite: () => void
  readonly onRead: () => void
}

export interface DrawStage {
  readonly layers: (at: Placed) => ReactNode
  readonly over: (at: Placed) => ReactNode
  /** A pin leads to these words. */
  readonly onThread: (thread: CommentId) => void
  readonly onTap: (place: Place) => boolean
  /** Put round the picture: whoever writes and taps the picture pins their words to it. */
  readonly onPointerDownCapture: () => void
}

export function useDrawStage(ask: DrawStageAsk): DrawStage {
  const { photo, version, look, onLook } = ask
  const open = useOpenInk(photo, version)
  const room = useDrawRoom()
  const focus = useTalkFocus()
  const [hand] = useState(() => new InHand())
  const [held, setHeld] = useState<DrawingId | null>(null)
  const strokes = useOthersStrokes(photo, version, open.known)
  const others = useOthersInk(strokes)
  const still = useMemo(() => (held ? open.inks.filter(({ id }) => id !== held) : open.inks), [open.inks, held])
  const anchor = (at: Anchor) => {
    focus.setThread(null)
    focus.setAnchor(at)
    room.leave()
    ask.onWrite()
  }
  const pin = ([x, y]: Place) => anchor({ place: [clamp(x), clamp(y)], drawing: null })
  const read = (thread: CommentId) => {
    focus.setThread(thread)
    ask.onRead()
  }
  const writing = useRef(false)
  return {
    layers: (at) => (
      <>
        <StillInk sheet={at} inks={still} />
        <MovingInkLayer sheet={at} source={others} />
        <MovingInkLayer sheet={at} source={hand} />
      </>
    ),
    over: (at) =>
      version && (
        <DrawOver
          easel={{ photo, version, open, hand, at, look, onLook, onPin: pin, onHold: setHeld }}
          onComment={(drawing) => anchor({ place: null, drawing })}
          strokes={strokes}
          onThread={read}
        />
      ),
    onThread: read,
    onTap(place) {
      const inside = place.every((side) => side >= 0 && side <= 1)
      if (!writing.current || !inside) return false
      pin(place)
      return true
    },
    onPointerDownCapture() {
      writing.current = document.activeElement?.closest('.comp') !== null && document.activeElement instanceof HTMLTextAreaElement
    },
  }
}
