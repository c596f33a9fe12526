/** Which sheets this person's page reads and writes, as far as the server's answer to the join says it. The server decides; this only follows. */
import { type Audience, type PersonId, type PhotoId, parseSheetId, type SheetId, sheetIdOf } from '../../common/ids.ts'
import { houseKey, type MarkKey } from '../../common/sheet/shape.ts'
import type { SeenGallery } from '../../common/visibility/seen.ts'

export const isStaff = (gallery: SeenGallery): boolean => gallery.role === 'owner' || gallery.role === 'member'

/** How this person stands to the gallery, as far as they were told. */
export interface Standing {
  readonly gallery: SeenGallery
  readonly person: PersonId
  /** Whether feedback on this photo is one's own, though it is shared elsewhere in the gallery. */
  alone(photo: PhotoId): boolean
}

/** Whether the shared sheets of this gallery, or of some of its photos, are open to this view. */
export function sharesSheet(gallery: SeenGallery): boolean {
  return gallery.feedback !== 'private' || gallery.shares === true
}

/** Where own marks on this photo go. */
export function homeAudienceOf({ gallery, person, alone }: Standing, photo: PhotoId): Audience {
  if (isStaff(gallery)) return 'team'
  return sharesSheet(gallery) && !alone(photo) ? 'shared' : `person:${person}`
}

/** Where a new thread goes: words of the studio are for whoever shares a sheet with it, else for the studio. */
export function talkAudienceOf(standing: Standing, photo: PhotoId, teamOnly: boolean): Audience {
  if (!isStaff(standing.gallery)) return homeAudienceOf(standing, photo)
  return teamOnly || !sharesSheet(standing.gallery) ? 'team' : 'shared'
}

export function readsSheetAt(standing: Standing, { photo, audience }: SheetPlace): boolean {
  if (isStaff(standing.gallery) || audience === `person:${standing.person}`) return true
  return audience === 'shared' && homeAudienceOf(standing, photo) === 'shared'
}

export const markKeyOf = (audience: Audience, me: PersonId): MarkKey => (audience === 'team' ? houseKey : me)

export interface SheetPlace {
  readonly id: SheetId
  readonly photo: PhotoId
  readonly audience: Audience
}

export function placeOf(id: SheetId): SheetPlace {
  const parsed = parseSheetId(id)
  if (!parsed) throw new Error('not a sheet id')
  return { id, ...parsed }
}

export const sheetOf = (photo: PhotoId, audience: Audience): SheetPlace => ({ id: sheetIdOf(photo, audience), photo, audience })
