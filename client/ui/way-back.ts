/** Ways back that are taken once: a second press in the same moment goes no further. */
import { useRef } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { type Below, openedFrom, stepsToWall } from './trail.ts'
import { placeNow, trail } from './trail-kept.ts'

export interface WayBack {
  /** What a photo was opened large from, if not from the wall. */
  readonly below: Below | null
  /** One entry back. */
  readonly back: () => void
  /** To the wall as it was left; where it was not passed, to this address. */
  readonly toWall: (href: string, state?: object) => void
}

export function useWayBack(): WayBack {
  const navigate = useNavigate()
  const { key, pathname } = useLocation()
  const left = useRef<string | null>(null)
  const once = (go: () => void) => {
    if (left.current === key) return
    left.current = key
    go()
  }
  return {
    below: openedFrom(trail, placeNow(), pathname),
    back: () => once(() => void navigate(-1)),
    toWall: (href, state) =>
      once(() => {
        const steps = stepsToWall(trail, placeNow(), pathname)
        void (steps > 0 ? navigate(-steps) : navigate(href, { state }))
      }),
  }
}
