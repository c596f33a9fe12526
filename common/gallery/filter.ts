/** Which photos of a wall stay: pure, over what is known of each photo. A filter lives in the address of the page. */
import type { PersonId, PhotoId, SceneId, SelectionId } from '../ids.ts'
import type { Flag, Label, Mark, Stars } from '../sheet/shape.ts'
import { hasWords, wordsIn } from './find-words.ts'
import type { Capture } from './model.ts'
import { findNames, namesAsked } from './names.ts'

export interface Filter {
  readonly flag: Flag | 'none' | null
  /** Any of them. */
  readonly labels: readonly (Label | 'none')[]
  /** At least. */
  readonly stars: Stars
  readonly favourite: boolean
  /** Whose marks count; alone: photos this person marked in any way. Null: everybody's. */
  readonly person: PersonId | null
  readonly commented: boolean
  readonly unresolved: boolean
  readonly drawn: boolean
  /** New, or marked, written or drawn on by others, since the last visit. */
  readonly fresh: boolean
  readonly scene: SceneId | null
  readonly keyword: string | null
  readonly camera: string | null
  /** Days of capture, `2026-05-31`, both included; null leaves that end open. */
  readonly from: string | null
  readonly to: string | null
  /** Every word must be in the name, the caption or a keyword. */
  readonly words: string
  /** Camera file names as pasted. */
  readonly names: string
  /** In this list; with a person, put in by them. */
  readonly list: SelectionId | null
}

export const noFilter: Filter = {
  flag: null,
  labels: [],
  stars: 0,
  favourite: false,
  person: null,
  commented: false,
  unresolved: false,
  drawn: false,
  fresh: false,
  scene: null,
  keyword: null,
  camera: null,
  from: null,
  to: null,
  words: '',
  names: '',
  list: null,
}

/** What a filter asks of a photo's marks. */
export interface FilterMarks {
  readonly byPerson: ReadonlyMap<PersonId, Mark>
  readonly house: Mark | null
  readonly comments: number
  readonly unresolved: number
  readonly drawings: number
  /** When somebody else last marked, wrote or drew here; 0 for never. */
  readonly touched: number
  readonly picks: readonly { readonly selection: SelectionId; readonly person: PersonId }[]
}

export interface FilterPhoto {
  readonly id: PhotoId
  readonly scene: SceneId
  readonly cameraName: string
  readonly addedAt: number
  /** Oldest first; the last one is current. */
  readonly versions: readonly { readonly capture: Capture }[]
}

/** What a filter is asked against. */
export interface Surroundings {
  /** Everything that is seen: which of them a list of names means depends on all. */
  readonly photos: Iterable<FilterPhoto>
  /** When this person was here before; null: never, so that everything is new. */
  readonly lastVisit: number | null
  /** Whose marks the wall shows: they count where the filter names nobody. */
  readonly whose: Whose
}

/** A person's marks, the studio's own, or (null) everybody's. */
export type Whose = PersonId | 'studio' | null

export type Matcher = (photo: FilterPhoto, marks: FilterMarks) => boolean

/** A function that is asked for each photo; what is the same for all of them is worked out once. */
export function matcher(filter: Filter, { photos, lastVisit, whose }: Surroundings): Matcher {
  const named = namesAsked(filter.names) ? findNames(filter.names, photos) : null
  const words = wordsIn(filter.words)
  const shot = shotBetween(filter)
  const asked: Whose = filter.person ?? (asksMarks(filter) ? whose : null)
  return (photo, marks) =>
    (filter.scene === null || photo.scene === filter.scene) &&
    (named === null || named.found.has(photo.id)) &&
    hasWords(photo, words) &&
    (filter.camera === null || captureOf(photo)?.camera === filter.camera) &&
    (filter.keyword === null || (captureOf(photo)?.keywords.includes(filter.keyword) ?? false)) &&
    shot(photo) &&
    (!filter.commented || marks.comments > 0) &&
    (!filter.unresolved || marks.unresolved > 0) &&
    (!filter.drawn || marks.drawings > 0) &&
    (!filter.fresh || lastVisit === null || photo.addedAt > lastVisit || marks.touched > lastVisit) &&
    (filter.list === null
      ? matchesMarks(filter, asked, marks)
      : isListed(filter, marks) && (!asksMarks(filter) || matchesMarks(filter, asked, marks)))
}

/** Whose pick counts, if a person is named. */
function isListed({ list, person }: Filter, { picks }: FilterMarks): boolean {
  return picks.some((pick) => pick.selection === list && (person === null || pick.person === person))
}

export const captureOf = (photo: Pick<FilterPhoto, 'versions'>): Capture | null => photo.versions.at(-1)?.capture ?? null

/** Whether the answer may change when marks, words or drawings do. */
export function asksSheets(filter: Filter): boolean {
  return (
    asksMarks(filter) ||
    filter.person !== null ||
    filter.list !== null ||
    filter.commented ||
    filter.unresolved ||
    filter.drawn ||
    filter.fresh
  )
}

type Setting = Pick<Mark, 'flag' | 'label' | 'stars' | 'favourite'>
const nothing: Setting = { flag: null, label: null, stars: 0, favourite: false }
/** Milliseconds. */
const day = 24 * 60 * 60_000

/** Capture times are wall clock, kept as if they were UTC. */
function shotBetween({ from, to }: Filter): (photo: FilterPhoto) => boolean {
  if (from === null && to === null) return () => true
  const first = from === null ? Number.NEGATIVE_INFINITY : Date.parse(from)
  const end = to === null ? Number.POSITIVE_INFINITY : Date.parse(to) + day
  return (photo) => {
    const at = captureOf(photo)?.takenAt ?? null
    return at !== null && at >= first && at < end
  }
}

/** "None" means that nobody asked about has set it; everything else, that one and the same mark has all of it. */
function matchesMarks(filter: Filter, whose: Whose, marks: FilterMarks): boolean {
  if (whose === null && !asksMarks(filter)) return true
  const asked = marksAsked(whose, marks)
  if (!asksMarks(filter)) return asked.some(isMarked)
  if (filter.flag === 'none' && asked.some(({ flag }) => flag !== null)) return false
  const unlabelled = filter.labels.includes('none') && asked.every(({ label }) => label === null)
  return asked.some(
    ({ flag, label, stars, favourite }) =>
      (filter.flag === null || filter.flag === 'none' || flag === filter.flag) &&
      (filter.labels.length === 0 || unlabelled || (label !== null && filter.labels.includes(label))) &&
      stars >= filter.stars &&
      (favourite || !filter.favourite),
  )
}

/** Whoever set nothing counts as an empty mark; the studio's mark is also of whoever of the team set it last. */
function marksAsked(whose: Whose, { byPerson, house }: FilterMarks): readonly Setting[] {
  if (whose === 'studio') return [house ?? nothing]
  if (whose !== null) return [byPerson.get(whose) ?? (house?.by === whose ? house : nothing)]
  const all = house ? [...byPerson.values(), house] : [...byPerson.values()]
  return all.length > 0 ? all : [nothing]
}

function asksMarks({ flag, labels: wanted, stars, favourite }: Filter): boolean {
  return flag !== null || wanted.length > 0 || stars > 0 || favourite
}

function isMarked({ flag, label, stars, favourite }: Setting): boolean {
  return flag !== null || label !== null || stars > 0 || favourite
}
