/** The outline of a stroke with a living width: wax drags, swells and thins as the hand moves. Pure. */
import { dice, type Point } from '../ui/strokes.ts'

export interface Ribbon {
  readonly points: readonly Point[]
  readonly width: number
  readonly seed: number
  /** 0..1 for each point, or none: the harder, the wider. */
  readonly pressure?: readonly number[]
  /** How far its start and its end are drawn out thin; 0 leaves them as wide as the stroke. */
  readonly taper?: readonly [start: number, end: number]
  /** Added on both sides, for a casing. */
  readonly more?: number
}

const apart = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1])

/** Points closer together than this part of the width make corners nobody sees. */
const least = 0.12

/** One way along the left, back along the right. A single point becomes a dot. */
export function ribbon({ points, width, seed, pressure = [], taper: [thinStart, thinEnd] = [1, 1], more = 0 }: Ribbon): Point[] {
  const kept = points.flatMap((point, i) => {
    const last = points[i - 1]
    return !last || i === points.length - 1 || apart(last, point) > width * least * 0.2 ? [{ point, press: pressOf(pressure[i]) }] : []
  })
  const [first] = kept
  if (!first) return []
  const whole = lengthOf(kept.map(({ point }) => point))
  if (kept.length === 1 || whole < width * least) return dot(first.point, (width / 2) * first.press + more)
  const random = dice(seed)
  const [phase, ripple] = [random() * 9, random() * 9]
  const left: Point[] = []
  const right: Point[] = []
  let gone = 0
  kept.forEach(({ point, press }, i) => {
    const before = kept[i - 1]?.point ?? point
    const after = kept[i + 1]?.point ?? point
    if (i > 0) gone += apart(before, point)
    const length = apart(before, after) || 1
    const [dx, dy] = [(after[0] - before[0]) / length, (after[1] - before[1]) / length]
    const start = Math.min(1, 1 - 0.45 * thinStart + gone / (width * 3))
    const end = Math.min(1, 1 - 0.7 * thinEnd + (whole - gone) / (width * 6))
    const grain =
      1 + 0.16 * Math.sin(gone / (width * 17) + phase) + 0.07 * Math.sin(gone / (width * 4.3) + ripple) + (random() - 0.5) * 0.06
    const half = (width / 2) * grain * press * start * end + more
    left.push([point[0] - dy * half, point[1] + dx * half])
    right.push([point[0] + dy * half, point[1] - dx * half])
  })
  return [...left, ...right.reverse()]
}

const pressOf = (pressure: number | undefined): number => (pressure === undefined ? 1 : 0.35 + 1.15 * pressure)

function lengthOf(points: readonly Point[]): number {
  let length = 0
  for (let i = 1; i < points.length; i++) length += apart(points[i - 1] ?? [0, 0], points[i] ?? [0, 0])
  return length
}

function dot([x, y]: Point, radius: number): Point[] {
  return Array.from({ length: 12 }, (_, i): Point => [x + Math.cos((i * Math.PI) / 6) * radius, y + Math.sin((i * Math.PI) / 6) * radius])
}
