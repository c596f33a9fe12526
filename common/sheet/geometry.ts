/** Points of a stroke: fractions of the picture, packed as two unsigned 16-bit big-endian numbers each. */

export type Point = readonly [x: number, y: number]

/** Bytes of one packed point. */
export const pointBytes = 4
const full = 0xffff

const clamp = (value: number): number => (value > 0 ? Math.min(value, 1) : 0)

/** Points outside the picture are moved to its edge; NaN becomes 0. */
export function packPoints(points: readonly Point[]): Uint8Array {
  const packed = new Uint8Array(points.length * pointBytes)
  const view = new DataView(packed.buffer)
  points.forEach(([x, y], i) => {
    view.setUint16(i * pointBytes, Math.round(clamp(x) * full))
    view.setUint16(i * pointBytes + 2, Math.round(clamp(y) * full))
  })
  return packed
}

/** Bytes that make no whole point are left out. */
export function unpackPoints(packed: Uint8Array): readonly Point[] {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength)
  return Array.from(
    { length: Math.floor(packed.length / pointBytes) },
    (_, i): Point => [view.getUint16(i * pointBytes) / full, view.getUint16(i * pointBytes + 2) / full],
  )
}

/** The smallest rectangle around all points, or null without any. */
export function boundsOf(
  points: readonly Point[],
): { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number } | null {
  if (points.length === 0) return null
  const bounds = { left: 1, top: 1, right: 0, bottom: 0 }
  for (const [x, y] of points) {
    bounds.left = Math.min(bounds.left, x)
    bounds.top = Math.min(bounds.top, y)
    bounds.right = Math.max(bounds.right, x)
    bounds.bottom = Math.max(bounds.bottom, y)
  }
  return bounds
}

/** The same line with fewer points: none of those left out lies further than `tolerance` from it. First and last stay. */
export function simplify(points: readonly Point[], tolerance: number): readonly number[] {
  const last = points.length - 1
  if (last < 2) return points.map((_, i) => i)
  const kept = new Set([0, last])
  const open: [number, number][] = [[0, last]]
  for (let span = open.pop(); span; span = open.pop()) {
    const far = furthest(points, span)
    if (!far || far.distance <= tolerance) continue
    kept.add(far.index)
    open.push([span[0], far.index], [far.index, span[1]])
  }
  return [...kept].sort((a, b) => a - b)
}

function furthest(points: readonly Point[], [from, to]: readonly [number, number]): { index: number; distance: number } | null {
  const a = points[from]
  const b = points[to]
  if (!a || !b) return null
  let found: { index: number; distance: number } | null = null
  for (let index = from + 1; index < to; index++) {
    const point = points[index]
    if (!point) continue
    const distance = distanceTo(point, a, b)
    if (!found || distance > found.distance) found = { index, distance }
  }
  return found
}

/** Distance of a point from the line between two others. */
export function distanceTo(point: Point, a: Point, b: Point): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const length = dx * dx + dy * dy
  const t = length === 0 ? 0 : clamp(((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / length)
  return Math.hypot(point[0] - a[0] - t * dx, point[1] - a[1] - t * dy)
}
