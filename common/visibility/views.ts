/** Which saved views a viewer finds: never one that names a scene, a person or a list they do not know. */
import { namedIn, type SavedView } from '../gallery/saved-view.ts'
import type { PersonId } from '../ids.ts'
import { seesList } from './lists.ts'
import { termsByPerson } from './persons.ts'
import type { Looking } from './records.ts'
import type { SeenView } from './seen.ts'

/** The shared ones. */
export function seenView(look: Looking, view: SavedView): SeenView | null {
  const { circle } = view
  if (circle === 'me' || (circle === 'team' && !look.staff) || !knowsNamed(look, view, null)) return null
  const { id, name, pairs, by } = view
  return { kind: 'view', id, name, pairs, circle, ...(look.staff ? { by } : {}) }
}

/** Of the viewer's person alone. */
export function ownViews(look: Looking): readonly SeenView[] {
  const { viewer, state } = look
  return [...state.views.values()]
    .filter((view) => view.circle === 'me' && view.by === viewer.person && knowsNamed(look, view, viewer.person))
    .map(({ kind, id, name, pairs, circle }) => ({ kind, id, name, pairs, circle }))
}

/** `self`: for whom alone it is asked, and who knows themselves. */
function knowsNamed({ viewer, state, eyes, knows }: Looking, { pairs }: SavedView, self: PersonId | null): boolean {
  const { scenes, people, lists } = namedIn(pairs)
  const seesScenes = scenes.every((id) => {
    const scene = state.scenes.get(id)
    return scene !== undefined && eyes.scene(scene)
  })
  const seesAll =
    seesScenes &&
    lists.every((id) => {
      const list = state.selections.get(id)
      return list !== undefined && seesList(viewer, state, list)
    })
  if (!seesAll || people.length === 0) return seesAll
  const held = termsByPerson(state)
  return people.every((id) => {
    const guest = state.guests.get(id)
    return id === self || (guest !== undefined && knows(guest, held.get(id) ?? []) !== null)
  })
}
