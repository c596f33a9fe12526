/** Whom somebody inside may call by name on a sheet. */
import type { PersonId, SheetId } from '../../common/ids.ts'
import { callableBy } from '../../common/visibility/readers.ts'
import type { OpenGallery } from './open-gallery.ts'
import type { OpenSeat } from './seat.ts'
import { placeOf } from './sheet-index.ts'

/** Of the team only who still has this gallery in scope. */
export async function callableIn(
  open: OpenGallery,
  seat: OpenSeat,
  { sheet, now }: { readonly sheet: SheetId; now(): number },
): Promise<readonly PersonId[]> {
  const { state } = open
  const place = placeOf(sheet)
  const photo = place && state.photos.get(place.photo)
  if (!photo) return []
  const persons = callableBy(seat.member.viewer, { state, photo, audience: place.audience, now: now() })
  const inScope = await Promise.all(
    persons.map(async (person) => !state.guests.get(person)?.staff || (await open.staffSeat(person))?.inScope === true),
  )
  return persons.filter((_, index) => inScope[index])
}
