/** Moving over the wall by keys: pure questions to a layout. */
import type { PhotoId } from '../../common/ids.ts'
import type { Layout, Line, PlacedFrame } from './layout.ts'

export type Direction = 'left' | 'right' | 'up' | 'down' | 'first' | 'last'

type Row = Extract<Line, { kind: 'row' }>
const middle = (frame: PlacedFrame) => frame.left + frame.width / 2

function rowBeside(layout: Layout, line: number, step: 1 | -1): Row | null {
  for (let i = line + step; i >= 0 && i < layout.lines.length; i += step) {
    const found = layout.lines[i]
    if (found?.kind === 'row') return found
  }
  return null
}

const nearest = (row: Row, x: number): PhotoId | null =>
  row.frames.reduce<PlacedFrame | null>(
    (best, frame) => (best && Math.abs(middle(best) - x) <= Math.abs(middle(frame) - x) ? best : frame),
    null,
  )?.id ?? null

/** Photos in the order they hang. */
export const hanging = (layout: Layout): readonly PhotoId[] =>
  layout.lines.flatMap((line) => (line.kind === 'row' ? line.frames.map((f) => f.id) : []))

/** The photo one step from `from`; `from` itself at the edge; the first photo when there is no `from`. */
export function step(layout: Layout, from: PhotoId | null, direction: Direction): PhotoId | null {
  const all = hanging(layout)
  const place = from ? layout.where.get(from) : undefined
  if (!from || !place || direction === 'first') return all[0] ?? null
  if (direction === 'last') return all[all.length - 1] ?? null
  if (direction === 'left' || direction === 'right') return all[all.indexOf(from) + (direction === 'right' ? 1 : -1)] ?? from
  const here = layout.lines[place.line]
  const frame = here?.kind === 'row' ? here.frames[place.place] : undefined
  const row = rowBeside(layout, place.line, direction === 'down' ? 1 : -1)
  return row && frame ? (nearest(row, middle(frame)) ?? from) : from
}

/** Everything from one photo to the other, both included. */
export function between(layout: Layout, a: PhotoId, b: PhotoId): readonly PhotoId[] {
  const all = hanging(layout)
  const [from, to] = [all.indexOf(a), all.indexOf(b)].sort((x, y) => x - y)
  return from === undefined || to === undefined || from < 0 ? [b] : all.slice(from, to + 1)
}
