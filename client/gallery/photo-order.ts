/** Orders a person may give the wall. */
import type { PhotoId } from '../../common/ids.ts'
import type { SeenPhoto } from '../../common/visibility/seen.ts'
import type { PhotoMarks } from './gallery-view.ts'

export const orderNames = ['manual', 'time', 'name', 'newest', 'rating'] as const
export type Order = (typeof orderNames)[number]

export const orderFrom = (text: string | null): Order => orderNames.find((one) => one === text) ?? 'manual'

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })
const takenAt = (photo: SeenPhoto) => photo.versions.at(-1)?.capture.takenAt ?? photo.addedAt

/** Stable: what is equal stays as the photographer laid it. */
export function ordered(photos: readonly SeenPhoto[], order: Order, marks: (photo: PhotoId) => PhotoMarks): readonly SeenPhoto[] {
  switch (order) {
    case 'manual':
      return photos
    case 'time':
      return photos.toSorted((a, b) => takenAt(a) - takenAt(b))
    case 'name':
      return photos.toSorted((a, b) => collator.compare(a.cameraName, b.cameraName))
    case 'newest':
      return photos.toSorted((a, b) => b.addedAt - a.addedAt)
    case 'rating':
      return photos
        .map((photo) => ({ photo, stars: ratingOf(marks(photo.id)) }))
        .sort((a, b) => b.stars - a.stars)
        .map(({ photo }) => photo)
  }
}

/** Mean of the stars given, picks a little before, rejects behind. */
function ratingOf(marks: PhotoMarks): number {
  const all = [...marks.byPerson.values(), ...(marks.house ? [marks.house] : [])]
  const starred = all.filter(({ stars }) => stars > 0)
  const mean = starred.length > 0 ? starred.reduce((sum, { stars }) => sum + stars, 0) / starred.length : 0
  const flags = all.reduce((sum, { flag }) => sum + (flag === 'pick' ? 1 : flag === 'reject' ? -1 : 0), 0)
  return mean + flags * 0.5
}
