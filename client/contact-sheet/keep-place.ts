/** Where to scroll so that what one looks at stays where it is when the wall is laid out anew. */
import type { PhotoId } from '../../common/ids.ts'
import type { Layout, Line } from './layout.ts'

type Row = Extract<Line, { kind: 'row' }>

/** The first row that is still in sight at this distance from the wall's top. */
function rowAt(layout: Layout, offset: number): { readonly row: Row; readonly index: number } | null {
  for (let index = 0; index < layout.lines.length; index++) {
    const line = layout.lines[index]
    if (line?.kind === 'row' && line.top + line.height > offset) return { row: line, index }
  }
  return null
}

function survivor(
  before: Layout,
  from: number,
  after: Layout,
): { readonly photo: PhotoId; readonly line: Line; readonly top: number } | null {
  for (let index = from; index < before.lines.length; index++) {
    const line = before.lines[index]
    if (line?.kind !== 'row') continue
    const kept = line.frames.find((frame) => after.where.has(frame.id))
    if (kept) return { photo: kept.id, line, top: line.top }
  }
  return null
}

/** `offset`: pixels between the wall's top and the top of what is in sight. Null: leave it. */
export function keepPlace(before: Layout, after: Layout, offset: number): number | null {
  if (offset <= 0) return null
  const seen = rowAt(before, offset)
  if (!seen) return null
  const kept = survivor(before, seen.index, after)
  if (!kept) return null
  const line = after.lines[after.where.get(kept.photo)?.line ?? -1]
  if (!line) return null
  const into = offset - kept.top
  const scaled = into > 0 ? (into / Math.max(1, kept.line.height)) * line.height : into
  return Math.max(0, Math.round(line.top + scaled))
}
