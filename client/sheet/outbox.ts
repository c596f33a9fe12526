/**
 * Acts the server has not confirmed, kept across reloads: commands only, never documents. Beside them, those it refused, and what was
 * last seen.
 */
import type { GalleryId, PersonId } from '../../common/ids.ts'
import { type GalleryDatabase, openGalleryDatabase } from './gallery-database.ts'
import { type OutboxEntry, readEntry } from './outbox-entry.ts'
import { type RefusedAct, readRefused } from './refused-act.ts'

export interface Outbox {
  /** Oldest first: what pages that are gone left behind. They now belong to this page. */
  adopt(person: PersonId): Promise<readonly OutboxEntry[]>
  put(entries: readonly OutboxEntry[]): void
  remove(orders: readonly number[]): void
  /** These wait no more and stay with their reasons: both at once, so that no act is ever in neither place. */
  refuse(acts: readonly RefusedAct[]): void
  putAway(orders: readonly number[]): void
  /** Of all pages, the oldest first; null without a database. */
  refused(person: PersonId): Promise<readonly RefusedAct[] | null>
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

type Stores = ReturnType<typeof openBoth>
type Change = (stores: Stores) => void
const openBoth = (db: GalleryDatabase) => db.transaction(['entries', 'refused'], 'readwrite')

/** The outbox of a gallery in IndexedDB. Where the browser has none, acts are kept in memory only. */
export function openOutbox(gallery: GalleryId, life: PageLife): Outbox {
  const opening = openGalleryDatabase(gallery).catch(() => null)
  let last: Promise<unknown> = opening
  const then = <T>(work: () => Promise<T>): Promise<T | null> => {
    const mine = last.then(work).catch(() => null)
    last = mine
    return mine
  }
  const write = writer(opening, then)
  return {
    async adopt(person) {
      const kept = (await then(async () => (await (await opening)?.getAll('entries')) ?? [])) ?? []
      const left = await leftBehind(
        kept.map(readEntry).filter((entry) => entry?.person === person && entry.page !== life.page),
        life,
      )
      if (left.length > 0) this.put(left)
      return left
    },
    put: (entries) =>
      write((stores) => {
        for (const entry of entries) void stores.objectStore('entries').put(entry)
      }),
    remove: (orders) =>
      write((stores) => {
        for (const order of orders) void stores.objectStore('entries').delete(order)
      }),
    refuse: (acts) =>
      write((stores) => {
        for (const act of acts) void stores.objectStore('refused').put(act)
        for (const { order } of acts) void stores.objectStore('entries').delete(order)
      }),
    putAway: (orders) =>
      write((stores) => {
        for (const order of orders) void stores.objectStore('refused').delete(order)
      }),
    refused: (person) =>
      then(async () => {
        const kept = await (await opening)?.getAll('refused')
        return kept?.map(readRefused).filter((one) => one?.person === person) as RefusedAct[] | undefined
      }).then((kept) => kept ?? null),
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

/** What is said in one go is written in one go, in its order. */
function writer(opening: Promise<GalleryDatabase | null>, then: (work: () => Promise<void>) => unknown): (change: Change) => void {
  let pending: Change[] = []
  const writeAll = async () => {
    const changes = pending
    pending = []
    const db = await opening
    if (!db) return
    const stores = openBoth(db)
    for (const change of changes) change(stores)
    await stores.done
  }
  return (change) => {
    pending.push(change)
    if (pending.length === 1) then(writeAll)
  }
}

/** Entries of pages that live no more, as those of this page. */
async function leftBehind(entries: readonly (OutboxEntry | null)[], { page, alive }: PageLife): Promise<readonly OutboxEntry[]> {
  const living = new Map<string, boolean>()
  const left: OutboxEntry[] = []
  for (const entry of entries) {
    if (!entry) continue
    if (!living.has(entry.page)) living.set(entry.page, await alive(entry.page))
    if (!living.get(entry.page)) left.push({ ...entry, page })
  }
  return left
}

/** Ascending numbers for the entries of one page: by time, so that pages do not collide. */
export function orders(): () => number {
  let last = 0
  return () => {
    last = Math.max(last + 1, Date.now() * 1000 + Math.floor(Math.random() * 1000))
    return last
  }
}
