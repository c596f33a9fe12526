/** Who somebody is before an open gallery, and with which words they are kept out. */
import type { GalleryState } from '../../common/gallery/model.ts'
import type { PersonId } from '../../common/ids.ts'
import type { Refusal } from '../../common/result.ts'
import { effectiveGrants, isOnline, nextChangeAt, onceOnline } from '../../common/visibility/grants.ts'
import { listsOf } from '../../common/visibility/lists.ts'
import { awaitsTerms } from '../../common/visibility/see.ts'
import type { StaffSeat, Viewer } from '../../common/visibility/viewer.ts'

export function viewerIn(state: GalleryState, at: { person: PersonId; staff: StaffSeat | null; now: number }): Viewer {
  const { person, staff, now } = at
  const grants = effectiveGrants(state, person, now)
  return { person, gallery: state.gallery.id, staff, grants, lists: staff?.inScope ? [] : listsOf(state, person, now) }
}

/** When time alone changes something: now, if the gallery's end came while nobody looked. */
export function dueAt(state: GalleryState, now: number): number {
  return isOverdue(state, now) ? now : nextChangeAt(state, now)
}

export function isOverdue({ gallery: { status, expiresAt } }: GalleryState, now: number): boolean {
  return status === 'online' && expiresAt !== null && expiresAt <= now
}

/** At the door: only whoever holds a grant learns that the gallery is merely closed, or that its terms are to be accepted first. */
export function keptOut(state: GalleryState, person: PersonId, now: number): Refusal {
  return shutFor(state, person, now) ?? { code: 'not-found' }
}

/** Inside: why the seat ends. */
export function closingOf(state: GalleryState, person: PersonId, now: number): Refusal {
  return shutFor(state, person, now) ?? { code: 'revoked' }
}

function shutFor(state: GalleryState, person: PersonId, now: number): Refusal | null {
  if (awaitsTerms(viewerIn(state, { person, staff: null, now }), state)) return { code: 'terms-needed' }
  return closedFor(state, person, now) ? { code: 'gallery-offline' } : null
}

function closedFor(state: GalleryState, person: PersonId, now: number): boolean {
  return !isOnline(state, now) && effectiveGrants(onceOnline(state), person, now).length > 0
}
