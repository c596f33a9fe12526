/** Which photos of a wall stay: pure, over what is known of each photo. A filter lives in the address of the page. */
import { type PersonId, personId, type SceneId, sceneId } from '../ids.ts'
import { type Flag, type Label, labels, type Mark, type Stars } from '../sheet/shape.ts'
import { byName, namesIn } from './names.ts'

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
  /** Camera file names as pasted, with or without ending, between blanks, commas or lines. */
  readonly text: string
  readonly scene: SceneId | null
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
  text: '',
  scene: null,
}

/** What a filter asks of a photo's marks. */
export interface FilterMarks {
  readonly byPerson: ReadonlyMap<PersonId, Mark>
  readonly house: Mark | null
  readonly comments: number
  readonly unresolved: number
  readonly drawings: number
}

export interface FilterPhoto {
  readonly scene: SceneId
  readonly cameraName: string
}

/** A function that is asked for each photo; what is the same for all of them is worked out once. */
export function matcher(filter: Filter): (photo: FilterPhoto, marks: FilterMarks) => boolean {
  const names = namesIn(filter.text)
  return (photo, marks) =>
    (filter.scene === null || photo.scene === filter.scene) &&
    byName(names, photo.cameraName) &&
    (!filter.commented || marks.comments > 0) &&
    (!filter.unresolved || marks.unresolved > 0) &&
    (!filter.drawn || marks.drawings > 0) &&
    matchesMarks(filter, marks)
}

export function isFiltering(filter: Filter): boolean {
  return filterPairs(filter).length > 0
}

/** For `new URLSearchParams(…)`; a filter that filters nothing gives none. */
export function filterPairs(filter: Filter): [name: string, value: string][] {
  const pairs: [string, string][] = []
  if (filter.flag) pairs.push(['flag', filter.flag])
  if (filter.labels.length > 0) pairs.push(['label', filter.labels.join(',')])
  if (filter.stars > 0) pairs.push(['stars', String(filter.stars)])
  if (filter.person) pairs.push(['person', filter.person])
  if (filter.scene) pairs.push(['scene', filter.scene])
  for (const name of switches) if (filter[name]) pairs.push([name, '1'])
  if (namesIn(filter.text).length > 0) pairs.push(['names', filter.text.trim()])
  return pairs
}

/** Reads what `filterPairs` wrote; whatever else an address holds is passed over. */
export function filterFrom(pairs: Iterable<readonly [name: string, value: string]>): Filter {
  const given = new Map(pairs)
  const flag = flags.find((one) => one === given.get('flag')) ?? null
  const wanted = (given.get('label') ?? '').split(',')
  const stars = starSteps.find((one) => String(one) === given.get('stars')) ?? 0
  const person = personId.safeParse(given.get('person'))
  const scene = sceneId.safeParse(given.get('scene'))
  return {
    flag,
    labels: labelChoices.filter((one) => wanted.includes(one)),
    stars,
    favourite: given.get('favourite') === '1',
    person: person.success ? person.data : null,
    commented: given.get('commented') === '1',
    unresolved: given.get('unresolved') === '1',
    drawn: given.get('drawn') === '1',
    text: given.get('names') ?? '',
    scene: scene.success ? scene.data : null,
  }
}

const switches = ['favourite', 'commented', 'unresolved', 'drawn'] as const
const flags = ['pick', 'reject', 'none'] as const
const starSteps: readonly Stars[] = [1, 2, 3, 4, 5]
const labelChoices: readonly (Label | 'none')[] = [...labels, 'none']

type Setting = Pick<Mark, 'flag' | 'label' | 'stars' | 'favourite'>
const nothing: Setting = { flag: null, label: null, stars: 0, favourite: false }

/** "None" means that nobody asked about has set it; everything else, that one and the same mark has all of it. */
function matchesMarks(filter: Filter, marks: FilterMarks): boolean {
  const asked = marksAsked(filter, marks)
  if (!asksMarks(filter)) return filter.person === null || asked.some(isMarked)
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

/** Whoever set nothing counts as an empty mark. */
function marksAsked({ person }: Filter, { byPerson, house }: FilterMarks): readonly Setting[] {
  if (person !== null) return [byPerson.get(person) ?? nothing]
  const all = house ? [...byPerson.values(), house] : [...byPerson.values()]
  return all.length > 0 ? all : [nothing]
}

function asksMarks({ flag, labels: wanted, stars, favourite }: Filter): boolean {
  return flag !== null || wanted.length > 0 || stars > 0 || favourite
}

function isMarked({ flag, label, stars, favourite }: Setting): boolean {
  return flag !== null || label !== null || stars > 0 || favourite
}
