import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { DrawingId } from '../../../common/ids.ts'
import { readSheet } from '../../../common/sheet/read.ts'
import type { SheetBatch } from '../../../server/sheets/api.ts'
import { anna, bert, contentOf, gallery, id, openShelf, pia, type Shelf, shared, sheetsOn, version, writerOn } from './studio.ts'

let shelf: Shelf
beforeEach(async () => {
  shelf = await openShelf()
})
afterEach(() => shelf.end())

test('[SHEET-1] an acknowledged push is in the journal', async () => {
  const sheets = await sheetsOn(shelf.store).open(gallery)
  const writer = await writerOn(sheets, anna)
  expect(await writer.do({ type: 'mark:set', flag: 'pick' })).toEqual({ ok: true })
  const kept = await shelf.store.journal.loadSheet(shared)
  expect(kept).toMatchObject({ epoch: 1, seq: 1 })
  const again = await sheetsOn(shelf.store).open(gallery)
  expect(readSheet(contentOf(again.state(shared))).marks[anna]?.flag).toBe('pick')
})

test('[SHEET-2] others are told after it is durable and before the author is answered', async () => {
  const order: string[] = []
  const journal = {
    ...shelf.store.journal,
    append: async (entries: Parameters<typeof shelf.store.journal.append>[0]) => {
      const answers = await shelf.store.journal.append(entries)
      order.push('durable')
      return answers
    },
  }
  const sheets = await sheetsOn(shelf.store, journal).open(gallery)
  const told: SheetBatch[] = []
  sheets.onBatch((batch) => {
    order.push('told')
    told.push(batch)
  })
  const [a, b] = [await writerOn(sheets, anna), await writerOn(sheets, pia)]
  const both = [a.do({ type: 'mark:set', stars: 3 }), b.do({ type: 'mark:set', stars: 4 })].map((answer) =>
    answer.then(() => order.push('answered')),
  )
  await Promise.all(both)
  expect(order).toEqual(['durable', 'told', 'answered', 'answered'])
  expect(told).toHaveLength(1)
  expect(told[0]?.updates).toHaveLength(1)
})

test('[SHEET-3] a refused push leaves no trace, and what others wrote before and after it stays', async () => {
  const sheets = await sheetsOn(shelf.store).open(gallery)
  const [a, b] = [await writerOn(sheets, anna), await writerOn(sheets, bert)]
  b.doc.getMap('marks').set(anna, { flag: 'reject', label: null, stars: 0, favourite: false, by: anna, at: 0 })
  const forged = b.sent.splice(0)[0] ?? new Uint8Array()
  const [one, two, three] = await Promise.all([
    a.do({ type: 'mark:set', stars: 1 }),
    b.send(forged),
    a.do({ type: 'mark:set', label: 'red' }),
  ])
  expect(one).toEqual({ ok: true })
  expect(two).toMatchObject({ ok: false, refusal: { code: 'not-yourself' } })
  expect(three).toEqual({ ok: true })
  const content = readSheet(contentOf(sheets.state(shared)))
  expect(content.marks).toEqual({ [anna]: expect.objectContaining({ stars: 1, label: 'red', flag: null }) })
})

test('[SHEET-53] a mark beside the one that stands is stale, one that follows it is taken, and nothing of either is lost', async () => {
  const sheets = await sheetsOn(shelf.store).open(gallery)
  const [desk, phone] = [await writerOn(sheets, anna), await writerOn(sheets, anna)]
  expect(await desk.do({ type: 'mark:set', flag: 'pick' })).toEqual({ ok: true })
  expect(await phone.do({ type: 'mark:set', favourite: true })).toMatchObject({ ok: false, refusal: { code: 'stale' } })
  const again = await writerOn(sheets, anna)
  expect(await again.do({ type: 'mark:set', favourite: true })).toEqual({ ok: true })
  expect(readSheet(contentOf(sheets.state(shared))).marks[anna]).toMatchObject({ flag: 'pick', favourite: true })
})

test('[DRAW-3] of two changes of one drawing that cross the later is stale, and done again it keeps the other', async () => {
  const sheets = await sheetsOn(shelf.store).open(gallery)
  const [author, studio] = [await writerOn(sheets, anna), await writerOn(sheets, pia)]
  const arrow = id<DrawingId>('d', 'arrow')
  const stroke = {
    version,
    tool: 'pen',
    colour: null,
    width: 0.01,
    points: new Uint8Array(8),
    pressure: new Uint8Array(),
    text: null,
  } as const
  const made = author.make({ type: 'drawing:add', id: arrow, ...stroke })
  expect(await author.send(made)).toEqual({ ok: true })
  studio.hear(made)
  expect(await author.do({ type: 'drawing:change', id: arrow, width: 0.02 })).toEqual({ ok: true })
  expect(await studio.do({ type: 'drawing:hide', id: arrow, hidden: true })).toMatchObject({ ok: false, refusal: { code: 'stale' } })
  const again = await writerOn(sheets, pia)
  expect(await again.do({ type: 'drawing:hide', id: arrow, hidden: true })).toEqual({ ok: true })
  expect(await author.do({ type: 'drawing:change', id: arrow, colour: '#00ff00' })).toMatchObject({ ok: false, refusal: { code: 'stale' } })
  const back = await writerOn(sheets, anna)
  expect(await back.do({ type: 'drawing:change', id: arrow, colour: '#00ff00' })).toEqual({ ok: true })
  expect(readSheet(contentOf(sheets.state(shared))).drawings[arrow]).toMatchObject({ hidden: true, width: 0.02, colour: '#00ff00' })
})
