/** Which photos lie side by side, and which of them keys go to: pure. */
import { type PhotoId, photoId } from '../../common/ids.ts'
import { photosCompared } from '../../common/limits.ts'

export interface Comparison {
  /** Two to four, each once. */
  readonly photos: readonly PhotoId[]
  readonly active: number
}

export const fewest = 2
export const most = photosCompared

/** Photo ids of an address, each once; what is none is left out. */
export function photosFrom(text: string | null, limit: number): readonly PhotoId[] {
  const ids = (text ?? '').split(',').flatMap((one) => {
    const read = photoId.safeParse(one)
    return read.success ? [read.data] : []
  })
  return [...new Set(ids)].slice(0, limit)
}

export const activeOf = ({ photos, active }: Comparison): PhotoId | null => photos[active] ?? null

export const activated = (at: Comparison, active: number): Comparison => ({
  ...at,
  active: Math.max(0, Math.min(at.photos.length - 1, active)),
})

/** Another photo in the place of one, or the first where none lies; a photo that lies there already only becomes the active one. */
export function replaced(at: Comparison, place: number, photo: PhotoId): Comparison {
  const there = at.photos.indexOf(photo)
  if (there >= 0) return { ...at, active: there }
  if (at.photos.length === 0) return { photos: [photo], active: 0 }
  return { photos: at.photos.map((one, i) => (i === place ? photo : one)), active: place }
}

/** The next photo on the wall, or the one before, that does not lie here already. */
export function candidate(at: Comparison, place: number, { wall, step }: { wall: readonly PhotoId[]; step: 1 | -1 }): PhotoId | null {
  const own = wall.indexOf(at.photos[place] ?? ('' as PhotoId))
  // One that is gone has no place of its own any more: on from the ones beside it.
  const from = own >= 0 ? own : Math.max(...at.photos.map((photo) => wall.indexOf(photo)))
  for (let i = from + step; i >= 0 && i < wall.length; i += step) {
    const one = wall[i]
    if (one && !at.photos.includes(one)) return one
  }
  return null
}

/** The active photo changes places with the one beside it, and stays active. */
export function swapped({ photos, active }: Comparison): Comparison {
  const other = active + 1 < photos.length ? active + 1 : active - 1
  const [a, b] = [photos[active], photos[other]]
  if (!a || !b) return { photos, active }
  return { photos: photos.map((one, i) => (i === active ? b : i === other ? a : one)), active: other }
}

/** So many side by side: the active one stays, others fill up from the wall after it. */
export function sized(at: Comparison, count: number, wall: readonly PhotoId[]): Comparison {
  const kept = at.photos.length <= count ? at.photos : around(at, count)
  const photos = [...kept]
  const from = wall.indexOf(photos[photos.length - 1] ?? ('' as PhotoId))
  for (const one of [...wall.slice(from + 1), ...wall.slice(0, from + 1)]) {
    if (photos.length >= count) break
    if (!photos.includes(one)) photos.push(one)
  }
  const active = photos.indexOf(activeOf(at) ?? ('' as PhotoId))
  return { photos, active: Math.max(0, active) }
}

function around({ photos, active }: Comparison, count: number): readonly PhotoId[] {
  const from = Math.max(0, Math.min(active, photos.length - count))
  return photos.slice(from, from + count)
}

/** One is taken out: the rest stay in their places. */
export function without(at: Comparison, place: number): Comparison {
  const photos = at.photos.filter((_, i) => i !== place)
  const active = place < at.active ? at.active - 1 : at.active
  return { photos, active: Math.max(0, Math.min(photos.length - 1, active)) }
}
