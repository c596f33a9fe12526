/** Photos moved, removed, hidden and shown. */
import type { PhotoId } from '../ids.ts'
import { done, type Result, refuse } from '../result.ts'
import { may } from '../visibility/rights.ts'
import { canEnter, canSee } from '../visibility/see.ts'
import { type Asked, authorOf, type Decided, type Of, refusalToManage } from './asked.ts'
import type { Change, GalleryState, Photo } from './model.ts'
import { placePhotos } from './placing.ts'
import { withoutTable } from './session-photos.ts'
import { removed, written } from './state.ts'
import { retermed } from './terms.ts'

export function movePhotos(asked: Of<'photo:move'>): Decided {
  const { state, command } = asked
  const refusal = refusalToManage(asked)
  if (refusal) return refusal
  if (!state.scenes.has(command.scene)) return refuse('not-found')
  const photos = photosAsked(asked, command.photos)
  return photos.ok ? done(placePhotos(state, { photos: photos.value, scene: command.scene, order: command.order })) : photos
}

/** Nothing keeps naming what is gone: the cover is emptied, shares let go of the photos. Some already gone are no obstacle. */
export function removePhotos(asked: Of<'photo:remove'>): Decided {
  const { state, command } = asked
  const refusal = refusalToManage(asked)
  if (refusal) return refusal
  const photos = [...new Set(command.photos)].flatMap((id) => state.photos.get(id) ?? [])
  if (photos.length === 0) return refuse('not-found')
  return done([...photos.map(removed), ...withoutPhotos(state, new Set(photos.map(({ id }) => id)))])
}

export function hidePhotos(asked: Of<'photo:hide'>): Decided {
  const photos = photosToHide(asked)
  if (!photos.ok) return photos
  const by = authorOf(asked)
  const hidden = { by, name: asked.state.guests.get(by)?.name ?? '', at: asked.at }
  return done(photos.value.filter((photo) => !photo.hidden).map((photo) => written({ ...photo, hidden })))
}

export function showPhotos(asked: Of<'photo:show'>): Decided {
  const photos = photosToHide(asked)
  if (!photos.ok) return photos
  return done(photos.value.filter((photo) => photo.hidden).map((photo) => written({ ...photo, hidden: null })))
}

function photosToHide(asked: Of<'photo:hide'> | Of<'photo:show'>): Result<readonly Photo[]> {
  const { viewer, state } = asked
  if (viewer && !canEnter(viewer, state)) return refuse('not-found')
  if (viewer && !may(viewer, state, 'hide')) return refuse('not-allowed')
  return photosAsked(asked, asked.command.photos)
}

/** All of them or none: one that is missing and one that is not seen are answered alike. */
function photosAsked({ viewer, state }: Asked, ids: readonly PhotoId[]): Result<readonly Photo[]> {
  const photos: Photo[] = []
  for (const id of new Set(ids)) {
    const photo = state.photos.get(id)
    if (!photo || (viewer && !canSee(viewer, state, photo))) return refuse('not-found')
    photos.push(photo)
  }
  return done(photos)
}

function withoutPhotos(state: GalleryState, gone: ReadonlySet<PhotoId>): readonly Change[] {
  const { gallery } = state
  const cover = gallery.cover !== null && gone.has(gallery.cover) ? [written({ ...gallery, cover: null })] : []
  const shares = retermed(state, ({ photos }) =>
    photos?.some((id) => gone.has(id)) ? { photos: photos.filter((id) => !gone.has(id)) } : null,
  )
  return [...cover, ...shares, ...withoutTable(state, gone)]
}
