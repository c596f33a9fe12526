/** Where this page points, said to whoever looks at the same photo; hidden when it rests or leaves. The table's laser makes it one. */
import { type RefObject, useEffect, useRef } from 'react'
import type { PhotoId } from '../../common/ids.ts'
import { spotOf } from '../canvas/part.ts'
import type { Placed } from '../canvas/photo-canvas.tsx'
import { useGallery } from '../gallery/use-gallery.tsx'
import { hasOpen } from './place.ts'
import { useTable } from './session-room.tsx'
import type { Spot } from './trails.ts'

/** Milliseconds after which a pointer that rests is taken away. */
const restsAfter = 4_000

/** The latest place of one's own pointer: for the own trail, without rendering anything. */
export interface OwnPointer {
  spot: Spot | null
  laser: boolean
  moved: () => void
}

export function usePointing(
  layer: RefObject<HTMLElement | null>,
  { photo, at }: { readonly photo: PhotoId; readonly at: Placed },
): OwnPointer {
  const { here, actions } = useGallery()
  const { laser } = useTable()
  const own = useRef<OwnPointer>({ spot: null, laser: false, moved: () => undefined }).current
  own.laser = laser
  const latest = useRef(at)
  latest.current = at
  const seen = here.some((seat) => hasOpen(seat, photo))
  useEffect(() => {
    const frame = layer.current?.parentElement
    if (!frame) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const put = (spot: Spot | null) => {
      own.spot = spot
      own.moved()
      if (seen) actions.say({ pointer: spot, on: spot && photo, laser: spot !== null && own.laser })
    }
    const rest = () => {
      clearTimeout(timer)
      if (own.spot) put(null)
    }
    const move = (event: PointerEvent) => {
      // A finger pans and draws; it points only when it is told to.
      if (event.pointerType === 'touch' && !own.laser) return
      clearTimeout(timer)
      timer = setTimeout(rest, restsAfter)
      const edge = frame.getBoundingClientRect()
      const { box, picture } = latest.current
      const [x, y] = spotOf([event.clientX - edge.left, event.clientY - edge.top], box, picture)
      put(x < 0 || y < 0 || x > 1 || y > 1 ? null : [fine(x), fine(y)])
    }
    frame.addEventListener('pointermove', move)
    frame.addEventListener('pointerleave', rest)
    return () => {
      frame.removeEventListener('pointermove', move)
      frame.removeEventListener('pointerleave', rest)
      rest()
    }
  }, [layer, own, seen, actions, photo])
  useEffect(() => {
    if (own.spot && seen) actions.say({ pointer: own.spot, on: photo, laser })
    own.moved()
  }, [laser, own, seen, actions, photo])
  return own
}

/** Fractions with four digits: finer than a pixel, and short to send. */
const fine = (fraction: number): number => Math.round(fraction * 10_000) / 10_000
