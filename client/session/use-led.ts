/** Zoom and pan of whoever is followed, on this page's own window: the same part of the picture, reached gently. */
import { useEffect, useRef } from 'react'
import type { PhotoId } from '../../common/ids.ts'
import { lookAt, type Part, towards } from '../canvas/part.ts'
import type { Placed } from '../canvas/photo-canvas.tsx'
import type { Look } from '../canvas/view-box.ts'
import { useGalleryStore } from '../gallery/use-gallery.tsx'
import { movesLess } from '../ui/moves-less.ts'
import { hasOpen, partSeen } from './place.ts'
import { useTable } from './session-room.tsx'

/** Of what is left, how much each frame goes; below `near` of the picture one is there. */
const share = 0.22
const near = 0.0006

interface Led {
  readonly photo: PhotoId
  readonly at: Placed
  readonly onLed: (look: Look) => void
}

export function useLed(led: Led): void {
  const { following } = useTable()
  const store = useGalleryStore()
  const latest = useRef(led)
  latest.current = led
  const { photo } = led
  const { width, height } = led.at.stage
  const size = `${width} ${height}`
  useEffect(() => {
    if (!following || size === '') return
    let frame = 0
    let now: Part | null = null
    /** `undefined` while the one who is followed is elsewhere: then the look stays. */
    const target = (): Part | null | undefined => {
      const seat = store.presence.all().findLast((one) => one.person === following && hasOpen(one, photo))
      return seat && partSeen(seat, photo)
    }
    const show = () => latest.current.onLed(lookAt(now, latest.current.at))
    const step = () => {
      frame = 0
      const to = target()
      if (to === undefined) return
      if (to === null || now === null || movesLess() || apart(now, to) < near) now = to
      else now = towards(now, to, share)
      show()
      if (to && now !== to) frame = requestAnimationFrame(step)
    }
    const heard = () => {
      frame ||= requestAnimationFrame(step)
    }
    heard()
    const off = store.presence.listen(heard)
    return () => {
      off()
      cancelAnimationFrame(frame)
    }
  }, [following, photo, store, size])
}

const apart = (a: Part, b: Part): number => Math.max(...a.map((value, i) => Math.abs(value - (b[i] ?? value))))
