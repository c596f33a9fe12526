/** A gallery opened, and the step from one state to the next. States are never changed, only replaced. */
import type { SystemCommand } from './commands.ts'
import type { Change, Gallery, GalleryRecord, GalleryState } from './model.ts'

type Maps = { -readonly [Key in Exclude<keyof GalleryState, 'gallery'>]: GalleryState[Key] }

/** The first records of a gallery; its default scene makes that every photo has a place. */
export function createGallery(command: Extract<SystemCommand, { type: 'gallery:create' }>, at: number): readonly Change[] {
  return [written({ ...command.gallery, createdAt: at }), written(command.scene)]
}

/** Throws if the gallery itself is not among the records. */
export function stateOf(records: readonly GalleryRecord[]): GalleryState {
  const gallery = records.find((record): record is Gallery => record.kind === 'gallery')
  if (!gallery) throw new Error('these records are not a whole gallery')
  return apply({ gallery, ...noRecords }, records.map(written))
}

export function apply(state: GalleryState, changes: readonly Change[]): GalleryState {
  const { gallery, ...maps } = state
  let next: Gallery = gallery
  const kept: Maps = maps
  for (const key of mapKeys) {
    const own = changes.filter(({ kind }) => kinds[kind] === key)
    if (own.length > 0) Object.assign(kept, { [key]: applied(state[key], own) })
  }
  for (const { after } of changes) if (after?.kind === 'gallery') next = after
  return { gallery: next, ...kept }
}

export function written(record: GalleryRecord): Change {
  return { kind: record.kind, id: record.id, after: record }
}

export function removed({ kind, id }: GalleryRecord): Change {
  return { kind, id, after: null }
}

const kinds = {
  gallery: 'gallery',
  scene: 'scenes',
  photo: 'photos',
  link: 'links',
  grant: 'grants',
  guest: 'guests',
  session: 'sessions',
  topic: 'topics',
  vote: 'votes',
  decision: 'decisions',
  selection: 'selections',
  submission: 'submissions',
  claim: 'claims',
  view: 'views',
} as const
/** What a gallery holds beside itself when it holds nothing. */
export const noRecords: Readonly<Maps> = {
  scenes: new Map(),
  photos: new Map(),
  links: new Map(),
  grants: new Map(),
  guests: new Map(),
  sessions: new Map(),
  topics: new Map(),
  votes: new Map(),
  decisions: new Map(),
  selections: new Map(),
  submissions: new Map(),
  claims: new Map(),
  views: new Map(),
}
const mapKeys = Object.keys(noRecords) as (keyof Maps)[]

function applied(records: ReadonlyMap<string, GalleryRecord>, changes: readonly Change[]): ReadonlyMap<string, GalleryRecord> {
  const next = new Map(records)
  for (const { id, after } of changes) {
    if (after) next.set(id, after)
    else next.delete(id)
  }
  return next
}
