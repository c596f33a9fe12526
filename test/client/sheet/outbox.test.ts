import 'fake-indexeddb/auto'
import { afterEach, expect, jest, test } from '@jest/globals'
import { openDB } from 'idb'
import { forgetOthers, forgetPerson, unsavedOf } from '../../../client/sheet/gallery-database.ts'
import { type Outbox, openOutbox } from '../../../client/sheet/outbox.ts'
import type { OutboxEntry } from '../../../client/sheet/outbox-entry.ts'
import { type GalleryId, type PersonId, type PhotoId, sheetIdOf } from '../../../common/ids.ts'

// jsdom has no structuredClone, and the database needs one.
globalThis.structuredClone ??= (value) => JSON.parse(JSON.stringify(value))

const [clara, noah] = ['v_00000000000000000001', 'v_00000000000000000002'] as PersonId[] as [PersonId, PersonId]
const living = new Set<string>()
const open: Outbox[] = []
let galleries = 0

const newGallery = () => `g_${String(++galleries).padStart(20, '0')}` as GalleryId
const outboxOf = (gallery: GalleryId, page: string): Outbox => {
  const outbox = openOutbox(gallery, { page, alive: async (other) => living.has(other) })
  open.push(outbox)
  return outbox
}
const entry = (order: number, page: string, person = clara): OutboxEntry => ({
  kind: 'sheet',
  order,
  person,
  at: 1,
  page,
  sheet: sheetIdOf('p_00000000000000000001' as PhotoId, 'shared'),
  command: { type: 'mark:set', stars: 3 },
})

afterEach(async () => {
  living.clear()
  for (const outbox of open.splice(0)) await outbox.close()
})

test('[OUTBOX-1] a later page takes over, in order, what a page that is gone had kept', async () => {
  const gallery = newGallery()
  const first = outboxOf(gallery, 'first')
  first.put([entry(2, 'first'), entry(1, 'first'), entry(3, 'first')])
  first.remove([2])
  await first.close()
  const second = outboxOf(gallery, 'second')
  const taken = await second.adopt(clara)
  expect(taken.map(({ order, page }) => [order, page])).toEqual([
    [1, 'second'],
    [3, 'second'],
  ])
  second.remove([1, 3])
  await second.settled()
  expect(await outboxOf(gallery, 'third').adopt(clara)).toEqual([])
})

test('[OUTBOX-2] what belongs to a living page or another person stays theirs', async () => {
  const gallery = newGallery()
  const first = outboxOf(gallery, 'first')
  living.add('first')
  first.put([entry(1, 'first'), entry(2, 'gone', noah)])
  await first.settled()
  const second = outboxOf(gallery, 'second')
  expect(await second.adopt(clara)).toEqual([])
  living.delete('first')
  expect((await second.adopt(clara)).map(({ order }) => order)).toEqual([1])
  expect((await outboxOf(gallery, 'third').adopt(noah)).map(({ order }) => order)).toEqual([2])
})

test('[OUTBOX-6] of several pages that come at once each act is taken over by one', async () => {
  const gallery = newGallery()
  const gone = outboxOf(gallery, 'gone')
  gone.put([1, 2, 3, 4].map((order) => entry(order, 'gone')))
  await gone.close()
  const pages = ['second', 'third', 'fourth'].map((page) => outboxOf(gallery, page))
  const taken = (await Promise.all(pages.flatMap((outbox) => [outbox.adopt(clara), outbox.adopt(clara)]))).flat()
  expect(taken.map(({ order }) => order).sort()).toEqual([1, 2, 3, 4])
})

test('[OUTBOX-3] an entry nobody understands is passed over', async () => {
  const gallery = newGallery()
  const first = outboxOf(gallery, 'first')
  first.put([entry(1, 'first')])
  await first.close()
  const shelf = await openDB(`proofroom-${gallery}`)
  await shelf.put('entries', { ...entry(0, 'first'), order: 0, command: { type: 'mark:engrave' } })
  shelf.close()
  expect((await outboxOf(gallery, 'second').adopt(clara)).map(({ order }) => order)).toEqual([1])
})

