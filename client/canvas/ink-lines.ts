/** Centre lines of what a hand draws, in ink units. */
import type { Place } from '../../common/sheet/shape.ts'
import { dice, type Point, smooth } from '../ui/strokes.ts'
import { type InkShape, inkEdge, isFree } from './ink-shape.ts'
import type { Size } from './view-box.ts'

export interface CentreLine {
  readonly points: readonly Point[]
  /** 0..1 for each point, or none. */
  readonly pressure: readonly number[]
  readonly width: number
}

const inUnits =
  (size: Size) =>
  ([x, y]: Place): Point => [x * size.width, y * size.height]

/** One line, or the shaft and the head of an arrow. A text has none. */
export function centreLines(shape: InkShape, size: Size): readonly CentreLine[] {
  const points = shape.points.map(inUnits(size))
  const width = shape.width * inkEdge
  const plain = (line: readonly Point[]): CentreLine => ({ points: line, pressure: [], width })
  const [a, b] = [points[0], points[1] ?? points[0]]
  if (!a || !b || shape.tool === 'text') return []
  if (isFree(shape.tool)) return [free(points, shape.pressure, width)]
  switch (shape.tool) {
    case 'line':
      return [plain(steps(a, b, width))]
    case 'arrow':
      return arrow(a, b, width).map(plain)
    case 'rectangle':
      return [plain(box(a, b, width))]
    case 'ellipse':
      return [plain(oval(a, b, seedOf(shape.id)))]
    default:
      return [plain(ring(a, width * 3))]
  }
}

/** A seed of a drawing's hand. */
export const seedOf = (id: string): number => [...id].reduce((hash, char) => (hash * 31 + char.charCodeAt(0)) % 9_973, 7)

/** A curve through the points; pressure runs along with it. */
function free(points: readonly Point[], pressure: readonly number[], width: number): CentreLine {
  const step = Math.max(1.2, width * 0.5)
  if (pressure.length !== points.length) return { points: smooth(points, step), pressure: [], width }
  const line: Point[] = []
  const press: number[] = []
  points.forEach((point, i) => {
    const next = points[i + 1]
    if (!next) return
    const piece = smooth([points[i - 1] ?? point, point, next, points[i + 2] ?? next], step)
    const parts = Math.max(2, Math.round(Math.hypot(next[0] - point[0], next[1] - point[1]) / step))
    const skipped = Math.max(
      2,
      Math.round(Math.hypot(point[0] - (points[i - 1] ?? point)[0], point[1] - (points[i - 1] ?? point)[1]) / step),
    )
    for (let k = 0; k < parts; k++) {
      line.push(piece[skipped + k] ?? point)
      press.push(((pressure[i] ?? 0) + (((pressure[i + 1] ?? 0) - (pressure[i] ?? 0)) * k) / parts) / 255)
    }
  })
  const last = points.at(-1)
  if (last) {
    line.push(last)
    press.push((pressure.at(-1) ?? 0) / 255)
  }
  return { points: line, pressure: press, width }
}

/** Straight, with a point now and then, so that its width can live. */
function steps(a: Point, b: Point, width: number): Point[] {
  const parts = Math.max(2, Math.min(400, Math.round(Math.hypot(b[0] - a[0], b[1] - a[1]) / Math.max(2, width))))
  return Array.from({ length: parts + 1 }, (_, i): Point => [a[0] + ((b[0] - a[0]) * i) / parts, a[1] + ((b[1] - a[1]) * i) / parts])
}

/** The tip is where it was put; the head is no longer than the shaft. */
function arrow(a: Point, b: Point, width: number): readonly Point[][] {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1])
  const head = Math.min(width * 4.6, length * 0.6)
  const angle = Math.atan2(b[1] - a[1], b[0] - a[0])
  const side = (turn: number): Point => [b[0] - Math.cos(angle + turn) * head, b[1] - Math.sin(angle + turn) * head]
  return [steps(a, b, width), [...steps(side(0.52), b, width / 2), ...steps(b, side(-0.52), width / 2).slice(1)]]
}

/** Round the corners a little, past the first one at the end. */
function box(a: Point, b: Point, width: number): Point[] {
  const [x0, x1] = [Math.min(a[0], b[0]), Math.max(a[0], b[0])]
  const [y0, y1] = [Math.min(a[1], b[1]), Math.max(a[1], b[1])]
  const k = Math.min(width * 1.4, (x1 - x0) / 3, (y1 - y0) / 3)
  const near = Math.min(width * 5, (x1 - x0) / 3)
  const corner = (x: number, y: number, [fx, fy]: Point, [tx, ty]: Point): Point[] => [
    [x + fx * k, y + fy * k],
    [x + (fx + tx) * k * 0.22, y + (fy + ty) * k * 0.22],
    [x + tx * k, y + ty * k],
  ]
  const path: Point[] = [
    [x0 + k, y0],
    ...corner(x1, y0, [-1, 0], [0, 1]),
    ...corner(x1, y1, [0, -1], [-1, 0]),
    ...corner(x0, y1, [1, 0], [0, -1]),
    ...corner(x0, y0, [0, 1], [1, 0]),
    [x0 + near, y0],
  ]
  return path.flatMap((point, i) => {
    const next = path[i + 1]
    return next ? steps(point, next, width).slice(0, -1) : [point]
  })
}

/** Once round and a little further, as a hand does; never outside its box. */
function oval(a: Point, b: Point, seed: number): Point[] {
  const random = dice(seed)
  const [cx, cy, rx, ry] = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2, Math.abs(b[0] - a[0]) / 2, Math.abs(b[1] - a[1]) / 2]
  const from = -2.5 + random() * 0.6
  const over = 0.5 + random() * 0.3
  const parts = Math.max(24, Math.min(240, Math.round((rx + ry) / 3)))
  return Array.from({ length: parts + 1 }, (_, i): Point => {
    const turned = (i / parts) * (2 * Math.PI + over)
    const reach = 1 - 0.07 * Math.max(0, 1 - turned / 1.4)
    return [cx + Math.cos(from + turned) * rx * reach, cy + Math.sin(from + turned) * ry * reach]
  })
}

function ring(middle: Point, radius: number): Point[] {
  return Array.from(
    { length: 33 },
    (_, i): Point => [middle[0] + Math.cos((i * Math.PI) / 16) * radius, middle[1] + Math.sin((i * Math.PI) / 16) * radius],
  )
}
