/** Orders a person may give the wall. */
import { captureOf } from '../../common/gallery/filter.ts'
import type { Sort } from '../../common/gallery/wall-address.ts'
import type { PhotoId } from '../../common/ids.ts'
import type { SeenPhoto } from '../../common/visibility/seen.ts'
import type { PhotoMarks } from './gallery-view.ts'

type MarksOf = (photo: PhotoId) => Pick<PhotoMarks, 'byPerson' | 'house'>

/** Stable also backwards: what is equal stays as the photographer laid it. */
export function ordered(photos: readonly SeenPhoto[], { by, reverse }: Sort, marks: MarksOf): readonly SeenPhoto[] {
  const sign = reverse ? -1 : 1
  switch (by) {
    case 'manual':
      return reverse ? photos.toReversed() : photos
    case 'time':
      return byNumber(photos, (photo) => sign * (captureOf(photo)?.takenAt ?? photo.addedAt))
    case 'name':
      return photos.toSorted((a, b) => sign * names.compare(a.cameraName, b.cameraName))
    case 'newest':
      return byNumber(photos, (photo) => -sign * photo.addedAt)
    case 'rating':
      return byNumber(photos, (photo) => -sign * ratingOf(marks(photo.id)))
  }
}

/** Numbers in names count as numbers. */
const names = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

function byNumber(photos: readonly SeenPhoto[], of: (photo: SeenPhoto) => number): readonly SeenPhoto[] {
  return photos
    .map((photo) => ({ photo, key: of(photo) }))
    .sort((a, b) => a.key - b.key)
    .map(({ photo }) => photo)
}

/** Mean of the stars given, picks a little before, rejects behind. */
function ratingOf({ byPerson, house }: ReturnType<MarksOf>): number {
  const all = [...byPerson.values(), ...(house ? [house] : [])]
  const starred = all.filter(({ stars }) => stars > 0)
  const mean = starred.length > 0 ? starred.reduce((sum, { stars }) => sum + stars, 0) / starred.length : 0
  const flags = all.reduce((sum, { flag }) => sum + (flag === 'pick' ? 1 : flag === 'reject' ? -1 : 0), 0)
  return mean + flags * 0.5
}
