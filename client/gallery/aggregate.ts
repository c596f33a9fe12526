/** What all clients together think of one photo: counted over the marks one sees. The studio's own mark is apart. */
import type { PersonId } from '../../common/ids.ts'
import type { PhotoMarks } from './gallery-view.ts'
import { picksOf } from './picks.ts'

export interface Aggregate {
  /** The first one first. */
  readonly picks: readonly PersonId[]
  readonly rejects: number
  readonly favourites: number
  /** Mean of the stars that were given, and by how many. */
  readonly stars: { readonly mean: number; readonly by: number } | null
  /** How many could have marked it; null where that is not known. */
  readonly of: number | null
}

/** `readers`: the clients one knows to see this photo, or null. Whoever marked it and sees it no more still counts. */
export function aggregateOf(marks: Pick<PhotoMarks, 'byPerson'>, readers: readonly PersonId[] | null): Aggregate {
  const all = [...marks.byPerson.values()]
  const starred = all.filter(({ stars }) => stars > 0)
  const sum = starred.reduce((whole, { stars }) => whole + stars, 0)
  return {
    picks: picksOf({ byPerson: marks.byPerson, house: null, picks: [] }),
    rejects: all.filter(({ flag }) => flag === 'reject').length,
    favourites: all.filter(({ favourite }) => favourite).length,
    stars: starred.length > 0 ? { mean: sum / starred.length, by: starred.length } : null,
    of: readers && new Set([...readers, ...marks.byPerson.keys()]).size,
  }
}
