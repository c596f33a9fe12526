/** The one database each gallery has in this browser: acts that are not saved yet, acts that were refused, and what was last seen. */
import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb'
import type { GalleryId } from '../../common/ids.ts'

interface Shelf extends DBSchema {
  entries: { key: number; value: unknown }
  refused: { key: number; value: unknown }
  kept: { key: string; value: unknown }
}
export type GalleryDatabase = IDBPDatabase<Shelf>

const prefix = 'proofroom-g_'
const version = 3

export const openGalleryDatabase = async (gallery: GalleryId): Promise<GalleryDatabase> => open(`proofroom-${gallery}`)

async function open(name: string): Promise<GalleryDatabase> {
  const db: GalleryDatabase = await openDB<Shelf>(name, version, {
    upgrade: (made, from) => {
      if (from < 1) made.createObjectStore('entries', { keyPath: 'order' })
      if (from < 2) made.createObjectStore('kept')
      if (from < 3) made.createObjectStore('refused', { keyPath: 'order' })
    },
    // A page of a newer build must not wait for this one.
    blocking: () => db.close(),
  })
  return db
}

/** Milliseconds a database may take to open before the page goes on without it. */
const patience = 3_000

/** Null where it does not open, or not soon: a browser may keep one waiting for ever. */
function inTime(opening: Promise<GalleryDatabase | null>): Promise<GalleryDatabase | null> {
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve(null), patience)
    const end = (db: GalleryDatabase | null) => {
      clearTimeout(late)
      resolve(db)
    }
    opening.then(end, () => end(null))
  })
}

/** A gallery's database, null as long as there is none. `told`: it does not open, or not soon; and if it opens later than that. */
export function openShelf(gallery: GalleryId, told: (there: boolean) => void): () => Promise<GalleryDatabase | null> {
  const opening = openGalleryDatabase(gallery).catch(() => null)
  let db: GalleryDatabase | null = null
  const first = inTime(opening).then((there) => {
    db = there
    if (!there) told(false)
    // It may only have been slow: then nothing was lost.
    void opening.then((late) => {
      db = late
      if (late && !there) told(true)
    })
  })
  return async () => {
    await first
    return db
  }
}

/** What anybody but this person last saw, in any gallery, is forgotten; acts of theirs that are not saved wait for them. */
export async function forgetOthers(person: string): Promise<void> {
  for (const db of await all()) {
    const kept: unknown = await db.get('kept', 'seen').catch(() => null)
    if (kept && !isOf(person)(kept)) await db.clear('kept').catch(() => undefined)
    db.close()
  }
}

/** This person leaves this browser: nothing of theirs stays, and what others left to be saved is not touched. */
export async function forgetPerson(person: string): Promise<void> {
  for (const db of await all()) {
    const others = await without(db, isOf(person)).catch(() => null)
    const { name } = db
    db.close()
    if (others === 0) void deleteDB(name).catch(() => undefined)
  }
}

/** Takes out what is theirs. Returns how much is not. */
async function without(db: GalleryDatabase, theirs: (value: unknown) => boolean): Promise<number> {
  const write = db.transaction(['entries', 'refused', 'kept'], 'readwrite')
  let others = 0
  for (const name of ['entries', 'refused', 'kept'] as const) {
    for (let at = await write.objectStore(name).openCursor(); at; at = await at.continue()) {
      if (theirs(at.value)) await at.delete()
      else others++
    }
  }
  await write.done
  return others
}

/** Acts of this person that wait to be saved, in all galleries; what they have read does not count. */
export async function unsavedOf(person: string): Promise<number> {
  let waiting = 0
  for (const db of await all()) {
    const entries = await db.getAll('entries').catch(() => [])
    waiting += entries.filter((entry) => isOf(person)(entry) && !isReading(entry)).length
    db.close()
  }
  return waiting
}

const isReading = (entry: unknown): boolean => typeof entry === 'object' && entry !== null && 'kind' in entry && entry.kind === 'read'

const isOf =
  (person: string) =>
  (value: unknown): boolean =>
    typeof value === 'object' && value !== null && 'person' in value && value.person === person

async function all(): Promise<readonly GalleryDatabase[]> {
  try {
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '').filter((name) => name.startsWith(prefix))
    const opened = await Promise.all(names.map((name) => inTime(open(name))))
    return opened.filter((db) => db !== null)
  } catch {
    return []
  }
}
