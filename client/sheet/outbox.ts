/** Acts the server has not confirmed, kept across reloads: commands only, never documents. Beside them, what was last seen. */
import type { GalleryId, PersonId } from '../../common/ids.ts'
import { openGalleryDatabase } from './gallery-database.ts'
import { type OutboxEntry, readEntry } from './outbox-entry.ts'

export interface Outbox {
  /** Oldest first: what pages that are gone left behind. They now belong to this page. */
  adopt(person: PersonId): Promise<readonly OutboxEntry[]>
  put(entries: readonly OutboxEntry[]): void
  remove(orders: readonly number[]): void
  /** What was last seen, as `keep` was given it; null forgets it. */
  kept(): Promise<unknown>
  keep(seen: object | null): void
  /** When everything above is on disk. */
  settled(): Promise<void>
  close(): Promise<void>
}

/** Tells whether another page of this browser still lives. */
export interface PageLife {
  readonly page: string
  alive(page: string): Promise<boolean>
}

/** The outbox of a gallery in IndexedDB. Where the browser has none, acts are kept in memory only. */
export function openOutbox(gallery: GalleryId, life: PageLife): Outbox {
  const opening = openGalleryDatabase(gallery).catch(() => null)
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
    kept: () => then(async () => (await (await opening)?.get('kept', 'seen')) ?? null),
    keep(seen) {
      void then(async () => {
        const db = await opening
        if (seen) await db?.put('kept', seen, 'seen')
        else await db?.clear('kept')
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

/** Ascending numbers for the entries of one page: by time, so that pages do not collide. */
export function orders(): () => number {
  let last = 0
  return () => {
    last = Math.max(last + 1, Date.now() * 1000 + Math.floor(Math.random() * 1000))
    return last
  }
}
