/** From what a hand does to a stroke: steadied, with as few points as it needs. Its two ends stay where the hand was. Pure. */
import { pointsPerStroke } from '../../common/limits.ts'
import { simplify } from '../../common/sheet/geometry.ts'
import type { Place } from '../../common/sheet/shape.ts'
import { clamp } from './ink-place.ts'
import { inkSize } from './ink-shape.ts'
import type { Size } from './view-box.ts'

export interface PenLine {
  readonly points: readonly Place[]
  /** 0..255 for each point, or none. */
  readonly pressure: readonly number[]
}
export const noLine: PenLine = { points: [], pressure: [] }

export interface PenPoint {
  readonly place: Place
  /** 0..1, or null where the device has none. */
  readonly pressure: number | null
}

/** The line with what the hand did since. Points nearer than `least` (units) to the last say nothing new. */
export function drawnOn(line: PenLine, more: readonly PenPoint[], at: { readonly picture: Size; readonly least: number }): PenLine {
  const size = inkSize(at.picture)
  const points = [...line.points]
  const pressure = [...line.pressure]
  for (const { place, pressure: press } of more) {
    const next: Place = [clamp(place[0]), clamp(place[1])]
    const last = points.at(-1)
    if (last && Math.hypot((next[0] - last[0]) * size.width, (next[1] - last[1]) * size.height) < at.least) continue
    if (points.length >= pointsPerStroke) break
    points.push(next)
    if (press !== null && pressure.length === points.length - 1) pressure.push(Math.round(clamp(press) * 255))
  }
  return { points, pressure: pressure.length === points.length ? pressure : [] }
}

/** `tolerance`: units a point may lie beside the line without being kept. */
export function finished(line: PenLine, at: { readonly picture: Size; readonly tolerance: number }): PenLine {
  const size = inkSize(at.picture)
  const points = steadied(line.points)
  const pressure = line.pressure.length === points.length ? line.pressure : []
  const kept = simplify(
    points.map(([x, y]) => [x * size.width, y * size.height] as const),
    at.tolerance,
  )
  const keep = <T>(list: readonly T[]) => kept.flatMap((index) => list.slice(index, index + 1))
  return { points: keep(points), pressure: keep(pressure) }
}

/** Each point a little towards its neighbours, but for the ends. */
export function steadied(points: readonly Place[]): readonly Place[] {
  return points.map((point, i): Place => {
    const [before, after] = [points[i - 1], points[i + 1]]
    if (!before || !after) return point
    return [(before[0] + 2 * point[0] + after[0]) / 4, (before[1] + 2 * point[1] + after[1]) / 4]
  })
}
