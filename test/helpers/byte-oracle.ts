/** Who may know what in the scripted gallery of the byte oracle, by the words of the domain and none of the product's code. */
import type { ClientRole, FeedbackMode } from '../../common/gallery/model.ts'

export interface Person {
  readonly n: number
  readonly role: 'staff' | ClientRole
  /** Scenes of the link, by number; counts in a private gallery only. */
  scenes: readonly number[] | 'all'
}

export interface Word {
  readonly token: string
  readonly photo: number
  readonly audience: 'team' | 'shared' | number
}

/** A list somebody is asked to fill, or a client's own. */
export interface List {
  readonly n: number
  /** Its name, and what is said in its request and reminders. */
  readonly token: string
  readonly roles: readonly string[]
  readonly links: readonly number[]
  readonly persons: readonly number[]
  readonly owner: number | null
}

/** A word that was sent along with a list. */
export interface Note {
  readonly token: string
  readonly list: number
  readonly audience: 'shared' | number
}

export interface World {
  readonly lists: List[]
  readonly notes: Note[]
  private: boolean
  mode: FeedbackMode
  /** Scene of each photo. */
  readonly scenes: ReadonlyMap<number, number>
  readonly hidden: Set<number>
  /** Main clients who ever hid something: their names stand at the photo for others of their kind. */
  readonly hiders: Set<number>
  readonly hiddenFor: Map<number, readonly string[]>
  readonly people: readonly Person[]
  readonly words: Word[]
  /** What was asked, brought up or decided in a review session. */
  readonly table: { readonly token: string; readonly photo: number; readonly by: number }[]
  /** Saved ones: what they are called, for whom, and which scene and whom they name. */
  readonly views: {
    readonly token: string
    readonly circle: 'me' | 'team' | 'everyone'
    readonly by: number
    readonly scene: number | null
    readonly person: number | null
  }[]
  /** Who ever wrote on the shared sheet of a photo: their ids stay on it, whoever reads it later. */
  readonly writers: Map<number, ReadonlySet<number>>
}

/** Before anything was done in it. */
export const freshWorld = ({ scenes, people }: Pick<World, 'scenes' | 'people'>): World => ({
  ...{ private: false, mode: 'private', scenes, people },
  ...{ hidden: new Set(), hiders: new Set(), hiddenFor: new Map(), writers: new Map() },
  ...{ words: [], table: [], lists: [], notes: [], views: [] },
})

export const sceneNumbers = (world: World) => [...new Set(world.scenes.values())]

export function seesScene(world: World, { role, scenes }: Person, scene: number): boolean {
  if (role === 'staff') return true
  if (world.hiddenFor.get(scene)?.includes(role)) return false
  return !world.private || role === 'mainClient' || scenes === 'all' || scenes.includes(scene)
}

export function seesPhoto(world: World, person: Person, photo: number): boolean {
  if (person.role === 'staff') return true
  if (world.hidden.has(photo) && person.role !== 'mainClient') return false
  return seesScene(world, person, world.scenes.get(photo) ?? 0)
}

export function shares(world: World, { role }: Person): boolean {
  if (role === 'staff') return true
  return world.mode === 'collaborative' || (world.mode === 'clientTeam' && role === 'mainClient')
}

export function reads(world: World, person: Person, { photo, audience }: Word): boolean {
  if (!seesPhoto(world, person, photo)) return false
  if (person.role === 'staff') return true
  return audience === 'shared' ? shares(world, person) : audience === person.n
}

export function knows(world: World, person: Person, other: Person): boolean {
  if (person.role === 'staff' || other.role === 'staff' || person.n === other.n) return true
  if (person.role === 'mainClient' && world.hiders.has(other.n)) return true
  if (!shares(world, person) || (!shares(world, other) && !wroteShared(world, other))) return false
  return meet(world, person, other)
}

const wroteShared = (world: World, { n }: Person) => [...world.writers.values()].some((writers) => writers.has(n))

/** Asked by role, link or name; its owner; and whoever shares sheets with its owner now. Nobody's link changes its number here. */
export function seesList(world: World, person: Person, { roles, links, persons, owner }: List): boolean {
  if (person.role === 'staff') return true
  if (roles.includes(person.role) || links.includes(person.n) || persons.includes(person.n) || owner === person.n) return true
  const other = world.people.find(({ n }) => n === owner)
  return other !== undefined && shares(world, person) && shares(world, other) && meet(world, person, other)
}

const meet = (world: World, a: Person, b: Person) =>
  sceneNumbers(world).some((scene) => seesScene(world, a, scene) && seesScene(world, b, scene))

export function readsNote(world: World, person: Person, { list, audience }: Note): boolean {
  if (person.role === 'staff') return true
  const found = world.lists.find(({ n }) => n === list)
  if (!found || !seesList(world, person, found)) return false
  return audience === 'shared' ? shares(world, person) : audience === person.n
}

/** Whether the id (not the name) may stand on a sheet this person reads. */
function meetsOnSheets(world: World, person: Person, other: Person): boolean {
  for (const [photo, writers] of world.writers) {
    if (writers.has(other.n) && reads(world, person, { token: '', photo, audience: 'shared' })) return true
  }
  return false
}

/** Whoever it is for, as long as they know every scene and everybody it names. */
export function finds(world: World, person: Person, { circle, by, scene: of, person: named }: World['views'][number]): boolean {
  if (circle === 'team' && person.role !== 'staff') return false
  if (circle === 'me' && by !== person.n) return false
  const other = world.people.find(({ n }) => n === named)
  return (of === null || seesScene(world, person, of)) && (!other || knows(world, person, other))
}

/** What is said at the table about a photo is for those who see it and know who said it. */
export function hears(world: World, person: Person, { photo, by }: World['table'][number]): boolean {
  const author = world.people[by]
  return seesPhoto(world, person, photo) && author !== undefined && knows(world, person, author)
}

export interface Tokens {
  photo(n: number): readonly string[]
  scene(n: number): readonly string[]
  name(n: number): readonly string[]
  id(n: number): readonly string[]
  /** What staff alone may know. */
  readonly staff: readonly string[]
}

/** Everything this person may not know now. */
export function secrets(world: World, person: Person, tokens: Tokens): ReadonlySet<string> {
  const unknown: string[] = []
  for (const n of world.scenes.keys()) if (!seesPhoto(world, person, n)) unknown.push(...tokens.photo(n))
  for (const n of sceneNumbers(world)) if (!seesScene(world, person, n)) unknown.push(...tokens.scene(n))
  for (const other of world.people) {
    if (knows(world, person, other)) continue
    unknown.push(...tokens.name(other.n))
    if (!meetsOnSheets(world, person, other)) unknown.push(...tokens.id(other.n))
  }
  for (const word of world.words) if (!reads(world, person, word)) unknown.push(word.token)
  for (const said of world.table) if (!hears(world, person, said)) unknown.push(said.token)
  for (const list of world.lists) if (!seesList(world, person, list)) unknown.push(list.token)
  for (const view of world.views) if (!finds(world, person, view)) unknown.push(view.token)
  for (const note of world.notes) if (!readsNote(world, person, note)) unknown.push(note.token)
  if (person.role !== 'staff') unknown.push(...tokens.staff)
  return new Set(unknown)
}
