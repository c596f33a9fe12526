/** Who sees which lists, and who may pick into them. */
import type { GalleryState } from '../gallery/model.ts'
import { claimId, listId, type Selection } from '../gallery/selection.ts'
import type { Audience, PersonId, PhotoId, SelectionId } from '../ids.ts'
import type { RefusalCode } from '../refusals.ts'
import { effectiveGrants, termsOf } from './grants.ts'
import { acquaintance } from './persons.ts'
import { may } from './rights.ts'
import { countingGrants, isStaff } from './see.ts'
import type { Viewer } from './viewer.ts'

/**
 * Ids of lists that concern this person alone among those with equal grants: requests that name them or their link, lists of their own,
 * and what they sent. Sorted. Part of the view: whoever has the same ones still shares it.
 */
export function listsOf(state: GalleryState, person: PersonId, now: number): readonly string[] {
  if (state.selections.size === 0) return []
  const links = linksHeld(state, person, now)
  const own: string[] = []
  for (const { id, owner, request } of state.selections.values()) {
    const named = request?.who.persons.includes(person) || request?.who.links.some((link) => links.has(link))
    if (owner === person || named) own.push(id)
    const sent = listId(id, `person:${person}`)
    if (state.submissions.has(sent)) own.push(sent)
  }
  return own.sort()
}

/** Whether this view is asked for the list, or it is its own. */
function isAsked(viewer: Viewer, state: GalleryState, selection: Selection): boolean {
  if (viewer.lists?.includes(selection.id)) return true
  const roles = selection.request?.who.roles ?? []
  return countingGrants(viewer, state).some(({ role }) => roles.includes(role))
}

/** Clients whose rights do not hide selecting, of what they are asked for and what they share; staff see every list. */
export function seesList(viewer: Viewer, state: GalleryState, selection: Selection): boolean {
  if (isStaff(viewer)) return true
  return may(viewer, state, 'select', 'view') && (isAsked(viewer, state, selection) || sharesList(viewer, state, selection))
}

/** Whether this person's picks may go into the list at all: staff into the studio's, clients into what they are asked for and what they share. */
export function picksInto(viewer: Viewer, state: GalleryState, selection: Selection): boolean {
  if (isStaff(viewer)) return selection.owner === null
  return may(viewer, state, 'select') && seesList(viewer, state, selection)
}

/** A client's own list is everybody's who knows them by the same shared sheets: there is one for all of them. */
export function sharesList(viewer: Viewer, state: GalleryState, { owner }: Selection): boolean {
  const guest = owner === null ? undefined : state.guests.get(owner)
  if (!guest || guest.staff || isStaff(viewer)) return false
  const held = [...state.grants.values()].flatMap((grant) => (grant.person === guest.id ? (termsOf(state, grant) ?? []) : []))
  return acquaintance(viewer, state)(guest, held) === 'inside'
}

/** Why the list takes no change now, or null. The deadline belongs to the time before it. */
export function lockOf(state: GalleryState, at: { selection: Selection; audience: Audience; now: number }): RefusalCode | null {
  const { selection, audience, now } = at
  if (audience === 'team') return null
  const sent = state.submissions.get(listId(selection.id, audience))
  if (sent && sent.reopened === null) return 'list-sent'
  const { request, closed } = selection
  if (closed) return 'list-closed'
  return request?.closes && request.deadline !== null && now > request.deadline ? 'list-closed' : null
}

/** Lists that somebody asked for count places; the team's own do not. */
export function countsPlaces({ request }: Selection, audience: Audience): boolean {
  return request !== null && audience !== 'team'
}

export function hasPlace(state: GalleryState, selection: SelectionId, at: { audience: Audience; photo: PhotoId }): boolean {
  return state.claims.has(claimId(selection, at.audience, at.photo))
}

function linksHeld(state: GalleryState, person: PersonId, now: number): ReadonlySet<string> {
  const links = new Set<string>()
  for (const grant of state.grants.values()) {
    if (grant.person !== person || grant.link === null) continue
    const held = effectiveGrants({ ...state, grants: new Map([[grant.id, grant]]) }, person, now)
    if (held.length > 0) links.add(grant.link)
  }
  return links
}
