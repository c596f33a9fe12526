/**
 * A picture at its own pixels, cut into squares. Level 0 is the original's size, each further level half of the one before (rounded up);
 * levels stop where the largest rendition is enough. Pure numbers, the same on both sides.
 */
import { renditionEdges } from '../limits.ts'

/** Pixels of a tile's side: a screen at 1:1 is a handful of them. */
export const tileEdge = 1024

export interface Pixels {
  readonly width: number
  readonly height: number
}
export interface TileAt {
  readonly level: number
  readonly column: number
  readonly row: number
}
/** In pixels of the original; `right` and `bottom` are not part of it. */
export interface PixelRect {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

const largest = Math.max(...renditionEdges)

/** None for a picture that its largest rendition holds whole. */
export function tileLevels({ width, height }: Pixels): number {
  let levels = 0
  for (let edge = Math.max(width, height); edge > largest; edge = Math.ceil(edge / 2)) levels++
  return levels
}

export function levelSize({ width, height }: Pixels, level: number): Pixels {
  const step = 2 ** level
  return { width: Math.ceil(width / step), height: Math.ceil(height / step) }
}

export function isTile(picture: Pixels, { level, column, row }: TileAt): boolean {
  if (level < 0 || level >= tileLevels(picture)) return false
  const { width, height } = levelSize(picture, level)
  return column >= 0 && row >= 0 && column * tileEdge < width && row * tileEdge < height
}

/** What a tile shows. The last pixel of a smaller level may stand for one that is not there: it is cut off. */
export function tileRect(picture: Pixels, { level, column, row }: TileAt): PixelRect {
  const side = tileEdge * 2 ** level
  return {
    left: column * side,
    top: row * side,
    right: Math.min(picture.width, (column + 1) * side),
    bottom: Math.min(picture.height, (row + 1) * side),
  }
}

/** The coarsest level with a pixel for each of the screen's. `zoom`: screen pixels for one pixel of the picture. Null: a rendition is enough. */
export function levelFor(picture: Pixels, zoom: number): number | null {
  const levels = tileLevels(picture)
  if (levels === 0 || Math.max(picture.width, picture.height) * zoom <= largest) return null
  return Math.max(0, Math.min(levels - 1, Math.floor(-Math.log2(zoom))))
}

/** Tiles that touch a part of the picture, nearest to its middle first. */
export function tilesIn(picture: Pixels, level: number, part: PixelRect): readonly TileAt[] {
  const side = tileEdge * 2 ** level
  const left = Math.max(0, part.left)
  const top = Math.max(0, part.top)
  const right = Math.min(picture.width, part.right)
  const bottom = Math.min(picture.height, part.bottom)
  const found: TileAt[] = []
  if (left >= right || top >= bottom) return found
  for (let row = Math.floor(top / side); row * side < bottom; row++) {
    for (let column = Math.floor(left / side); column * side < right; column++) found.push({ level, column, row })
  }
  const far = ({ column, row }: TileAt) => Math.hypot((column + 0.5) * side - (left + right) / 2, (row + 0.5) * side - (top + bottom) / 2)
  return found.sort((a, b) => far(a) - far(b))
}
