/** The few things Proofroom draws by hand, as SVG path data. */
import { dice, type Point, smooth, wax } from './strokes.ts'

export interface LoopSize {
  readonly width: number
  readonly height: number
  readonly seed: number
  /** How far outside the frame it runs, pixels. */
  readonly out?: number
  /** Width of the stroke, pixels. */
  readonly pen?: number
}

function corners({ width, height, seed, out = 6 }: LoopSize) {
  const random = dice(seed)
  const jitter = () => (random() - 0.5) * out * 0.6
  return {
    k: Math.min(14, height * 0.08),
    x0: -out + jitter(),
    x1: width + out + jitter(),
    x2: width + out + jitter(),
    x3: -out + jitter(),
    y0: -out + jitter(),
    y1: -out + jitter(),
    y2: height + out + jitter(),
    y3: height + out + jitter(),
    lean: () => jitter() * 0.3,
    random,
  }
}

/** Long sides get a point near each end, so that a curve does not swing out before its corner. */
function braced(points: readonly Point[], reach = 24): readonly Point[] {
  return points.flatMap((point, i) => {
    const next = points[i + 1]
    const length = next ? Math.hypot(next[0] - point[0], next[1] - point[1]) : 0
    if (!next || length < reach * 3) return [point]
    const along = (t: number): Point => [point[0] + (next[0] - point[0]) * t, point[1] + (next[1] - point[1]) * t]
    return [point, along(reach / length), along(1 - reach / length)]
  })
}

/** The centre line of a loop round a frame, starting and overlapping near the top left. */
export function loopLine(size: LoopSize): Point[] {
  const { width: w, height: h, out = 6 } = size
  const { k, x0, x1, x2, x3, y0, y1, y2, y3, lean, random } = corners(size)
  const start = 0.08 + random() * 0.34
  const end = start + Math.min(0.08 + random() * 0.1, (30 + random() * 22) / w)
  return smooth(
    braced([
      [w * start, -out * 0.25],
      [w * (start + 0.05), y0 * 0.85],
      [(w * (start + 0.68)) / 2 + w * 0.1, (y0 + y1) / 2 + lean()],
      [x1 - k, y1],
      [x1 - k * 0.25, y1 + k * 0.25],
      [x1, y1 + k],
      [(x1 + x2) / 2 + lean(), h * 0.5],
      [x2, y2 - k],
      [x2 - k * 0.3, y2 - k * 0.22],
      [x2 - k, y2],
      [w * 0.5, (y2 + y3) / 2 + lean()],
      [x3 + k, y3],
      [x3 + k * 0.22, y3 - k * 0.3],
      [x3, y3 - k],
      [(x0 + x3) / 2 + lean(), h * 0.5],
      [x0, y0 + k],
      [x0 + k * 0.2, y0 + k * 0.1],
      [x0 + k, y0 - out * 0.2],
      [w * end * 0.6, y0 - out * 0.3],
      [w * end, y0 - out * 0.75],
    ]),
    7,
  )
}

export const loopPath = (size: LoopSize): string => wax(loopLine(size), size.pen ?? 3.2, size.seed)

/** The circle round initials or a number, for a view box of 32. */
export function ringPath(seed: number, width = 2): string {
  const random = dice(seed)
  const radius = 16
  const from = ((-150 + random() * 70) * Math.PI) / 180
  const wide = 1 + 0.04 * (random() - 0.3)
  const tall = 0.95 + 0.05 * (random() - 0.4)
  const over = 0.55 + random() * 0.35
  const points: Point[] = []
  for (let angle = 0; angle <= 6.283 + over; angle += 0.3) {
    const reach = radius * (0.87 + 0.1 * (angle / (6.283 + over)) + 0.012 * Math.sin(angle * 2 + seed))
    points.push([radius + Math.cos(from + angle) * reach * wide, radius + Math.sin(from + angle) * reach * tall])
  }
  return wax(smooth(points, 1.6), width, seed)
}

/** A tick, for a view box of 32. */
export const tickPath = (seed: number, width = 4): string =>
  wax(
    smooth(
      [
        [9, 17],
        [14, 22],
        [24, 10],
      ],
      2,
    ),
    width,
    seed,
  )

/** The two strokes of a cross over a frame. */
export function crossPath(width: number, height: number, seed: number): string {
  const [x, y] = [width * 0.24, height * 0.2]
  const reach = Math.min(width, height) * 0.34
  const [cx, cy] = [width / 2, height / 2]
  const [rx, ry] = [Math.min(cx - x, reach), Math.min(cy - y, reach)]
  return (
    wax(
      smooth(
        [
          [cx - rx, cy - ry],
          [cx + 2, cy - 1],
          [cx + rx, cy + ry],
        ],
        5,
      ),
      4,
      seed,
    ) +
    wax(
      smooth(
        [
          [cx + rx, cy - ry],
          [cx - 2, cy + 1],
          [cx - rx, cy + ry],
        ],
        5,
      ),
      4,
      seed + 3,
    )
  )
}

/** One upright stroke of a tally; x is its middle. */
export function tallyPath(x: number, height: number, seed: number): string {
  const random = dice(seed * 77 + 4)
  const [a, b] = [(random() - 0.5) * 1.1, (random() - 0.5) * 1.1]
  return wax(
    [
      [x + 0.9 + a, random()],
      [x + a * 0.5, height / 2],
      [x - 0.9 + b, height - random()],
    ],
    2.2,
    seed + 5,
  )
}

/** A level stroke from one x to another. */
export function linePath(from: number, to: number, y: number, seed: number): string {
  const random = dice(seed)
  const middle = (from + to) / 2
  return wax(
    smooth(
      [
        [from, y + random() - 0.5],
        [middle, y + (random() - 0.5) * 2],
        [to, y + random() - 0.5],
      ],
      5,
    ),
    4,
    seed,
  )
}
