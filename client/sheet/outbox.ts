/** Acts the server has not confirmed, kept across reloads: one database for each gallery, commands only, never documents. */
import { type DBSchema, openDB } from 'idb'
import type { GalleryId, PersonId } from '../../common/ids.ts'
import { type OutboxEntry, readEntry } from './outbox-entry.ts'

export interface Outbox {
  /** Oldest first: what pages that are gone left behind. They now belong to this page. */
  adopt(person: PersonId): Promise<readonly OutboxEntry[]>
  put(entries: readonly OutboxEntry[]): void
  remove(orders: readonly number[]): void
  /** When everything above is on disk. */
  settled(): Promise<void>
  close(): Promise<void>
}

interface Shelf extends DBSchema {
  entries: { key: number; value: unknown }
}

/** Tells whether another page of this browser still lives. */
export interface PageLife {
  readonly page: string
  alive(page: string): Promise<boolean>
}

/** The outbox of a gallery in IndexedDB. Where the browser has none, acts are kept in memory only. */
export function openOutbox(gallery: GalleryId, life: PageLife): Outbox {
  const opening = openShelf(gallery).catch(() => null)
  let last: Promise<unknown> = opening
  const then = <T>(work: () => Promise<T>): Promise<T | null> => {
    const mine = last.then(work).catch(() => null)
    last = mine
    return mine
  }
  return {
    async adopt(person) {
      const kept = (await then(async () => (await (await opening)?.getAll('entries')) ?? [])) ?? []
      const entries = kept.map(readEntry).filter((entry) => entry !== null)
      const living = new Map<string, boolean>()
      const left: OutboxEntry[] = []
      for (const entry of entries.filter((one) => one.person === person && one.page !== life.page)) {
        if (!living.has(entry.page)) living.set(entry.page, await life.alive(entry.page))
        if (!living.get(entry.page)) left.push({ ...entry, page: life.page })
      }
      if (left.length > 0) this.put(left)
      return left
    },
    put(entries) {
      void then(async () => {
        const write = (await opening)?.transaction('entries', 'readwrite')
        for (const entry of entries) void write?.store.put(entry)
        await write?.done
      })
    },
    remove(orders) {
      void then(async () => {
        const write = (await opening)?.transaction('entries', 'readwrite')
        for (const order of orders) void write?.store.delete(order)
        await write?.done
      })
    },
    async settled() {
      await last
    },
    async close() {
      await last
      ;(await opening)?.close()
    },
  }
}

async function openShelf(gallery: GalleryId) {
  return await openDB<Shelf>(`proofroom-${gallery}`, 1, {
    upgrade: (db) => {
      db.createObjectStore('entries', { keyPath: 'order' })
    },
  })
}

/** Ascending numbers for the entries of one page: by time, so that pages do not collide. */
export function orders(): () => number {
  let last = 0
  return () => {
    last = Math.max(last + 1, Date.now() * 1000 + Math.floor(Math.random() * 1000))
    return last
  }
}
