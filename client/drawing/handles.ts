/** Where a selected drawing is taken hold of, in pixels of the stage. */
import type { Place } from '../../common/sheet/shape.ts'
import type { Sheet } from '../canvas/ink-paint.ts'
import { type Bounds, boundsOf } from '../canvas/ink-place.ts'
import type { Inked } from '../canvas/ink-shape.ts'
import { toStage } from '../canvas/view-box.ts'
import type { Handle } from './in-hand.ts'

export interface HandlePlace {
  readonly handle: Handle
  readonly x: number
  readonly y: number
}
export interface Frame {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Pixels between a drawing and its frame. */
const margin = 8
/** Shorter sides have no handle in their middle. */
const roomFor = 56

export function frameOf(ink: Inked, sheet: Sheet): Frame {
  const box: Bounds = boundsOf(ink, sheet.picture)
  const [left, top] = toStage(sheet.box, sheet.picture, [box.left, box.top])
  const [right, bottom] = toStage(sheet.box, sheet.picture, [box.right, box.bottom])
  return { left: left - margin, top: top - margin, width: right - left + 2 * margin, height: bottom - top + 2 * margin }
}

export function handlesOf(ink: Inked, sheet: Sheet): readonly HandlePlace[] {
  const [a, b] = ink.points
  if ((ink.tool === 'line' || ink.tool === 'arrow') && a && b) {
    const [from, to] = [toStage(sheet.box, sheet.picture, a), toStage(sheet.box, sheet.picture, b)]
    return [
      { handle: 'start', x: from[0], y: from[1] },
      { handle: 'end', x: to[0], y: to[1] },
    ]
  }
  if (ink.tool === 'pin') return []
  const { left, top, width, height } = frameOf(ink, sheet)
  const corner = (handle: Handle, across: number, down: number): HandlePlace => ({
    handle,
    x: left + width * across,
    y: top + height * down,
  })
  const corners = [corner('nw', 0, 0), corner('ne', 1, 0), corner('se', 1, 1), corner('sw', 0, 1)]
  if (ink.tool === 'text') return corners
  return [
    ...corners,
    ...(width > roomFor ? [corner('n', 0.5, 0), corner('s', 0.5, 1)] : []),
    ...(height > roomFor ? [corner('w', 0, 0.5), corner('e', 1, 0.5)] : []),
  ]
}

/** The handle within reach of a point of the stage. */
export function handleAt(ink: Inked, sheet: Sheet, at: { readonly x: number; readonly y: number; readonly reach: number }): Handle | null {
  const near = handlesOf(ink, sheet).map((one) => ({ ...one, far: Math.hypot(one.x - at.x, one.y - at.y) }))
  near.sort((a, b) => a.far - b.far)
  const [nearest] = near
  return nearest && nearest.far <= at.reach ? nearest.handle : null
}

/** A point of the picture as a style of something that lies over the stage. */
export function styleAt(sheet: Sheet, place: Place): { readonly left: number; readonly top: number } {
  const [left, top] = toStage(sheet.box, sheet.picture, place)
  return { left, top }
}
