/**
 * Acts the server has not confirmed, kept across reloads: commands only, never documents. Beside them, those it refused, and what was
 * last seen.
 */
import type { GalleryId, PersonId } from '../../common/ids.ts'
import { type GalleryDatabase, openShelf } from './gallery-database.ts'
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
  /** Told after every write whether what waits is kept: false without a database, or with no room in it. */
  watch(listener: (keeps: boolean) => void): void
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
type Change = (stores: Stores) => void | Promise<void>
/** Entries handed to the browser in one stretch. */
const atOnce = 250
const openBoth = (db: GalleryDatabase) => db.transaction(['entries', 'refused'], 'readwrite')

/** The outbox of a gallery in IndexedDB. Where the browser has none, acts are kept in memory only; so they are with `keeps: false`. */
export function openOutbox(gallery: GalleryId, life: PageLife, keeps = true): Outbox {
  const shelf = keeps ? openShelf(gallery, (there) => (there ? again() : told(false))) : async () => null
  let last: Promise<unknown> = shelf()
  const then = <T>(work: () => Promise<T>): Promise<T | null> => {
    const mine = last.then(work).catch(() => null)
    last = mine
    return mine
  }
  let told: (keeps: boolean) => void = () => undefined
  const { write, again } = writer({ shelf, then, told: (keeps) => told(keeps) })
  return {
    async adopt(person) {
      const kept = (await then(async () => (await (await shelf())?.getAll('entries')) ?? [])) ?? []
      const others = kept.filter((entry) => !isOfPage(entry, life.page)).map(readEntry)
      const left = await leftBehind(
        others.flatMap((one) => (one?.person === person ? one : [])),
        life,
      )
      // Where it cannot be written that they are this page's, they are done all the same.
      return left.length === 0 ? left : ((await then(async () => claimed(await shelf(), left, life.page))) ?? left)
    },
    put: (entries) =>
      write(async (stores) => {
        for (const [i, entry] of entries.entries()) {
          const put = stores.objectStore('entries').put(entry)
          quietly(put)
          // One transaction, but not one stretch: the page goes on while thousands are kept.
          if (i % atOnce === atOnce - 1) await put
        }
      }),
    remove: (orders) =>
      write((stores) => {
        for (const order of orders) quietly(stores.objectStore('entries').delete(order))
      }),
    refuse: (acts) =>
      write((stores) => {
        for (const act of acts) quietly(stores.objectStore('refused').put(act))
        for (const { order } of acts) quietly(stores.objectStore('entries').delete(order))
      }),
    putAway: (orders) =>
      write((stores) => {
        for (const order of orders) quietly(stores.objectStore('refused').delete(order))
      }),
    refused: (person) =>
      then(async () => {
        const kept = await (await shelf())?.getAll('refused')
        return kept?.map(readRefused).filter((one) => one?.person === person) as RefusedAct[] | undefined
      }).then((kept) => kept ?? null),
    kept: () => then(async () => (await (await shelf())?.get('kept', 'seen')) ?? null),
    keep(seen) {
      void then(async () => {
        const db = await shelf()
        if (seen) await db?.put('kept', seen, 'seen')
        else await db?.clear('kept')
      })
    },
    watch(listener) {
      told = listener
    },
    async settled() {
      await last
    },
    async close() {
      await last
      ;(await shelf())?.close()
    },
  }
}

interface Writing {
  readonly shelf: () => Promise<GalleryDatabase | null>
  readonly then: (work: () => Promise<void>) => unknown
  readonly told: (keeps: boolean) => void
}

/** What is said in one go is written in one go, in its order. What could not be written is tried again with whatever comes next. */
function writer({ shelf, then, told }: Writing): { readonly write: (change: Change) => void; readonly again: () => void } {
  let pending: Change[] = []
  let asked = false
  const writeAll = async () => {
    asked = false
    const [changes, db] = [pending, await shelf()]
    pending = []
    // Acts that wait are worth more than what can be seen again: without room for both, that goes.
    const kept = db !== null && ((await written(db, changes)) || ((await cleared(db)) && (await written(db, changes))))
    if (!kept) pending = [...changes, ...pending]
    told(kept)
  }
  const again = () => {
    if (!asked) then(writeAll)
    asked = true
  }
  const write = (change: Change) => {
    pending.push(change)
    again()
  }
  return { write, again }
}

async function written(db: GalleryDatabase, changes: readonly Change[]): Promise<boolean> {
  try {
    const stores = openBoth(db)
    const done = stores.done.then(
      () => true,
      () => false,
    )
    for (const change of changes) await change(stores)
    return await done
  } catch {
    return false
  }
}

const cleared = (db: GalleryDatabase): Promise<boolean> =>
  db.clear('kept').then(
    () => true,
    () => false,
  )

/** A failed request fails its transaction, which says so. */
const quietly = (request: Promise<unknown>): void => void request.catch(() => undefined)

const isOfPage = (entry: unknown, page: string): boolean =>
  typeof entry === 'object' && entry !== null && 'page' in entry && entry.page === page

/** Those that no other page has taken over meanwhile, now this page's: of several that come at once, one does each act. */
async function claimed(db: GalleryDatabase | null, left: readonly OutboxEntry[], page: string): Promise<readonly OutboxEntry[]> {
  const mine: OutboxEntry[] = []
  if (!db) return mine
  const write = db.transaction('entries', 'readwrite')
  for (const entry of left) {
    if (!isOfPage(await write.store.get(entry.order), entry.page)) continue
    mine.push({ ...entry, page })
    quietly(write.store.put({ ...entry, page }))
  }
  await write.done
  return mine
}

/** Entries of pages that live no more. */
async function leftBehind(entries: readonly OutboxEntry[], { alive }: PageLife): Promise<readonly OutboxEntry[]> {
  const living = new Map<string, boolean>()
  const left: OutboxEntry[] = []
  for (const entry of entries) {
    if (!living.has(entry.page)) living.set(entry.page, await alive(entry.page))
    if (!living.get(entry.page)) left.push(entry)
  }
  return left
}
