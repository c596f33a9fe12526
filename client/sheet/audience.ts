/** Which sheets this person's page reads and writes, as far as the server's answer to the join says it. The server decides; this only follows. */
import { type Audience, type PersonId, type PhotoId, parseSheetId, type SheetId, sheetIdOf } from '../../common/ids.ts'
import { houseKey, type MarkKey } from '../../common/sheet/shape.ts'
import type { SeenGallery } from '../../common/visibility/seen.ts'

export const isStaff = (gallery: SeenGallery): boolean => gallery.role === 'owner' || gallery.role === 'member'

/** Whether the shared sheet is open to this view. */
export function sharesSheet(gallery: SeenGallery): boolean {
  if (gallery.feedback === 'collaborative') return true
  return gallery.feedback === 'clientTeam' && (isStaff(gallery) || gallery.role === 'mainClient')
}

/** Where own marks go. */
export function homeAudienceOf(gallery: SeenGallery, me: PersonId): Audience {
  if (isStaff(gallery)) return 'team'
  return sharesSheet(gallery) ? 'shared' : `person:${me}`
}

/** Where a new thread goes: words of the studio are for whoever shares a sheet with it, else for the studio. */
export function talkAudienceOf(gallery: SeenGallery, me: PersonId, teamOnly: boolean): Audience {
  if (!isStaff(gallery)) return homeAudienceOf(gallery, me)
  return teamOnly || !sharesSheet(gallery) ? 'team' : 'shared'
}

export function readsAudience(gallery: SeenGallery, me: PersonId, audience: Audience): boolean {
  if (isStaff(gallery) || audience === `person:${me}`) return true
  return audience === 'shared' && sharesSheet(gallery)
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
