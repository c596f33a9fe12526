/** Which seen records a change of the gallery's records can alter: everything else looks as it did. */
import type { Change, GalleryState, Terms } from '../gallery/model.ts'
import type { GrantId, LinkId, PersonId, PhotoId, SceneId } from '../ids.ts'
import { type TouchedTable, touchedTable } from './session-touched.ts'

export interface Touched extends TouchedTable {
  readonly gallery: boolean
  readonly scenes: ReadonlySet<SceneId>
  readonly photos: ReadonlySet<PhotoId>
  readonly links: ReadonlySet<LinkId>
  readonly grants: ReadonlySet<GrantId>
  readonly persons: ReadonlySet<PersonId> | 'all'
  /** Who is asked, who knows whom, and what is seen of what was sent: nearly everything may concern the lists. */
  readonly lists: boolean
  /** A view is found by who sees and knows all it names. */
  readonly views: boolean
}

/** 'all' when the change may alter any record: the gallery's own settings, or a scene with all its photos. */
export function touchedBy(changes: readonly Change[], states: readonly GalleryState[]): Touched | 'all' {
  if (changes.some(({ kind }) => kind === 'gallery' || kind === 'scene')) return 'all'
  const photos = idsOf<PhotoId>(changes, 'photo')
  const links = idsOf<LinkId>(changes, 'link')
  const grants = idsOf<GrantId>(changes, 'grant')
  const persons = photos.size > 0 && states.some(sharesPhotos) ? 'all' : personsOf(changes, states, { links, grants })
  return {
    gallery: photos.size > 0 || links.size > 0 || grants.size > 0,
    scenes: new Set(states.flatMap((state) => [...photos].flatMap((id) => state.photos.get(id)?.scene ?? []))),
    photos,
    links,
    grants,
    lists: changes.some(({ kind }) => kind !== 'claim'),
    views: states.some((state) => state.views.size > 0),
    persons,
    ...touchedTable(changes, states, { photos, persons: links.size + grants.size > 0 ? 'all' : persons }),
  }
}

function idsOf<Id extends string>(changes: readonly Change[], kind: Change['kind']): ReadonlySet<Id> {
  return new Set(changes.filter((change) => change.kind === kind).map(({ id }) => id as Id))
}

function personsOf(
  changes: readonly Change[],
  states: readonly GalleryState[],
  touched: Pick<Touched, 'links' | 'grants'>,
): ReadonlySet<PersonId> {
  const persons = new Set(idsOf<PersonId>(changes, 'guest'))
  if (touched.links.size === 0 && touched.grants.size === 0) return persons
  for (const { grants } of states) {
    for (const { id, person, link } of grants.values()) {
      if (touched.grants.has(id) || (link !== null && touched.links.has(link))) persons.add(person)
    }
  }
  return persons
}

/** Where photos are shared one by one, a photo that comes or goes decides who meets whom. */
function sharesPhotos({ links, grants }: GalleryState): boolean {
  const lists = (terms: Terms | null) => terms !== null && terms.photos !== null
  return [...links.values()].some(lists) || [...grants.values()].some(({ terms }) => lists(terms))
}
