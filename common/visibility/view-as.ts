/**
 * Looking at a gallery as somebody else: who may, and what is seen then. What is seen is what that person sees, by the same rules and
 * nothing beside them: here only somebody is found whom the rules can be asked about.
 */
import type { GalleryState, Grant, Terms } from '../gallery/model.ts'
import type { GalleryId, GrantId, LinkId, PersonId } from '../ids.ts'
import { effectiveGrants, isOnline, onceOnline, worksOffline } from './grants.ts'
import { listsOf } from './lists.ts'
import { mayManage } from './rights.ts'
import type { Viewer } from './viewer.ts'

/** A person; whoever comes next by a link; whoever comes by the gallery's bare address. */
export type Subject = PersonId | LinkId | GalleryId

/** What the bare address of a public gallery gives: as a guest link without scenes. */
export const bareTerms: Terms = { role: 'guestLink', scenes: [], photos: null, rights: {}, feedback: null, alwaysOnline: false }

/** Somebody who was never anywhere: nothing written is theirs. */
const newcomer = 'v_00000000000000000000' as PersonId
const theirGrant = 'r_00000000000000000000' as GrantId

/** Whoever hands out what is seen may look at it: staff who may share this gallery, who see all of it themselves. */
export function mayViewAs(viewer: Viewer): boolean {
  return mayManage(viewer)
}

/** The gallery with this subject in it, and who they are there; null for nobody, for staff and for what this gallery does not know. */
export interface StandIn {
  readonly person: PersonId
  /** For questions about this person alone; for all others it is incomplete. */
  readonly state: GalleryState
  /** As others know them; empty for whoever has not come yet. */
  readonly name: string
}

export function standIn(state: GalleryState, subject: Subject, now: number): StandIn | null {
  if (subject === state.gallery.id) return newcomerIn(state, state.gallery.private ? null : bareTerms, now)
  const link = state.links.get(subject as LinkId)
  if (link) {
    const open = { ...link, binding: 'open' as const }
    const stand = newcomerIn({ ...state, links: new Map([[link.id, open]]) }, link.id, now)
    return { ...stand, name: link.welcomes ?? link.label }
  }
  const guest = state.guests.get(subject as PersonId)
  return guest && !guest.staff ? { person: guest.id, state, name: guest.name } : null
}

/** Who this subject is before the gallery now: whatever is asked about them is asked of this viewer. */
export function viewerAs(state: GalleryState, subject: Subject, now: number): Viewer | null {
  const stand = standAhead(state, subject, now)
  if (!stand) return null
  const { person } = stand
  const grants = effectiveGrants(stand.state, person, now)
  const viewer: Viewer = { person, gallery: state.gallery.id, staff: null, grants, lists: listsOf(stand.state, person, now) }
  return stand.ahead ? { ...viewer, ahead: true } : viewer
}

interface Ahead extends StandIn {
  /** What they will see is shown, for they see nothing yet. */
  readonly ahead: boolean
}

/** Whoever would only be told that the gallery is closed is looked as in the gallery as it will be online; the door stays closed to them. */
export function standAhead(state: GalleryState, subject: Subject, now: number): Ahead | null {
  const stand = standIn(state, subject, now)
  if (!stand) return null
  const ahead = !isOnline(state, now) && !effectiveGrants(stand.state, stand.person, now).some(worksOffline)
  return { ...stand, ahead, state: ahead ? onceOnline(stand.state) : stand.state }
}

/** A vendor who has just accepted, a guest who has just come. */
function newcomerIn(state: GalleryState, held: LinkId | Terms | null, now: number): StandIn {
  if (held === null) return { person: newcomer, state: { ...state, grants: new Map() }, name: '' }
  const through = typeof held === 'string' ? { link: held, terms: null } : { link: null, terms: held }
  const grant: Grant = {
    kind: 'grant',
    id: theirGrant,
    person: newcomer,
    ...through,
    termsAcceptedAt: now,
    revokedAt: null,
    createdAt: now,
  }
  return { person: newcomer, state: { ...state, grants: new Map([[theirGrant, grant]]) }, name: '' }
}
