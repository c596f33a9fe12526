import { describe, expect, test } from '@jest/globals'
import type { Store } from '../../server/ports.ts'
import type { Place, Shelf } from './shelves.ts'
import { entryOf, gallery, person, sheetEntry, sheetOf, streamOf, write } from './store-samples.ts'

export function reopenContract(shelf: Shelf): void {
  describe('opening', () => {
    test('[KEEP-12] everything that was answered is there after closing and opening again', () => inPlace(shelf, keepsAll))

    test('[KEEP-12] records that lagged behind their journal are kept when a node opens', () =>
      inPlace(shelf, async (place) => {
        const before = await place.open()
        const commit = place.commitWithoutRecords ?? before.streams.commit
        await commit(entryOf(streamOf('crash'), 1, [write('a', 1, ['k:crash'])]))
        await before.close()
        await using(place, async (after) => {
          expect(await after.streams.find('k:crash')).toHaveLength(1)
          expect((await after.streams.load(streamOf('crash')))?.rev).toBe(1)
        })
      }))

    test('[KEEP-13] a database of a later version is refused, not damaged', () =>
      inPlace(shelf, async (place) => {
        await using(place, async () => undefined)
        await place.markNewer()
        await expect(place.open()).rejects.toThrow(/update Proofroom/)
      }))

    test('[KEEP-13] several nodes may open an empty database at the same time', () =>
      inPlace(shelf, async (place) => {
        const opened = await Promise.allSettled(Array.from({ length: 4 }, () => place.open()))
        const stores = opened.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []))
        const answers = await Promise.all(stores.map((store) => store.streams.commit(entryOf(streamOf('both'), 1))))
        await Promise.all(stores.map((store) => store.close()))
        expect(opened.map(({ status }) => status)).toEqual(Array.from({ length: 4 }, () => 'fulfilled'))
        expect(answers.filter((answer) => answer === 'ok')).toHaveLength(1)
      }))

    test('[KEEP-14] closing answers what was asked before', () =>
      inPlace(shelf, async (place) => {
        const store = await place.open()
        const asked = Promise.all([
          store.streams.commit(entryOf(streamOf('closing'), 1)),
          store.names.reserve('slug:closing', 'a_1'),
          store.counters.reserve('closing', 3),
          store.journal.append([sheetEntry(sheetOf('closing'), 1)]),
        ])
        await store.close()
        expect(await asked).toEqual(['ok', true, 1, ['ok']])
      }))

    test('[KEEP-14] a closed store says so, and its calls reject as unavailable', () =>
      inPlace(shelf, async (place) => {
        const store = await place.open()
        expect(await store.healthy()).toBe(true)
        await store.close()
        expect(await store.healthy()).toBe(false)
        await expect(store.streams.load(streamOf('closed'))).rejects.toMatchObject({ code: 'store-unavailable' })
        await expect(store.journal.append([sheetEntry(sheetOf('closed'), 1)])).rejects.toMatchObject({ code: 'store-unavailable' })
        await store.close()
      }))
  })
}

async function keepsAll(place: Place): Promise<void> {
  const stream = streamOf('reopen')
  await using(place, async (store) => {
    await store.streams.commit(entryOf(stream, 1, [write('a', { kept: true }, ['k:reopen'])]))
    await store.names.reserve('slug:reopen', 'a_1')
    await store.vault.put('session:reopen', 'kept', 1_000)
    await store.counters.reserve('reopen', 7)
    await store.journal.append([1, 2].map((seq) => sheetEntry(sheetOf('reopen'), seq)))
    await store.journal.claimClients(gallery('reopen'), 1, 2, person('ann'))
  })
  await using(place, async (store) => {
    expect((await store.streams.load(stream))?.records[0]?.value).toEqual({ kept: true })
    expect(await store.streams.find('k:reopen')).toHaveLength(1)
    expect(await store.streams.commit(entryOf(stream, 1))).toBe('conflict')
    expect(await store.names.owner('slug:reopen')).toBe('a_1')
    expect(await store.vault.get('session:reopen', 1)).toBe('kept')
    expect(await store.counters.reserve('reopen', 1)).toBe(8)
    expect((await store.journal.loadSheet(sheetOf('reopen')))?.seq).toBe(2)
    expect(await store.journal.append([sheetEntry(sheetOf('reopen'), 2)])).toEqual(['conflict'])
    expect(await store.journal.claimClients(gallery('reopen'), 2, 1, person('bob'))).toBe(false)
  })
}

async function inPlace(shelf: Shelf, work: (place: Place) => Promise<void>): Promise<void> {
  const place = await shelf.make()
  try {
    await work(place)
  } finally {
    await place.remove()
  }
}

async function using(place: Place, work: (store: Store) => Promise<void>): Promise<void> {
  const store = await place.open()
  try {
    await work(store)
  } finally {
    await store.close()
  }
}
