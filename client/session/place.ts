/** Where a page of a gallery is: on one photo, or on several side by side. Everything else (the wall, a list) is nowhere. Pure. */
import { type GalleryId, type PhotoId, photoId } from '../../common/ids.ts'
import { photosCompared, photosLaid } from '../../common/limits.ts'
import type { PresencePart, PresenceSide, PresenceState } from '../../common/protocol/live.ts'
import { sideOf, sidePath, sideSearch, wallSearch } from '../compare/address.ts'
import { photosFrom } from '../compare/comparison.ts'

export interface Place {
  /** The open one; of several the one that keys go to. */
  readonly photo: PhotoId
  readonly side: PresenceSide | null
}

export function placeIn(path: string, search: string): Place | null {
  const manner = sideOf(path)
  if (manner === null) {
    const photo = photoId.safeParse(/^\/g\/[^/]+\/p\/([^/]+)$/.exec(path)?.[1])
    return photo.success ? { photo: photo.data, side: null } : null
  }
  const pairs = new URLSearchParams(search)
  const photos = photosFrom(pairs.get('p'), manner === 'compare' ? photosCompared : photosLaid)
  const [first] = photos
  if (!first) return null
  const asked = photos.find((photo) => photo === pairs.get('a'))
  return { photo: asked ?? first, side: { manner, photos, dropped: photosFrom(pairs.get('x'), photosLaid) } }
}

/** The page's own filter stays in the address. */
export function addressOf({ photo, side }: Place, gallery: GalleryId, search: string): string {
  if (!side) return `/g/${gallery}/p/${photo}${wallSearch(search)}`
  return `${sidePath(gallery, side.manner)}${sideSearch(search, { photos: side.photos, dropped: side.dropped, active: photo })}`
}

export const samePlace = (a: Place | null, b: Place | null): boolean => keyOf(a) === keyOf(b)

function keyOf(place: Place | null): string {
  if (!place?.side) return place?.photo ?? ''
  const { manner, photos, dropped } = place.side
  return [manner, place.photo, ...photos, 'without', ...dropped].join(' ')
}

/** Whether somebody has this photo open, alone or among others. */
export const hasOpen = ({ photo, side }: Pick<PresenceState, 'photo' | 'side'>, one: PhotoId): boolean =>
  photo === one || (side?.photos.includes(one) ?? false)

/** The part of a photo somebody sees; null for all of it, undefined if they do not look at it. */
export function partSeen(state: PresenceState, photo: PhotoId): PresencePart | null | undefined {
  if (!hasOpen(state, photo)) return undefined
  return (state.side ? state.parts?.find(([one]) => one === photo)?.[1] : state.rect) ?? null
}

export const pointsAt = ({ pointer, on, photo }: PresenceState, one: PhotoId): boolean => Boolean(pointer) && (on ?? photo) === one
