/** What the hand is making at this moment: a stroke in progress, or a drawing on its way elsewhere. Redrawn alone, many times a second. */
import type { DrawingId } from '../../common/ids.ts'
import type { Place, Tool } from '../../common/sheet/shape.ts'
import { type Bounds, boundsOf, movedBy, resized } from '../canvas/ink-place.ts'
import { type Inked, inkSize, isFree } from '../canvas/ink-shape.ts'
import { drawnOn, finished, noLine, type PenPoint } from '../canvas/pen-line.ts'
import type { Size } from '../canvas/view-box.ts'

export interface HandScene {
  readonly picture: Size
  /** Ink units of one pixel on the screen. */
  readonly pixel: number
}
export type Handle = 'nw' | 'n' | 'ne' | 'e' | 'se' | 's' | 'sw' | 'w' | 'start' | 'end'
type Work =
  | { readonly is: 'stroke'; readonly ink: Inked }
  | { readonly is: 'move' | 'resize'; readonly from: Inked; readonly ink: Inked; readonly at: Place; readonly handle: Handle | null }

export class InHand {
  readonly #listeners = new Set<() => void>()
  #work: Work | null = null

  all(): readonly Inked[] {
    return this.#work ? [this.#work.ink] : []
  }

  listen(changed: () => void): () => void {
    this.#listeners.add(changed)
    return () => this.#listeners.delete(changed)
  }

  get ink(): Inked | null {
    return this.#work?.ink ?? null
  }

  begin(ink: Omit<Inked, 'points' | 'pressure'> & { readonly id: DrawingId; readonly tool: Tool }, at: PenPoint, scene: HandScene): void {
    const line = drawnOn(noLine, [at], { picture: scene.picture, least: 0 })
    this.#put({
      is: 'stroke',
      ink: { ...ink, ...line, ...(isFree(ink.tool) ? { growing: true } : { points: [...line.points, ...line.points] }) },
    })
  }

  grab(ink: Inked, at: Place, handle: Handle | null): void {
    this.#put({ is: handle ? 'resize' : 'move', from: ink, ink, at, handle })
  }

  /** `even`: lines at whole angles, squares and circles; a drawing keeps its sides' ratio. */
  extend(more: readonly PenPoint[], scene: HandScene, even: boolean): void {
    const last = more.at(-1)?.place
    const work = this.#work
    if (!work || !last) return
    if (work.is === 'stroke') this.#put({ ...work, ink: strokeOn(work.ink, more, { scene, even }) })
    else if (work.is === 'move') this.#put({ ...work, ink: movedBy(work.from, [last[0] - work.at[0], last[1] - work.at[1]]) })
    else if (work.handle) this.#put({ ...work, ink: pulled(work.from, { handle: work.handle, to: last, picture: scene.picture, even }) })
  }

  /** The finished ink, or null if nothing came of it. */
  end(scene: HandScene): Inked | null {
    const work = this.#work
    this.#put(null)
    if (!work) return null
    if (work.is !== 'stroke') return work.ink === work.from ? null : work.ink
    if (isFree(work.ink.tool)) return { ...work.ink, ...finished(work.ink, { picture: scene.picture, tolerance: scene.pixel * 0.3 }) }
    return reaches(work.ink, scene) ? work.ink : null
  }

  drop(): void {
    this.#put(null)
  }

  #put(work: Work | null): void {
    this.#work = work
    for (const changed of this.#listeners) changed()
  }
}

function strokeOn(ink: Inked, more: readonly PenPoint[], { scene, even }: { scene: HandScene; even: boolean }): Inked {
  if (isFree(ink.tool)) return { ...ink, ...drawnOn(ink, more, { picture: scene.picture, least: scene.pixel * 0.8 }) }
  const [from] = ink.points
  const to = drawnOn(noLine, more.slice(-1), { picture: scene.picture, least: 0 }).points[0]
  return from && to ? { ...ink, points: [from, even ? evened(ink.tool, from, { to, picture: scene.picture }) : to] } : ink
}

/** From end to end at least a few pixels: anything less was a tap. */
function reaches({ points }: Inked, { picture, pixel }: HandScene): boolean {
  const [a, b] = points
  if (!a || !b) return false
  const size = inkSize(picture)
  return Math.hypot((a[0] - b[0]) * size.width, (a[1] - b[1]) * size.height) > pixel * 5
}

function evened(tool: Tool, from: Place, { to, picture }: { to: Place; picture: Size }): Place {
  const [dx, dy] = [(to[0] - from[0]) * picture.width, (to[1] - from[1]) * picture.height]
  if (tool === 'rectangle' || tool === 'ellipse') {
    const side = Math.min(Math.abs(dx), Math.abs(dy))
    return [from[0] + (Math.sign(dx) * side) / picture.width, from[1] + (Math.sign(dy) * side) / picture.height]
  }
  const step = Math.PI / 12
  const angle = Math.round(Math.atan2(dy, dx) / step) * step
  // As long as it stays on the picture.
  const room = (at: number, size: number, direction: number) =>
    Math.abs(direction) < 1e-9 ? Number.POSITIVE_INFINITY : (direction > 0 ? (1 - at) * size : at * size) / Math.abs(direction)
  const most = Math.min(room(from[0], picture.width, Math.cos(angle)), room(from[1], picture.height, Math.sin(angle)))
  const length = Math.min(Math.hypot(dx, dy), most)
  return [from[0] + (Math.cos(angle) * length) / picture.width, from[1] + (Math.sin(angle) * length) / picture.height]
}

function pulled(ink: Inked, { handle, to, picture, even }: { handle: Handle; to: Place; picture: Size; even: boolean }): Inked {
  const [a, b] = ink.points
  if (handle === 'start' || handle === 'end') {
    if (!a || !b) return ink
    const other = handle === 'start' ? b : a
    const clamped: Place = [Math.min(1, Math.max(0, to[0])), Math.min(1, Math.max(0, to[1]))]
    const end = even ? evened(ink.tool, other, { to: clamped, picture }) : clamped
    return { ...ink, points: handle === 'start' ? [end, b] : [a, end] }
  }
  const from = boundsOf(ink, picture)
  return resized(ink, from, stretched(from, handle, { to, even: even || ink.tool === 'text' }))
}

/** The box with the side or corner that is pulled where the hand is; it never turns over. */
function stretched(from: Bounds, handle: Handle, { to, even }: { to: Place; even: boolean }): Bounds {
  const least = 0.004
  const left = handle.includes('w') ? Math.min(to[0], from.right - least) : from.left
  const right = handle.includes('e') ? Math.max(to[0], from.left + least) : from.right
  const top = handle.includes('n') ? Math.min(to[1], from.bottom - least) : from.top
  const bottom = handle.includes('s') ? Math.max(to[1], from.top + least) : from.bottom
  if (!even || handle.length !== 2) return { left, top, right, bottom }
  const factor = Math.max(
    (right - left) / Math.max(least, from.right - from.left),
    (bottom - top) / Math.max(least, from.bottom - from.top),
  )
  const [wide, high] = [(from.right - from.left) * factor, (from.bottom - from.top) * factor]
  return {
    left: handle.includes('w') ? from.right - wide : from.left,
    right: handle.includes('w') ? from.right : from.left + wide,
    top: handle.includes('n') ? from.bottom - high : from.top,
    bottom: handle.includes('n') ? from.bottom : from.top + high,
  }
}
