/** Wax strokes: filled outlines with a living width. Pure functions of points, width and seed; SVG path data comes out. */
export type Point = readonly [x: number, y: number]

/** The same seed gives the same numbers in 0..1, on every machine. */
export function dice(seed: number): () => number {
  let a = Math.imul(seed, 2654435761) >>> 0 || 1
  return () => {
    a ^= a << 13
    a >>>= 0
    a ^= a >>> 17
    a ^= a << 5
    a >>>= 0
    return a / 4294967296
  }
}

/** A seed made of a name. */
export const seedOf = (text: string): number => [...text].reduce((hash, char) => (Math.imul(hash, 31) + char.charCodeAt(0)) >>> 0, 7)

const distance = (a: Point, b: Point) => Math.hypot(b[0] - a[0], b[1] - a[1])
const at = (points: readonly Point[], index: number): Point => points[Math.max(0, Math.min(points.length - 1, index))] ?? [0, 0]

const bend = (a: number, b: number, c: number, d: number, t: number) =>
  0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t)

/** A curve through the points (Catmull-Rom), one point about every `step` pixels. */
export function smooth(points: readonly Point[], step = 4): Point[] {
  const curve: Point[] = []
  for (let i = 0; i < points.length - 1; i++) {
    const [a, b, c, d] = [at(points, i - 1), at(points, i), at(points, i + 1), at(points, i + 2)]
    const parts = Math.max(2, Math.round(distance(b, c) / step))
    for (let k = 0; k < parts; k++) {
      const t = k / parts
      curve.push([bend(a[0], b[0], c[0], d[0], t), bend(a[1], b[1], c[1], d[1], t)])
    }
  }
  curve.push(at(points, points.length - 1))
  return curve
}

const spot = ([x, y]: Point) => `${x.toFixed(1)} ${y.toFixed(1)}`

function outline(points: readonly Point[]): string {
  let path = `M${spot(at(points, 0))}`
  for (let i = 1; i < points.length; i++) {
    const a = at(points, i)
    const b = at(points, (i + 1) % points.length)
    path += `Q${spot(a)} ${spot([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2])}`
  }
  return `${path}Z`
}

/** The stroke of a grease pencil along a centre line; `open` leaves the tip as wide as the stroke: it is still being drawn. */
export function wax(points: readonly Point[], width: number, seed = 1, open = false): string {
  const random = dice(seed)
  const [phase, ripple] = [random() * 9, random() * 9]
  const left: Point[] = []
  const right: Point[] = []
  const whole = points.reduce((sum, point, i) => sum + (i ? distance(at(points, i - 1), point) : 0), 0)
  let gone = 0
  points.forEach((point, i) => {
    if (i) gone += distance(at(points, i - 1), point)
    const [before, after] = [at(points, i - 1), at(points, i + 1)]
    const length = distance(before, after) || 1
    const [dx, dy] = [(after[0] - before[0]) / length, (after[1] - before[1]) / length]
    const start = Math.min(1, 0.55 + gone / (width * 3))
    const end = open ? 1 : Math.min(1, 0.3 + (whole - gone) / (width * 6))
    const grain = 1 + 0.2 * Math.sin(gone / (width * 17) + phase) + 0.09 * Math.sin(gone / (width * 4.3) + ripple) + (random() - 0.5) * 0.1
    const half = (width / 2) * grain * start * end
    left.push([point[0] - dy * half, point[1] + dx * half])
    right.push([point[0] + dy * half, point[1] - dx * half])
  })
  return outline([...left, ...right.reverse()])
}
