/** Where every frame of the wall lies: justified rows, a chapter for each scene. Pure numbers in CSS pixels. */
import type { PhotoId, SceneId } from '../../common/ids.ts'

export interface Frame {
  readonly id: PhotoId
  /** Width divided by height. */
  readonly ratio: number
}
export interface Section {
  readonly scene: SceneId
  readonly frames: readonly Frame[]
}
export interface Measures {
  /** Width of the wall. */
  readonly width: number
  /** Height a row should come close to. */
  readonly target: number
  readonly gap: number
  /** The strip under each picture, and the free space below it. */
  readonly strip: number
  readonly rowGap: number
  /** Heading of a chapter; the first may be lower. */
  readonly heading: number
  readonly firstHeading: number
  /** What stands in place of the rows of a scene without photos. */
  readonly empty: number
}
export interface PlacedFrame {
  readonly id: PhotoId
  readonly left: number
  readonly width: number
}
interface At {
  readonly top: number
  /** Everything up to the next line. */
  readonly height: number
}
export type Line =
  | (At & { readonly kind: 'heading'; readonly scene: SceneId })
  | (At & { readonly kind: 'empty'; readonly scene: SceneId })
  | (At & {
      readonly kind: 'row'
      readonly scene: SceneId
      readonly row: number
      readonly picture: number
      readonly frames: readonly PlacedFrame[]
    })
export interface Layout {
  readonly lines: readonly Line[]
  readonly height: number
  readonly rows: number
  /** Line and place in it of every photo. */
  readonly where: ReadonlyMap<PhotoId, { readonly line: number; readonly place: number }>
}

/** Most frames in one row: what keeps breaking rows linear. */
const longest = 12

const costOf = (height: number, target: number, last: boolean): number => {
  const off = (height - target) / target
  if (last && height > target * 1.18) return target / height < 0.5 ? 0.09 : 0.03
  return off * off + (height > target * 1.55 && !last ? 4 : 0) + (height < target * 0.55 ? 2 : 0)
}

/** Breaks frames into rows by least squared distance from the target height: pairs of start and end. */
export function breakRows(
  ratios: readonly number[],
  { width, target, gap }: Pick<Measures, 'width' | 'target' | 'gap'>,
): readonly (readonly [number, number])[] {
  const best = new Float64Array(ratios.length + 1)
  const from = new Int32Array(ratios.length + 1)
  for (let end = 1; end <= ratios.length; end++) {
    let cheapest = Number.POSITIVE_INFINITY
    let chosen = end - 1
    let sum = 0
    for (let start = end - 1; start >= 0 && end - start <= longest; start--) {
      sum += ratios[start] ?? 1
      const height = (width - gap * (end - start - 1)) / sum
      const cost = (best[start] ?? 0) + costOf(height, target, end === ratios.length)
      if (cost < cheapest) {
        cheapest = cost
        chosen = start
      }
    }
    best[end] = cheapest
    from[end] = chosen
  }
  const rows: (readonly [number, number])[] = []
  for (let end = ratios.length; end > 0; end = from[end] ?? 0) rows.push([from[end] ?? 0, end])
  return rows.reverse()
}

interface PlacedRow {
  readonly picture: number
  readonly frames: readonly PlacedFrame[]
}

/** Frames of one row side by side, filling the width to the pixel unless the row is the short last one. */
function placeRow(frames: readonly Frame[], { width, target, gap }: Measures, open: number | null): PlacedRow {
  const sum = frames.reduce((whole, frame) => whole + frame.ratio, 0)
  const room = width - gap * (frames.length - 1)
  const full = room / sum
  const short = open !== null && full > target * 1.18
  const picture = Math.max(1, Math.round(short ? Math.min(target, open, full) : full))
  const widths = short ? frames.map(({ ratio }) => Math.max(1, Math.round(ratio * picture))) : sharesOf(room, frames, sum)
  let left = 0
  const placed = frames.map(({ id }, i) => {
    const place = { id, left, width: widths[i] ?? 1 }
    left += place.width + gap
    return place
  })
  return { picture, frames: placed }
}

/** Whole pixels that add up to the room: edges are rounded, not widths, so that no rounding gathers at the last frame. */
function sharesOf(room: number, frames: readonly Frame[], sum: number): readonly number[] {
  let reached = 0
  let ratios = 0
  return frames.map(({ ratio }, i) => {
    ratios += ratio
    const left = frames.length - 1 - i
    const edge = left === 0 ? room : Math.round((room * ratios) / sum)
    const width = Math.max(1, Math.min(edge, room - left) - reached)
    reached += width
    return width
  })
}

/** The whole wall. */
export function layOut(sections: readonly Section[], measures: Measures): Layout {
  const lines: Line[] = []
  const where = new Map<PhotoId, { line: number; place: number }>()
  let top = 0
  let rows = 0
  const add = (line: Line) => {
    lines.push(line)
    top += line.height
  }
  sections.forEach(({ scene, frames }, index) => {
    add({ kind: 'heading', scene, top, height: index === 0 ? measures.firstHeading : measures.heading })
    if (frames.length === 0) add({ kind: 'empty', scene, top, height: measures.empty })
    let before: number | null = null
    for (const [start, end] of breakRows(
      frames.map((frame) => frame.ratio),
      measures,
    )) {
      const row = placeRow(frames.slice(start, end), measures, end === frames.length ? (before ?? measures.target) : null)
      before = row.picture
      for (const [place, frame] of row.frames.entries()) where.set(frame.id, { line: lines.length, place })
      add({ kind: 'row', scene, top, height: row.picture + measures.strip + measures.rowGap, row: rows, ...row })
      rows++
    }
  })
  return { lines, height: top, rows, where }
}
