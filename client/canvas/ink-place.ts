/** Where a drawing is: its box, whether it was hit, moved and resized. Fractions of the picture; nothing leaves 0..1. */
import { distanceTo } from '../../common/sheet/geometry.ts'
import type { Place } from '../../common/sheet/shape.ts'
import { centreLines } from './ink-lines.ts'
import { type InkShape, inkEdge, inkSize } from './ink-shape.ts'
import { lineWidth } from './letters.ts'
import type { Size } from './view-box.ts'

export interface Bounds {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Height of a line of text, in heights of its letters. */
export const lineHeight = 1.24
/** Resizing to nothing would lose the drawing. */
const smallest = 0.002

export const clamp = (value: number): number => Math.min(1, Math.max(0, value))

/** Round its points; of a text round its letters, which may reach beyond the picture. */
export function boundsOf(shape: InkShape, picture: Size): Bounds {
  const xs = shape.points.map(([x]) => x)
  const ys = shape.points.map(([, y]) => y)
  const box = { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }
  if (shape.tool !== 'text') return box
  const size = inkSize(picture)
  const letters = shape.width * inkEdge
  const lines = (shape.text ?? '').split('\n')
  const longest = Math.max(0.5, ...lines.map(lineWidth))
  return {
    ...box,
    right: box.left + (longest * letters) / size.width,
    bottom: box.top + (lines.length * lineHeight * letters) / size.height,
  }
}

/** `reach`: units beside the stroke that still count, as fingers are wide. */
export function isHit(shape: InkShape, at: Place, scene: { readonly picture: Size; readonly reach: number }): boolean {
  const size = inkSize(scene.picture)
  const [x, y] = [at[0] * size.width, at[1] * size.height]
  if (shape.tool === 'text') {
    const box = boundsOf(shape, scene.picture)
    const [rx, ry] = [scene.reach / size.width, scene.reach / size.height]
    return at[0] >= box.left - rx && at[0] <= box.right + rx && at[1] >= box.top - ry && at[1] <= box.bottom + ry
  }
  return centreLines(shape, size).some(({ points, width }) => {
    const within = (shape.tool === 'highlight' ? width * highlightWidth : width) / 2 + scene.reach
    if (points.length === 1) return Math.hypot(x - (points[0]?.[0] ?? 0), y - (points[0]?.[1] ?? 0)) <= within
    return points.some((point, i) => {
      const next = points[i + 1]
      return next !== undefined && distanceIn([x, y], point, next) <= within
    })
  })
}

/** A highlighter is so many times wider than a pen. */
export const highlightWidth = 5

const distanceIn = (point: Place, a: Place, b: Place): number => distanceTo(point, a, b)

/** Moved as far as the picture's edges let it. */
export function movedBy<T extends InkShape>(shape: T, by: Place): T {
  const xs = shape.points.map(([x]) => x)
  const ys = shape.points.map(([, y]) => y)
  const dx = Math.min(1 - Math.max(...xs), Math.max(-Math.min(...xs), by[0]))
  const dy = Math.min(1 - Math.max(...ys), Math.max(-Math.min(...ys), by[1]))
  return { ...shape, points: shape.points.map(([x, y]): Place => [clamp(x + dx), clamp(y + dy)]) }
}

/** Stretched from one box into another. A text keeps its letters' shape: it grows with its height. */
export function resized<T extends InkShape>(shape: T, from: Bounds, to: Bounds): T {
  const box = { left: clamp(to.left), top: clamp(to.top), right: clamp(to.right), bottom: clamp(to.bottom) }
  const wide = Math.max(smallest, box.right - box.left)
  const high = Math.max(smallest, box.bottom - box.top)
  if (shape.tool === 'text') {
    const factor = (to.bottom - to.top) / Math.max(smallest, from.bottom - from.top)
    return { ...shape, width: Math.min(0.5, Math.max(0.004, shape.width * factor)), points: [[box.left, box.top]] }
  }
  const along = (value: number, start: number, length: number, at: number, size: number) =>
    clamp(length < 1e-9 ? at + size / 2 : at + ((value - start) / length) * size)
  return {
    ...shape,
    points: shape.points.map(
      ([x, y]): Place => [
        along(x, from.left, from.right - from.left, Math.min(box.left, 1 - wide), wide),
        along(y, from.top, from.bottom - from.top, Math.min(box.top, 1 - high), high),
      ],
    ),
  }
}

/** Where a comment about the drawing hangs: at the start of a line, else at its upper right. */
export function anchorOf(shape: InkShape, picture: Size): Place {
  const [first] = shape.points
  if (first && (shape.tool === 'line' || shape.tool === 'arrow' || shape.tool === 'pin' || shape.tool === 'text')) return first
  const { right, top, left, bottom } = boundsOf(shape, picture)
  return shape.tool === 'ellipse' ? [clamp(left + (right - left) * 0.86), clamp(top + (bottom - top) * 0.12)] : [clamp(right), clamp(top)]
}
