/** Who reads and who writes which proof sheet. A sheet is sent whole or not at all. */
import type { FeedbackMode, GalleryState, Photo, RightName, Terms } from '../gallery/model.ts'
import type { Audience, PersonId } from '../ids.ts'
import { grantRights, may } from './rights.ts'
import { canSee, countingGrants, isStaff, showsPhoto } from './see.ts'
import type { Viewer } from './viewer.ts'

/** Rights whose work lies on a sheet. */
const sheetRights: readonly RightName[] = ['favourite', 'label', 'stars', 'flag', 'select', 'comment', 'draw']
const modes: readonly FeedbackMode[] = ['private', 'clientTeam', 'collaborative']

/** The mode that counts: a link's own before its gallery's; of several grants the widest under which feedback is shared. */
export function feedbackOf(viewer: Viewer, state: GalleryState): FeedbackMode {
  if (isStaff(viewer)) return state.gallery.feedback
  const sharing = countingGrants(viewer, state).filter((grant) => sharesFeedback(grant, state))
  const counting = sharing.map((grant) => grant.feedback ?? state.gallery.feedback)
  return modes.findLast((mode) => counting.includes(mode)) ?? 'private'
}

/** Photos on which a client who shares feedback elsewhere works alone; null when there are none. */
export function aloneOn(viewer: Viewer, state: GalleryState): ((photo: Photo) => boolean) | null {
  if (isStaff(viewer)) return null
  const counting = countingGrants(viewer, state)
  const sharing = counting.filter((grant) => sharesFeedback(grant, state))
  if (sharing.length === 0 || sharing.length === counting.length) return null
  return (photo) => !sharing.some((grant) => showsPhoto(grant, state, photo))
}

/** Whether a link or a grant that was not taken back shares feedback. */
export function anyoneShares(state: GalleryState): boolean {
  const shares = (terms: Terms | null) => terms !== null && sharesFeedback(terms, state)
  const stands = ({ revokedAt }: { readonly revokedAt: number | null }) => revokedAt === null
  return (
    [...state.links.values()].some((link) => stands(link) && shares(link)) ||
    [...state.grants.values()].some((grant) => stands(grant) && shares(grant.terms))
  )
}

export function readsSheet(viewer: Viewer, state: GalleryState, photo: Photo, audience: Audience): boolean {
  if (!canSee(viewer, state, photo)) return false
  if (isStaff(viewer)) return true
  return audience === 'shared' ? readsShared(viewer, state, photo) : audience === `person:${viewer.person}`
}

/** Clients write only where their feedback goes now; what they wrote elsewhere stays as it is. */
export function writesSheet(viewer: Viewer, state: GalleryState, photo: Photo, audience: Audience): boolean {
  if (!canSee(viewer, state, photo)) return false
  if (isStaff(viewer)) return audience === 'team' || audience === 'shared' || isClientSheet(state, audience)
  return audience === homeAudience(viewer, state, photo) && sheetRights.some((right) => may(viewer, state, right))
}

/** Where a viewer's feedback goes: for one photo exactly; without one, wherever any grant leads. */
export function homeAudience(viewer: Viewer, state: GalleryState, photo?: Photo): Audience {
  if (isStaff(viewer)) return 'team'
  return readsShared(viewer, state, photo) ? 'shared' : `person:${viewer.person}`
}

/** Whether holders of these terms work on shared sheets. Who is shown no kind of feedback reads none. */
export function sharesFeedback(terms: Pick<Terms, 'role' | 'rights' | 'feedback'>, state: GalleryState): boolean {
  const mode = terms.feedback ?? state.gallery.feedback
  if (mode === 'private' || (mode === 'clientTeam' && terms.role !== 'mainClient')) return false
  const rights = grantRights(terms, state)
  return sheetRights.some((right) => rights[right] !== 'none')
}

function readsShared(viewer: Viewer, state: GalleryState, photo?: Photo): boolean {
  return countingGrants(viewer, state).some((grant) => sharesFeedback(grant, state) && (!photo || showsPhoto(grant, state, photo)))
}

function isClientSheet(state: GalleryState, audience: `person:${PersonId}`): boolean {
  return state.guests.get(audience.slice('person:'.length) as PersonId)?.staff === false
}
