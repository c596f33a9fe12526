/** The hand-drawn frame round what somebody else sees, as SVG path data: dense points, so that the corners stay corners. */
import { dice, type Point, smooth, wax } from '../ui/strokes.ts'

interface FrameSize {
  readonly width: number
  readonly height: number
  readonly seed: number
  /** How far outside it runs, and how wide it is, pixels. */
  readonly out: number
  readonly pen: number
}

/** Pixels between two points of a long side, and what a corner is cut by. */
const step = 90
const cut = 16

export function framePath({ width, height, seed, out, pen }: FrameSize): string {
  const random = dice(seed)
  const [right, bottom] = [width + out, height + out]
  const corners: readonly Point[] = [
    [width * 0.16, -out],
    [right - cut, -out],
    [right, cut - out],
    [right, bottom - cut],
    [right - cut, bottom],
    [cut - out, bottom],
    [-out, bottom - cut],
    [-out, cut - out],
    [cut - out, -out - 1],
    [width * 0.21, -out - 4],
  ]
  const sway = () => (random() - 0.5) * 2.4
  const points = corners.flatMap(([x, y], i): readonly Point[] => {
    const next = corners[i + 1]
    if (!next) return [[x, y]]
    const parts = Math.max(1, Math.round(Math.hypot(next[0] - x, next[1] - y) / step))
    return Array.from({ length: parts }, (_, part) => [
      x + ((next[0] - x) * part) / parts + sway(),
      y + ((next[1] - y) * part) / parts + sway(),
    ])
  })
  return wax(smooth(points, 8), pen, seed)
}
