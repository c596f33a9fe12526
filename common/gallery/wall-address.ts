/** How a wall hangs, as the page's address says it: filter, order, and whose marks are shown. */
import { personId, sceneId, selectionId } from '../ids.ts'
import { type Label, labels, type Stars } from '../sheet/shape.ts'
import { type Filter, noFilter, type Whose } from './filter.ts'
import { namesAsked } from './names.ts'

export const sortNames = ['manual', 'time', 'name', 'newest', 'rating'] as const
export type SortName = (typeof sortNames)[number]
export interface Sort {
  readonly by: SortName
  readonly reverse: boolean
}

export interface WallAddress {
  readonly filter: Filter
  readonly sort: Sort
  /** Whose marks the wall shows. */
  readonly whose: Whose
}
export type Pairs = readonly (readonly [name: string, value: string])[]

export const asLaid: Sort = { by: 'manual', reverse: false }
export const plainWall: WallAddress = { filter: noFilter, sort: asLaid, whose: null }

/** Names an address of a wall uses; whatever else stands beside them is not ours. */
export const wallNames: readonly string[] = [
  'flag',
  'label',
  'stars',
  'person',
  'scene',
  'list',
  'keyword',
  'camera',
  'from',
  'to',
  'favourite',
  'commented',
  'unresolved',
  'drawn',
  'fresh',
  'words',
  'names',
  'sort',
  'whose',
]

export function isFiltering(filter: Filter): boolean {
  return filterPairs(filter).length > 0
}

/** For `new URLSearchParams(…)`; a filter that filters nothing gives none. */
export function filterPairs(filter: Filter): [name: string, value: string][] {
  const pairs: [string, string][] = []
  if (filter.flag) pairs.push(['flag', filter.flag])
  if (filter.labels.length > 0) pairs.push(['label', filter.labels.join(',')])
  if (filter.stars > 0) pairs.push(['stars', String(filter.stars)])
  for (const name of ids) if (filter[name]) pairs.push([name, filter[name]])
  for (const name of texts) if (filter[name]) pairs.push([name, filter[name]])
  for (const name of switches) if (filter[name]) pairs.push([name, '1'])
  if (filter.words.trim() !== '') pairs.push(['words', filter.words.trim()])
  if (namesAsked(filter.names)) pairs.push(['names', filter.names.trim()])
  return pairs
}

export function wallPairs({ filter, sort, whose }: WallAddress): Pairs {
  const pairs: [string, string][] = filterPairs(filter)
  if (sort.by !== 'manual' || sort.reverse) pairs.push(['sort', `${sort.reverse ? '-' : ''}${sort.by}`])
  if (whose) pairs.push(['whose', whose])
  return pairs
}

/** Reads what `wallPairs` wrote; whatever else an address holds is passed over. */
export function wallFrom(pairs: Iterable<readonly [name: string, value: string]>): WallAddress {
  const given = new Map(pairs)
  const sort = given.get('sort') ?? ''
  const by = sortNames.find((one) => one === sort.replace(/^-/, '')) ?? 'manual'
  return {
    filter: filterOf(given),
    sort: { by, reverse: sort === `-${by}` },
    whose: whoseFrom(given.get('whose')),
  }
}

function whoseFrom(text: string | undefined): Whose {
  const person = personId.safeParse(text)
  return text === 'studio' ? text : person.success ? person.data : null
}

const switches = ['favourite', 'commented', 'unresolved', 'drawn', 'fresh'] as const
const texts = ['keyword', 'camera', 'from', 'to'] as const
const ids = ['person', 'scene', 'list'] as const
const flags = ['pick', 'reject', 'none'] as const
const starSteps: readonly Stars[] = [1, 2, 3, 4, 5]
const labelChoices: readonly (Label | 'none')[] = [...labels, 'none']

function filterOf(given: ReadonlyMap<string, string>): Filter {
  const wanted = (given.get('label') ?? '').split(',')
  const person = personId.safeParse(given.get('person'))
  const scene = sceneId.safeParse(given.get('scene'))
  const list = selectionId.safeParse(given.get('list'))
  const on = Object.fromEntries(switches.map((name) => [name, given.get(name) === '1'])) as Record<(typeof switches)[number], boolean>
  return {
    ...on,
    flag: flags.find((one) => one === given.get('flag')) ?? null,
    labels: labelChoices.filter((one) => wanted.includes(one)),
    stars: starSteps.find((one) => String(one) === given.get('stars')) ?? 0,
    person: person.success ? person.data : null,
    scene: scene.success ? scene.data : null,
    list: list.success ? list.data : null,
    keyword: given.get('keyword') || null,
    camera: given.get('camera') || null,
    from: dayFrom(given.get('from')),
    to: dayFrom(given.get('to')),
    words: given.get('words') ?? '',
    names: given.get('names') ?? '',
  }
}

/** A day that is in the calendar. */
function dayFrom(text: string | undefined): string | null {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const at = new Date(`${text}T00:00:00Z`)
  return Number.isFinite(at.getTime()) && at.toISOString().startsWith(text) ? text : null
}
