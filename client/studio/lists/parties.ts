/** Who fills a list, and how far they are. Pure. */

import { listId } from '../../../common/gallery/selection.ts'
import type { Audience, PersonId } from '../../../common/ids.ts'
import type { SeenPerson, SeenSelection } from '../../../common/visibility/seen.ts'
import type { GalleryView } from '../../gallery/gallery-view.ts'
import { emptyFilling, type Filling } from '../../lists/filling.ts'
import { serverNow } from '../../net/server-clock.ts'

export interface Party {
  readonly audience: Audience
  /** Null for everybody on shared sheets, and for the studio. */
  readonly person: SeenPerson | null
  readonly filling: Filling
}

type Known = Pick<GalleryView, 'people' | 'grants' | 'gallery'>

/** People the request names, by role, link or name, as far as they came in once. */
export function askedPeople({ request }: SeenSelection, { people, grants }: Pick<Known, 'people' | 'grants'>): readonly SeenPerson[] {
  const who = request?.who
  if (!who) return []
  const byLink = new Set(
    grants.filter(({ link, revokedAt }) => link && revokedAt === null && who.links.includes(link)).map(({ person }) => person),
  )
  return [...people.values()].filter(
    ({ id, staff, role }) => !staff && ((role && who.roles.includes(role)) || byLink.has(id) || who.persons.includes(id)),
  )
}

/** Every list of this selection: those somebody began or sent, and those of people who were asked and chose nothing yet. */
export function partiesOf(selection: SeenSelection, known: Known, fillings: ReadonlyMap<string, Filling>): readonly Party[] {
  const parties = new Map<Audience, Party>()
  const put = (audience: Audience) => {
    const filling = fillings.get(listId(selection.id, audience)) ?? emptyFilling(selection, audience, serverNow())
    const person = audience.startsWith('person:') ? (known.people.get(audience.slice('person:'.length) as PersonId) ?? null) : null
    parties.set(audience, { audience, person, filling })
  }
  if (selection.request === null && selection.owner === null) put('team')
  for (const filling of fillings.values()) if (filling.selection.id === selection.id) put(filling.audience)
  const mode = known.gallery?.feedback ?? 'private'
  for (const { id, role } of askedPeople(selection, known)) {
    const shared = mode === 'collaborative' || (mode === 'clientTeam' && role === 'mainClient')
    if (shared) put('shared')
    else if (!parties.has('shared') || mode === 'private') put(`person:${id}`)
  }
  if (selection.owner && parties.size === 0) put(mode === 'private' ? `person:${selection.owner}` : 'shared')
  return [...parties.values()].sort((a, b) => rank(a) - rank(b) || b.filling.photos.length - a.filling.photos.length)
}

const rank = ({ audience }: Party): number => (audience === 'shared' ? 0 : audience === 'team' ? 2 : 1)

/** Camera names without their ending, each once, as Lightroom takes them: `A, B, C`. */
export function nameList(names: readonly string[]): string {
  return [...new Set(names.map((name) => name.replace(/\.[A-Za-z0-9]{1,5}$/, '')))].join(', ')
}
