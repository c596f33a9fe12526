/** Pointers in motion: eased towards where they were last heard, with a trail that fades while they are lasers. Numbers only. */
export type Spot = readonly [x: number, y: number]

/** Milliseconds a trail is seen. */
const trailMs = 900
/** Of what is left, how much each frame goes; below `near` of the picture it is there. */
const share = 0.35
const near = 0.0004

interface Placed {
  readonly spot: Spot
  readonly at: number
}

export interface Moving {
  spot: Spot
  to: Spot
  laser: boolean
  trail: Placed[]
}

export const begun = (spot: Spot): Moving => ({ spot, to: spot, laser: false, trail: [] })

/** One frame on; true while there is more to show. `jump`: no easing and no trail. */
export function stepped(moving: Moving, now: number, jump: boolean): boolean {
  const [dx, dy] = [moving.to[0] - moving.spot[0], moving.to[1] - moving.spot[1]]
  const there = jump || Math.hypot(dx, dy) < near
  moving.spot = there ? moving.to : [moving.spot[0] + dx * share, moving.spot[1] + dy * share]
  if (moving.laser && !jump) moving.trail.push({ spot: moving.spot, at: now })
  while (moving.trail[0] && now - moving.trail[0].at > trailMs) moving.trail.shift()
  const rests = there && moving.trail.every(({ spot }) => spot === moving.spot)
  if (rests) moving.trail = []
  return !rests
}

/** How fresh a place of a trail is: 1 now, 0 gone. */
export const freshness = ({ at }: Placed, now: number): number => Math.max(0, 1 - (now - at) / trailMs)
