/**
 * What a viewer is shown of where somebody is. Photos one may not see are not among those laid side by side, and nobody points at them:
 * all is as if they were not there. Pure.
 */
import type { GalleryState } from '../../common/gallery/model.ts'
import type { PhotoId } from '../../common/ids.ts'
import type { PresencePart, PresenceSide, PresenceState } from '../../common/protocol/live.ts'
import { same } from '../../common/same.ts'
import { canSee } from '../../common/visibility/see.ts'
import type { Viewer } from '../../common/visibility/viewer.ts'
import { seesStroke } from './presence-stroke.ts'

type Sees = (photo: PhotoId) => boolean

export function seenPresence(said: PresenceState, viewer: Viewer, state: GalleryState): PresenceState {
  const sees: Sees = (id) => {
    const photo = state.photos.get(id)
    return photo !== undefined && canSee(viewer, state, photo)
  }
  const { side, photo } = seenPlace(said, sees)
  const { seat, person, name, staff } = said
  const where = { seat, person, name, staff, photo, side }
  if (!photo) return where
  const pointed = said.on ?? said.photo
  const moving = {
    ...(pointed && said.pointer && sees(pointed) ? { pointer: said.pointer, on: pointed, ...(said.laser ? { laser: true } : {}) } : {}),
    ...(side ? partsOf(said, side.photos) : rectOf(said, photo)),
  }
  const stroke = said.side ? null : (seesStroke(said, viewer, state).stroke ?? null)
  return { ...where, ...moving, ...(stroke ? { stroke } : {}) }
}

/** Of photos side by side of which one alone is seen, that one is open, as if by itself: the others are not even counted. */
function seenPlace({ photo, side }: PresenceState, sees: Sees): { readonly photo: PhotoId | null; readonly side: PresenceSide | null } {
  if (!side) return { photo: photo && sees(photo) ? photo : null, side: null }
  const photos = side.photos.filter(sees)
  const dropped = side.dropped.filter((one) => photos.includes(one))
  const stay = photos.filter((one) => !dropped.includes(one))
  // One that is gone has no keys: they go to the first.
  const active = photo && stay.includes(photo) ? photo : (stay[0] ?? null)
  return { photo: active, side: active && photos.length > 1 ? { manner: side.manner, photos, dropped } : null }
}

function partsOf({ parts = [] }: PresenceState, photos: readonly PhotoId[]): Pick<PresenceState, 'parts'> {
  const seen = parts.filter(([photo]) => photos.includes(photo))
  return seen.length > 0 ? { parts: seen } : {}
}

function rectOf(said: PresenceState, photo: PhotoId): { readonly rect?: PresencePart } {
  const rect = said.side ? said.parts?.find(([one]) => one === photo)?.[1] : said.rect
  return rect ? { rect } : {}
}

/** Where somebody is and what part they see: who follows them there looks so from the first moment on. */
export function whereOf({ pointer: _, on: __, laser: ___, stroke: ____, ...where }: PresenceState): PresenceState {
  return where
}

export function staysThere(a: PresenceState, b: PresenceState): boolean {
  const place = ({ person, name, staff, photo, side }: PresenceState) => ({ person, name, staff, photo, side })
  return a === b || same(place(a), place(b))
}

/** The photos somebody has open: on these they see what others do. */
export const opened = ({ photo, side }: Pick<PresenceState, 'photo' | 'side'>): readonly PhotoId[] => side?.photos ?? (photo ? [photo] : [])
