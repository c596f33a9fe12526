/** Who is inside the galleries somebody may enter. Only galleries with people in them are looked at, however many there are. */
import type { PersonId } from '../../common/ids.ts'
import type { HereNow } from '../../common/protocol/studio-now.ts'
import { canEnter } from '../../common/visibility/see.ts'
import type { PeopleDeps } from './deps.ts'

export async function hereFor({ galleries }: Pick<PeopleDeps, 'galleries'>, person: PersonId): Promise<readonly HereNow[]> {
  const found = galleries.inhabited().map(async (gallery) => {
    const state = await galleries.state(gallery)
    const viewer = await galleries.viewer(person, gallery)
    return state && viewer && canEnter(viewer, state) ? galleries.here(gallery, viewer) : []
  })
  return (await Promise.all(found)).flat()
}
