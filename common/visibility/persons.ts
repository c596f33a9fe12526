/** Whose names a view knows: only of people whose marks, words or presence it may meet. */
import type { GalleryState, Guest, Scene, Terms } from '../gallery/model.ts'
import type { PersonId } from '../ids.ts'
import { termsOf } from './grants.ts'
import { countingGrants, highestRole, isStaff, listsPhotos, showsPhoto, showsScene } from './see.ts'
import { sharesFeedback } from './sheets.ts'
import type { Viewer } from './viewer.ts'

/** What each person holds or ever held, by today's terms: whoever has left is still known by what stays. */
export type TermsByPerson = ReadonlyMap<PersonId, readonly Terms[]>

export function termsByPerson(state: GalleryState): TermsByPerson {
  const held = new Map<PersonId, Terms[]>()
  for (const grant of state.grants.values()) {
    const terms = termsOf(state, grant)
    if (!terms) continue
    const known = held.get(grant.person)
    if (known) known.push(terms)
    else held.set(grant.person, [terms])
  }
  return held
}

/** `words`: by what they wrote before, and no longer by where they are. */
export type Known = 'inside' | 'words' | null

/**
 * Staff are known to everyone inside, everyone inside to staff; clients know each other where they share sheets. Whoever wrote on shared
 * sheets stays known to those who read them, also once their own feedback goes elsewhere.
 */
export function acquaintance(viewer: Viewer, state: GalleryState): (guest: Guest, held: readonly Terms[]) => Known {
  if (isStaff(viewer)) return () => 'inside'
  const mine = countingGrants(viewer, state)
  if (mine.length === 0) return () => null
  const sharing = mine.filter((grant) => sharesFeedback(grant, state))
  const meets = (terms: Terms) => sharing.some((grant) => meet(grant, terms, state))
  return (guest, held) => {
    if (guest.staff || held.some((terms) => sharesFeedback(terms, state) && meets(terms))) return 'inside'
    return guest.wrote && held.some(meets) ? 'words' : null
  }
}

export function roleAmong(held: readonly Terms[]): Terms['role'] | null {
  return highestRole(held.map(({ role }) => role))
}

/** Whether anything is shown to holders of both: a scene, or one of the photos that are shared one by one. */
function meet(a: Terms | Shown, b: Terms | Shown, state: GalleryState): boolean {
  if (listsPhotos(a, state)) return meetInList(a, b, state)
  if (listsPhotos(b, state)) return meetInList(b, a, state)
  return [...state.scenes.values()].some((scene) => showsBoth(a, b, state, scene))
}

type Shown = Pick<Terms, 'role' | 'scenes' | 'photos'>

function meetInList(lister: Shown, other: Shown, state: GalleryState): boolean {
  return (lister.photos ?? []).some((id) => {
    const photo = state.photos.get(id)
    return photo !== undefined && showsPhoto(lister, state, photo) && showsPhoto(other, state, photo)
  })
}

function showsBoth(a: Shown, b: Shown, state: GalleryState, scene: Scene): boolean {
  return showsScene(a, state, scene) && showsScene(b, state, scene)
}
