/** The one database each gallery has in this browser: acts that are not saved yet, and what was last seen. */
import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb'
import type { GalleryId } from '../../common/ids.ts'

interface Shelf extends DBSchema {
  entries: { key: number; value: unknown }
  kept: { key: string; value: unknown }
}
export type GalleryDatabase = IDBPDatabase<Shelf>

const prefix = 'proofroom-g_'
const version = 2

export const openGalleryDatabase = (gallery: GalleryId): Promise<GalleryDatabase> => open(`proofroom-${gallery}`)

async function open(name: string): Promise<GalleryDatabase> {
  const db: GalleryDatabase = await openDB<Shelf>(name, version, {
    upgrade: (made, from) => {
      if (from < 1) made.createObjectStore('entries', { keyPath: 'order' })
      if (from < 2) made.createObjectStore('kept')
    },
    // A page of a newer build must not wait for this one.
    blocking: () => db.close(),
  })
  return db
}

/** What anybody but this person last saw, in any gallery, is forgotten; acts of theirs that are not saved wait for them. */
export async function forgetOthers(person: string): Promise<void> {
  for (const db of await all()) {
    const kept: unknown = await db.get('kept', 'seen').catch(() => null)
    const theirs = typeof kept === 'object' && kept !== null && !('person' in kept && kept.person === person)
    if (theirs) await db.clear('kept')
    db.close()
  }
}

/** Somebody leaves this browser: nothing of theirs stays. */
export async function forgetAll(): Promise<void> {
  for (const db of await all()) {
    const { name } = db
    for (const store of ['kept', 'entries'] as const) await db.clear(store)
    db.close()
    void deleteDB(name).catch(() => undefined)
  }
}

async function all(): Promise<readonly GalleryDatabase[]> {
  try {
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '').filter((name) => name.startsWith(prefix))
    return await Promise.all(names.map(open))
  } catch {
    return []
  }
}
