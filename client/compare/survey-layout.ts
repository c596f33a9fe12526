/** Frames as large as a screen allows, all of one height, in order; too many for it scroll. Pure. */
import type { PhotoId } from '../../common/ids.ts'

export interface SurveyFrame {
  readonly id: PhotoId
  readonly ratio: number
}
export interface SurveyRoom {
  /** Pixels. */
  readonly width: number
  readonly height: number
  readonly gap: number
  /** Height of the line under each frame. */
  readonly strip: number
  /** Frames are never lower than this; then they scroll. */
  readonly lowest: number
}
export interface PlacedFrame {
  readonly id: PhotoId
  readonly left: number
  readonly top: number
  readonly width: number
  /** Of the picture alone. */
  readonly height: number
}
export interface SurveyLayout {
  readonly frames: readonly PlacedFrame[]
  readonly rows: readonly (readonly PhotoId[])[]
  readonly height: number
}

/** Times the lowest height that a row may be stretched to fill the room. */
const tallestRow = 2

/** The number of rows that gives the tallest frames wins. */
export function surveyLayout(frames: readonly SurveyFrame[], room: SurveyRoom): SurveyLayout {
  if (frames.length === 0 || room.width <= 0) return { frames: [], rows: [], height: 0 }
  let best = { height: 0, rows: [frames] as readonly (readonly SurveyFrame[])[] }
  for (let count = 1; count <= frames.length; count++) {
    const down = (room.height - count * room.strip - (count - 1) * room.gap) / count
    if (down <= best.height) break
    const found = widest(frames, count, room)
    const height = Math.min(down, found.height)
    if (height > best.height) best = { height, rows: found.rows }
  }
  if (best.height < room.lowest) return scrolling(frames, room)
  const height = Math.max(1, Math.floor(best.height))
  return placed(best.rows, () => height, room)
}

const ratioSum = (row: readonly SurveyFrame[]) => row.reduce((sum, { ratio }) => sum + ratio, 0)
const heightOf = (row: readonly SurveyFrame[], { width, gap }: SurveyRoom) => (width - gap * (row.length - 1)) / ratioSum(row)

/** At most `count` rows in order with frames as tall as possible: found by halving, since taller frames never need fewer rows. */
function widest(frames: readonly SurveyFrame[], count: number, room: SurveyRoom) {
  const tallest = room.width / Math.max(...frames.map(({ ratio }) => ratio))
  let [low, high] = [0, tallest]
  let rows = filled(frames, tallest, room)
  if (rows.length <= count) return { height: tallest, rows }
  for (let i = 0; i < 24; i++) {
    const height = (low + high) / 2
    const tried = filled(frames, height, room)
    if (tried.length <= count) low = height
    else high = height
  }
  rows = evened(filled(frames, low, room), low, room)
  return { height: Math.min(...rows.map((row) => heightOf(row, room))), rows }
}

/** Rows filled from the first frame on at this height. */
function filled(frames: readonly SurveyFrame[], height: number, { width, gap }: SurveyRoom): readonly (readonly SurveyFrame[])[] {
  const rows: SurveyFrame[][] = []
  let used = 0
  for (const frame of frames) {
    const own = frame.ratio * height
    const row = rows[rows.length - 1]
    if (row && used + gap + own <= width + 0.001) {
      row.push(frame)
      used += gap + own
    } else {
      rows.push([frame])
      used = own
    }
  }
  return rows
}

/** Frames move down from fuller rows while that evens the rows out: a last row of one looks forgotten. */
function evened(rows: readonly (readonly SurveyFrame[])[], height: number, room: SurveyRoom): readonly (readonly SurveyFrame[])[] {
  const even = rows.map((row) => [...row])
  for (let i = even.length - 1; i > 0; i--) {
    const [above, below] = [even[i - 1] ?? [], even[i] ?? []]
    for (let last = above.at(-1); last && above.length > 1; last = above.at(-1)) {
      const grown = [last, ...below]
      if (ratioSum(grown) > ratioSum(above) - last.ratio + 0.01 || heightOf(grown, room) < height) break
      below.unshift(last)
      above.pop()
    }
  }
  return even
}

/** Too many for the screen: rows as wide as the room, as on the wall. */
function scrolling(frames: readonly SurveyFrame[], room: SurveyRoom): SurveyLayout {
  const rows = filled(frames, room.lowest, room)
  const height = (row: readonly SurveyFrame[]) => Math.max(1, Math.floor(Math.min(heightOf(row, room), room.lowest * tallestRow)))
  return placed(rows, height, room)
}

function placed(
  rows: readonly (readonly SurveyFrame[])[],
  heightIn: (row: readonly SurveyFrame[]) => number,
  room: SurveyRoom,
): SurveyLayout {
  const total = rows.reduce((sum, row) => sum + heightIn(row) + room.strip, (rows.length - 1) * room.gap)
  const from = Math.max(0, Math.floor((room.height - total) / 2))
  let top = from
  const frames = rows.flatMap((row) => {
    const height = heightIn(row)
    const at = top
    top += height + room.strip + room.gap
    const widths = row.map(({ ratio }) => Math.floor(ratio * height))
    const all = widths.reduce((sum, width) => sum + width, room.gap * (row.length - 1))
    let left = Math.max(0, Math.floor((room.width - all) / 2))
    return row.map(({ id }, i) => {
      const frame = { id, left, top: at, width: widths[i] ?? 0, height }
      left += frame.width + room.gap
      return frame
    })
  })
  return { frames, rows: rows.map((row) => row.map(({ id }) => id)), height: from + total }
}

/** The frame one step away; up and down take the nearest of the next row. */
export function stepIn(layout: SurveyLayout, from: PhotoId, direction: 'left' | 'right' | 'up' | 'down'): PhotoId {
  const order = layout.frames.map(({ id }) => id)
  if (direction === 'left' || direction === 'right') return order[order.indexOf(from) + (direction === 'right' ? 1 : -1)] ?? from
  const row = layout.rows.findIndex((ids) => ids.includes(from))
  const beside = layout.rows[row + (direction === 'down' ? 1 : -1)]
  const middle = (id: PhotoId) => {
    const frame = layout.frames.find((one) => one.id === id)
    return frame ? frame.left + frame.width / 2 : 0
  }
  const own = middle(from)
  return beside?.reduce((best, id) => (Math.abs(middle(id) - own) < Math.abs(middle(best) - own) ? id : best)) ?? from
}
