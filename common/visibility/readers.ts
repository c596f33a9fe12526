/** Who may be called by name on a proof sheet: whoever would read the call, and nobody else. */
import type { GalleryState, Photo } from '../gallery/model.ts'
import type { Audience, PersonId } from '../ids.ts'
import { effectiveGrants, onceOnline } from './grants.ts'
import { acquaintance, termsByPerson } from './persons.ts'
import { may } from './rights.ts'
import { isStaff } from './see.ts'
import { readsSheet } from './sheets.ts'
import type { Viewer } from './viewer.ts'

export interface SheetMoment {
  readonly state: GalleryState
  readonly photo: Photo
  readonly audience: Audience
  readonly now: number
}

/** Somebody unknown, somebody who left and somebody who may not read this are alike. */
export function mayBeCalled({ state, photo, audience, now }: SheetMoment, person: PersonId): boolean {
  const guest = state.guests.get(person)
  if (!guest) return false
  if (guest.staff) return true
  const viewer: Viewer = { person, gallery: state.gallery.id, staff: null, grants: effectiveGrants(state, person, now) }
  return readsSheet(viewer, state, photo, audience) && may(viewer, state, 'comment', 'view')
}

/** Those whom this viewer knows and may call here; nobody where they do not read themselves. */
export function callableBy(viewer: Viewer, at: SheetMoment): readonly PersonId[] {
  const { photo, audience } = at
  const state = viewer.ahead ? onceOnline(at.state) : at.state
  if (!readsSheet(viewer, state, photo, audience)) return []
  const knows = acquaintance(viewer, state)
  const held = isStaff(viewer) ? new Map() : termsByPerson(state)
  return [...state.guests.values()]
    .filter((guest) => knows(guest, held.get(guest.id) ?? []) === 'inside' && mayBeCalled({ ...at, state }, guest.id))
    .map(({ id }) => id)
}
