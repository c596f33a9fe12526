/** Two servers on one journal: the place of an entry is the fence between them. */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { readSheet } from '../../../common/sheet/read.ts'
import type { OpenSheets } from '../../../server/sheets/api.ts'
import { anna, bert, contentOf, gallery, openShelf, type Shelf, shared, sheetsOn, writerOn } from './studio.ts'

let shelf: Shelf
let north: OpenSheets
let south: OpenSheets
beforeEach(async () => {
  shelf = await openShelf()
  north = await sheetsOn(shelf.store).open(gallery)
  south = await sheetsOn(shelf.store).open(gallery)
})
afterEach(async () => {
  await Promise.all([north.close(), south.close()])
  await shelf.end()
})
const marksAt = (sheets: OpenSheets) => readSheet(contentOf(sheets.state(shared))).marks

test('[SHEET-6] of two writing at once both are kept, and both nodes come to hold both', async () => {
  const [a, b] = [await writerOn(north, anna), await writerOn(south, bert)]
  const heard: string[] = []
  south.onBatch(({ updates }) => heard.push(...updates.map(({ sheet }) => sheet)))
  for (const stars of [1, 2, 3, 4, 5] as const) {
    const both = await Promise.all([a.do({ type: 'mark:set', stars }), b.do({ type: 'mark:set', stars })])
    expect(both).toEqual([{ ok: true }, { ok: true }])
  }
  await Promise.all([north.readOn(shared), south.readOn(shared)])
  expect(marksAt(north)).toEqual(marksAt(south))
  expect(marksAt(north)).toMatchObject({ [anna]: { stars: 5 }, [bert]: { stars: 5 } })
  expect(heard.length).toBeGreaterThanOrEqual(5)
  const fresh = await sheetsOn(shelf.store).open(gallery)
  expect(marksAt(fresh)).toEqual(marksAt(north))
})

test('[SHEET-6] what another node wrote is told once it is read on, and only once', async () => {
  const a = await writerOn(north, anna)
  const heard: Uint8Array[] = []
  south.onBatch(({ updates }) => heard.push(...updates.map(({ bytes }) => bytes)))
  await a.do({ type: 'mark:set', stars: 4 })
  await south.readOn(shared)
  await south.readOn(shared)
  expect(heard).toHaveLength(1)
  expect(marksAt(south)[anna]?.stars).toBe(4)
})

test('[SHEET-9] an id handed out by one node is known to the other', async () => {
  const a = await writerOn(north, anna)
  const bytes = a.make({ type: 'mark:set', stars: 4 })
  const atSouth = await writerOn(south, anna)
  expect(await atSouth.send(bytes)).toEqual({ ok: true })
  const b = await writerOn(south, bert)
  expect(await b.send(a.make({ type: 'mark:set', stars: 5 }))).toMatchObject({ ok: false, refusal: { code: 'not-yourself' } })
})

test('[SHEET-9] blocks of ids never meet, also where somebody brought an id along', async () => {
  const before = await north.clients(anna)
  expect(await south.claim(bert, before.first + before.count + 3)).toBe(true)
  const blocks = [before, await south.clients(bert), await north.clients(anna), await south.clients(anna)]
  const ids = blocks.flatMap(({ first, count }) => Array.from({ length: count }, (_, i) => first + i))
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).not.toContain(before.first + before.count + 3)
})
