/** Sheets that grew are written anew, in a new epoch. */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { CommentId } from '../../../common/ids.ts'
import { sheetFoldBytes, sheetHardBytes } from '../../../common/limits.ts'
import { readSheet } from '../../../common/sheet/read.ts'
import type { OpenSheets, SheetBatch } from '../../../server/sheets/api.ts'
import { anna, bert, contentOf, gallery, id, openShelf, type Shelf, shared, sheetsOn, type Writer, writerOn } from './studio.ts'

let shelf: Shelf
let sheets: OpenSheets
let batches: SheetBatch['updates'][number][]
beforeEach(async () => {
  shelf = await openShelf()
  sheets = await sheetsOn(shelf.store).open(gallery)
  batches = []
  sheets.onBatch(({ updates }) => batches.push(...updates))
})
afterEach(async () => {
  await sheets.close()
  await shelf.end()
})

const contentAt = (from: OpenSheets) => readSheet(contentOf(from.state(shared)))
const words = { parent: null, place: null, version: null, drawing: null, mentions: [] }
let made = 0
const comment = (body: string) => ({ type: 'comment:add', id: id<CommentId>('c', `n${++made}`), body, ...words }) as const

/** Writes until the sheet has begun another epoch. */
async function fillUntilFolded(writer: Writer): Promise<void> {
  const from = batches.length
  for (let n = 0; n < 200 && !batches.slice(from).some(({ state }) => state); n++) {
    const outcome = await writer.do(comment('x'.repeat(4_000)))
    if (!outcome.ok) writer.restart(outcome.state)
    await new Promise((resolve) => setImmediate(resolve))
  }
}

test('[SHEET-7] a sheet that grew large begins a new epoch with the same content and goes on', async () => {
  const a = await writerOn(sheets, anna)
  await fillUntilFolded(a)
  const fold = batches.find(({ state }) => state)
  expect(fold).toBeDefined()
  const kept = await shelf.store.journal.loadSheet(shared)
  expect(kept).toMatchObject({ epoch: 2 })
  const b = await writerOn(sheets, bert)
  expect(await b.do({ type: 'mark:set', stars: 5 })).toEqual({ ok: true })
  const again = await sheetsOn(shelf.store).open(gallery)
  expect(contentAt(again)).toEqual(contentAt(sheets))
  expect(Object.keys(contentAt(sheets).comments).length).toBeGreaterThanOrEqual(15)
  expect(contentAt(sheets).marks[bert]?.stars).toBe(5)
})

test('[SHEET-7] what was deleted before is gone from the bytes', async () => {
  const a = await writerOn(sheets, anna)
  const secret = comment('the words nobody should read any more')
  await a.do(secret)
  await a.do({ type: 'comment:delete', id: secret.id })
  await fillUntilFolded(a)
  const kept = await shelf.store.journal.loadSheet(shared)
  const bytes = Buffer.concat(kept?.parts.map((part) => Buffer.from(part)) ?? [])
  expect(bytes.includes('nobody should read')).toBe(false)
  expect(contentAt(sheets).comments[secret.id]?.deleted).not.toBeNull()
})

test('[SHEET-7] pushes of the old epoch are refused with the new state', async () => {
  const a = await writerOn(sheets, anna)
  const b = await writerOn(sheets, bert)
  await b.do({ type: 'mark:set', stars: 1 })
  await fillUntilFolded(a)
  const outcome = await b.do({ type: 'mark:set', stars: 2 })
  expect(outcome).toMatchObject({ ok: false, refusal: { code: 'stale' } })
  if (!outcome.ok) b.restart(outcome.state)
  expect(await b.do({ type: 'mark:set', stars: 2 })).toEqual({ ok: true })
})

test('[SHEET-7] a fold that was begun and not ended is ended by whoever writes next', async () => {
  const a = await writerOn(sheets, anna)
  await a.do({ type: 'mark:set', stars: 3 })
  const kept = await shelf.store.journal.loadSheet(shared)
  if (!kept) throw new Error('nothing kept')
  const place = { sheet: shared, gallery, epoch: kept.epoch, seq: kept.seq + 1 }
  await shelf.store.journal.append([{ ...place, bytes: new Uint8Array([0, 0]), writes: [], at: 0 }])
  const after = await sheetsOn(shelf.store).open(gallery)
  expect(contentAt(after).marks[anna]?.stars).toBe(3)
  const b = await writerOn(after, bert)
  const outcome = await b.do({ type: 'mark:set', stars: 1 })
  if (!outcome.ok) {
    b.restart(outcome.state)
    expect(await b.do({ type: 'mark:set', stars: 1 })).toEqual({ ok: true })
  }
  expect(await shelf.store.journal.loadSheet(shared)).toMatchObject({ epoch: kept.epoch + 1, seq: 1 })
  expect(contentAt(after).marks).toMatchObject({ [anna]: { stars: 3 }, [bert]: { stars: 1 } })
  // The first node finds out when it writes.
  const late = await a.do({ type: 'mark:set', stars: 4 })
  if (!late.ok) {
    a.restart(late.state)
    expect(await a.do({ type: 'mark:set', stars: 4 })).toEqual({ ok: true })
  }
  expect(contentAt(sheets).marks).toMatchObject({ [anna]: { stars: 4 }, [bert]: { stars: 1 } })
  await after.close()
})

test('[SHEET-8] a full sheet takes no more words, but marks and deletions', async () => {
  const a = await writerOn(sheets, anna)
  let full = false
  const ids: CommentId[] = []
  for (let n = 0; n < 300 && !full; n++) {
    const one = comment('y'.repeat(4_900))
    let outcome = await a.do(one)
    if (!outcome.ok && outcome.refusal.code === 'stale') {
      a.restart(outcome.state)
      outcome = await a.do(one)
    }
    if (outcome.ok) ids.push(one.id)
    else {
      full = outcome.refusal.code === 'sheet-full'
      a.restart(outcome.state)
    }
  }
  expect(full).toBe(true)
  const size = sheets.state(shared)?.length ?? 0
  expect(size).toBeGreaterThan(sheetFoldBytes)
  expect(size).toBeLessThanOrEqual(sheetHardBytes)
  expect(await a.do({ type: 'mark:set', stars: 1 })).toEqual({ ok: true })
  for (const one of ids.slice(0, 3)) expect(await a.do({ type: 'comment:delete', id: one })).toEqual({ ok: true })
  expect(await a.do(comment('room again'))).toEqual({ ok: true })
})

test('[SHEET-7] a long history is kept as one snapshot and the entries after it', async () => {
  const a = await writerOn(sheets, anna)
  for (let n = 0; n < 300; n++) await a.do({ type: 'mark:set', stars: n % 2 === 0 ? 5 : 1 })
  await new Promise((resolve) => setTimeout(resolve, 20))
  const kept = await shelf.store.journal.loadSheet(shared)
  expect(kept?.seq).toBe(300)
  expect(kept?.parts.length).toBeLessThan(100)
  const again = await sheetsOn(shelf.store).open(gallery)
  expect(contentAt(again)).toEqual(contentAt(sheets))
})
