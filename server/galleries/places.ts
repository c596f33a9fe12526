/** Before a pick is written, its photo takes a place in the list: a commit of the gallery, so that lists never grow above their end. */
import type { GalleryState } from '../../common/gallery/model.ts'
import type { PersonId } from '../../common/ids.ts'
import type { Refusal } from '../../common/result.ts'
import { parsePickKey } from '../../common/sheet/shape.ts'
import { countsPlaces, hasPlace } from '../../common/visibility/lists.ts'
import type { GalleriesDeps } from './deps.ts'
import type { OpenGallery } from './open-gallery.ts'
import { performIn } from './performing.ts'
import type { SheetPlace } from './sheet-index.ts'

interface Picking {
  readonly person: PersonId
  readonly place: SheetPlace
  readonly bytes: Uint8Array
  readonly deps: GalleriesDeps
}

/** In turn. Only what is nobody's fault is answered here: a list that is full, locked or unknown refuses the pick when it is judged. */
export async function takePlaces(open: OpenGallery, { person, place, bytes, deps }: Picking): Promise<Refusal | null> {
  const { id, photo, audience } = place
  if (!placesCount(open.state, place)) return null
  for (const key of await open.sheets.picksIn(id, bytes)) {
    const pick = parsePickKey(key)
    const selection = pick?.person === person ? open.state.selections.get(pick.selection) : undefined
    if (!selection || !countsPlaces(selection, audience) || hasPlace(open.state, selection.id, { audience, photo })) continue
    const command = { type: 'pick:claim', selection: selection.id, audience, photo } as const
    const taken = await performIn(open, { gallery: open.id, by: person, commandId: null, command }, deps)
    if (!taken.ok && (taken.refusal.code === 'retry' || taken.refusal.code === 'conflict')) return { code: 'retry' }
  }
  return null
}

/** Whether a push on this sheet may write a pick whose place counts. */
export function placesCount({ selections }: GalleryState, { audience }: SheetPlace): boolean {
  if (audience === 'team') return false
  for (const { request } of selections.values()) if (request) return true
  return false
}
