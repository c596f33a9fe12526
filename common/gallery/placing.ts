/** Where photos go in a scene: in the order given, after what is there or from a place on. */
import type { SceneId } from '../ids.ts'
import type { Change, GalleryState, Photo } from './model.ts'
import { byOrder, placesFor } from './order.ts'
import { written } from './state.ts'

export interface Placing {
  readonly photos: readonly Photo[]
  readonly scene: SceneId
  /** The first one's place; the others follow before whatever stands behind it. Without it they go to the end. */
  readonly order?: number | undefined
}

/** Photos that already stand so are left alone. */
export function placePhotos(state: GalleryState, { photos, scene, order }: Placing): readonly Change[] {
  const moving = new Set(photos.map(({ id }) => id))
  const staying = [...state.photos.values()].filter((photo) => photo.scene === scene && !moving.has(photo.id)).sort(byOrder)
  const places = placesFor(
    staying.map((photo) => photo.order),
    photos.length,
    order,
  )
  if (places) return photos.flatMap((photo, index) => placed(photo, scene, places[index] ?? 0))
  return renumbered(staying, photos, { scene, order: order ?? 0 })
}

/** Numbers between two neighbours are used up: the whole scene is counted anew. */
function renumbered(staying: readonly Photo[], photos: readonly Photo[], at: { scene: SceneId; order: number }): readonly Change[] {
  const before = staying.filter((photo) => photo.order <= at.order)
  const after = staying.filter((photo) => photo.order > at.order)
  return [...before, ...photos, ...after].flatMap((photo, index) => placed(photo, at.scene, index))
}

function placed(photo: Photo, scene: SceneId, order: number): readonly Change[] {
  return photo.scene === scene && photo.order === order ? [] : [written({ ...photo, scene, order })]
}
