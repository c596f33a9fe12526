/** How often each mark is set, over everything one sees. Kept up photo by photo: a mark costs one photo, not ten thousand. */
import type { PersonId, PhotoId } from '../../common/ids.ts'
import type { GalleryStore, PhotoMarks } from './gallery-view.ts'
import { picksOf } from './picks.ts'

export interface Totals {
  /** Own picks and favourites. */
  readonly picks: number
  readonly favourites: number
  /** Over everybody whose marks this person sees. */
  readonly chosen: number
  readonly favoured: number
  readonly commented: number
  readonly unresolved: number
  /** Words this person has not read, and photos on which they are called by name in them. */
  readonly unread: number
  readonly called: number
  readonly drawn: number
  /** Photos picked, by person. */
  readonly picksOf: ReadonlyMap<PersonId, number>
  /** Who picked a photo first, by photo. */
  readonly firstPick: ReadonlyMap<PhotoId, PersonId>
}

type Counted = { -readonly [Key in Exclude<keyof Totals, 'picksOf' | 'firstPick'>]: Totals[Key] }
type Source = Pick<GalleryStore, 'marks' | 'onMarks'>

const nothing = (): Counted => ({
  picks: 0,
  favourites: 0,
  chosen: 0,
  favoured: 0,
  commented: 0,
  unresolved: 0,
  unread: 0,
  called: 0,
  drawn: 0,
})

const kept = new WeakMap<Source, MarkTotals>()

export function totalsOf(store: Source): MarkTotals {
  const known = kept.get(store)
  if (known) return known
  const made = new MarkTotals(store)
  kept.set(store, made)
  return made
}

export class MarkTotals {
  readonly #source: Source
  readonly #dirty = new Set<PhotoId>()
  readonly #counted = new Map<PhotoId, PhotoMarks>()
  readonly #picks = new Map<PersonId, number>()
  readonly #first = new Map<PhotoId, PersonId>()
  #counts = nothing()
  #photos: readonly { readonly id: PhotoId }[] | null = null
  #read: Totals | null = null

  constructor(source: Source) {
    this.#source = source
    source.onMarks((photo) => {
      for (const one of photo === null ? this.#counted.keys() : [photo]) this.#dirty.add(one)
    })
  }

  /** The same object again when nothing differs. */
  read(photos: readonly { readonly id: PhotoId }[]): Totals {
    const anew = photos !== this.#photos
    if (anew) this.#begin(photos)
    if (!anew && this.#read && this.#dirty.size === 0) return this.#read
    for (const photo of this.#dirty) if (this.#counted.has(photo)) this.#count(photo)
    this.#dirty.clear()
    this.#read = { ...this.#counts, picksOf: new Map(this.#picks), firstPick: new Map(this.#first) }
    return this.#read
  }

  #begin(photos: readonly { readonly id: PhotoId }[]): void {
    this.#photos = photos
    this.#counts = nothing()
    this.#counted.clear()
    this.#picks.clear()
    this.#first.clear()
    this.#dirty.clear()
    for (const { id } of photos) this.#count(id)
  }

  #count(photo: PhotoId): void {
    const before = this.#counted.get(photo)
    const after = this.#source.marks(photo)
    if (before === after) return
    if (before) this.#add(before, -1)
    this.#add(after, 1)
    this.#counted.set(photo, after)
    const first = picksOf(after)[0]
    if (first) this.#first.set(photo, first)
    else this.#first.delete(photo)
  }

  #add({ mine, byPerson, comments, unresolved, unread, called, drawings }: PhotoMarks, by: 1 | -1): void {
    const counts = this.#counts
    const marks = [...byPerson.values()]
    if (mine.flag === 'pick') counts.picks += by
    if (mine.favourite) counts.favourites += by
    if (marks.some(({ flag }) => flag === 'pick')) counts.chosen += by
    if (marks.some(({ favourite }) => favourite)) counts.favoured += by
    if (comments > 0) counts.commented += by
    if (unresolved > 0) counts.unresolved += by
    counts.unread += unread * by
    if (called) counts.called += by
    if (drawings > 0) counts.drawn += by
    for (const [person, { flag }] of byPerson) {
      if (flag === 'pick') this.#picks.set(person, (this.#picks.get(person) ?? 0) + by)
    }
    for (const [person, n] of this.#picks) if (n === 0) this.#picks.delete(person)
  }
}
