/** Who is inside a gallery, for pages that do not sit in it: as presence is shown to the viewer, each person once. */
import type { PersonId } from '../../common/ids.ts'
import type { PresenceState } from '../../common/protocol/live.ts'
import type { Doing, HereNow } from '../../common/protocol/studio-now.ts'
import { viewKey } from '../../common/visibility/see.ts'
import type { Viewer } from '../../common/visibility/viewer.ts'
import { namedPhoto } from './naming.ts'
import type { OpenGallery } from './open-gallery.ts'
import { seenPresence } from './presence-seen.ts'

/** Without the viewer's own pages; in the order they came. */
export function insideOf(open: OpenGallery, viewer: Viewer): readonly HereNow[] {
  if (open.presence.states.size === 0) return []
  const view = open.views.get(viewKey(viewer)) ?? open.viewOf(viewer)
  const shown = new Map<PersonId, PresenceState>()
  for (const said of open.presence.states.values()) {
    if (said.person === viewer.person || !view.persons.has(said.person)) continue
    const state = seenPresence(said, viewer, open.state)
    const known = shown.get(said.person)
    if (!known || weight(state) > weight(known)) shown.set(said.person, state)
  }
  return [...shown.values()].map((state) => {
    const photo = state.photo && open.state.photos.get(state.photo)
    const { person, name } = state
    return { gallery: open.id, person, name, does: doing(state), photo: photo ? namedPhoto(photo) : null }
  })
}

/** Of several pages the one on which most is done. */
const weight = (state: PresenceState): number => (state.stroke ? 2 : state.photo ? 1 : 0)

function doing({ stroke, side, photo }: PresenceState): Doing {
  if (stroke) return 'draws'
  if (side) return side.manner === 'compare' ? 'compares' : 'surveys'
  return photo ? 'looks' : 'inside'
}