test('[FLIGHT-9] acts kept by an older version are there after the database has grown', async () => {
  const gallery = newGallery()
  const old = await openDB(`proofroom-${gallery}`, 1, {
    upgrade: (db) => {
      db.createObjectStore('entries', { keyPath: 'order' })
    },
  })
  await old.put('entries', entry(7, 'gone'))
  old.close()
  const outbox = outboxOf(gallery, 'second')
  expect((await outbox.adopt(clara)).map(({ order }) => order)).toEqual([7])
  expect(await outbox.kept()).toBeNull()
  outbox.keep({ person: clara })
  expect(await outbox.kept()).toEqual({ person: clara })
})

/** As long as `work` lasts, this is the browser's database. */
async function withDatabase(value: unknown, work: () => Promise<void>): Promise<void> {
  const kept = globalThis.indexedDB
  Object.defineProperty(globalThis, 'indexedDB', { configurable: true, value })
  try {
    await work()
  } finally {
    Object.defineProperty(globalThis, 'indexedDB', { configurable: true, value: kept })
  }
}
const throwing = () => {
  throw new Error('private window')
}

test.each([
  ['throws', { open: throwing, databases: throwing }],
  ['is missing', undefined],
])('[OUTBOX-4] where the database %s nothing fails, and it is said at once that nothing is kept', async (_, database) => {
  await withDatabase(database, async () => {
    const outbox = outboxOf(newGallery(), 'first')
    const told: boolean[] = []
    outbox.watch((keeps) => told.push(keeps))
    await outbox.settled()
    expect(told).toEqual([false])
    outbox.put([entry(1, 'first')])
    await outbox.settled()
    expect(told.at(-1)).toBe(false)
    outbox.remove([1])
    outbox.keep({ seen: 1 })
    expect([await outbox.adopt(clara), await outbox.refused(clara), await outbox.kept()]).toEqual([[], null, null])
    expect(await unsavedOf(clara)).toBe(0)
    await forgetPerson(clara)
    await forgetOthers(clara)
  })
})

test('[OUTBOX-4] a database that is held by an old page is not waited for, and what was done meanwhile is kept once it opens', async () => {
  const gallery = newGallery()
  const old = await openDB(`proofroom-${gallery}`, 1, { upgrade: (db) => void db.createObjectStore('entries', { keyPath: 'order' }) })
  const wait = globalThis.setTimeout
  // Nobody waits in a test.
  const hurried = jest
    .spyOn(globalThis, 'setTimeout')
    .mockImplementation(((work: () => void, ms = 0) => wait(work, ms > 1_000 ? 20 : ms)) as never)
  const outbox = outboxOf(gallery, 'first')
  const told: boolean[] = []
  outbox.watch((keeps) => told.push(keeps))
  outbox.put([entry(1, 'first')])
  await outbox.settled()
  hurried.mockRestore()
  expect(told.at(-1)).toBe(false)
  old.close()
  while (told.at(-1) !== true) await new Promise((later) => setTimeout(later, 5))
  expect((await outboxOf(gallery, 'second').adopt(clara)).map(({ order }) => order)).toEqual([1])
})

test('[OUTBOX-5] a full browser keeps acts rather than what was seen, says when it can keep neither, and makes up for it', async () => {
  const gallery = newGallery()
  const first = outboxOf(gallery, 'first')
  const told: boolean[] = []
  first.watch((keeps) => told.push(keeps))
  first.keep({ person: clara })
  await first.settled()
  const put = IDBObjectStore.prototype.put
  let fails = 1
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args) {
    if (fails-- > 0) throw new DOMException('full', 'QuotaExceededError')
    return put.apply(this, args)
  }
  try {
    first.put([entry(1, 'first')])
    await first.settled()
    expect(await first.kept()).toBeNull()
    fails = 2
    first.put([entry(2, 'first')])
    await first.settled()
    first.put([entry(3, 'first')])
    await first.settled()
  } finally {
    IDBObjectStore.prototype.put = put
  }
  expect(told).toEqual([true, false, true])
  expect((await outboxOf(gallery, 'second').adopt(clara)).map(({ order }) => order)).toEqual([1, 2, 3])
})
