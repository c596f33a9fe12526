/** A journal that fails, answers late, or answered without being heard. */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { readSheet } from '../../../common/sheet/read.ts'
import type { Journal } from '../../../server/ports.ts'
import { anna, bert, contentOf, gallery, openShelf, photo, type Shelf, shared, sheetsOn, writerOn } from './studio.ts'

let shelf: Shelf
beforeEach(async () => {
  shelf = await openShelf()
})
afterEach(() => shelf.end())

type Append = Journal['append']
const withAppend = (append: Append): Journal => ({ ...shelf.store.journal, append })
const marksIn = (bytes: Uint8Array | null) => readSheet(contentOf(bytes)).marks

test('[SHEET-4] a push sent again after a lost answer is acknowledged and not kept twice', async () => {
  const sheets = await sheetsOn(shelf.store).open(gallery)
  const a = await writerOn(sheets, anna)
  const bytes = a.make({ type: 'mark:set', stars: 2 })
  expect(await Promise.all([a.send(bytes), a.send(bytes)])).toEqual([{ ok: true }, { ok: true }])
  expect(await a.send(bytes)).toEqual({ ok: true })
  expect(await shelf.store.journal.loadSheet(shared)).toMatchObject({ seq: 1 })
})

test('[SHEET-5] what could not be saved is answered `retry`, shown to nobody, and saved when sent again', async () => {
  let broken = true
  const journal = withAppend(async (entries) => {
    if (broken) throw new Error('disk full')
    return shelf.store.journal.append(entries)
  })
  const sheets = await sheetsOn(shelf.store, journal).open(gallery)
  const told: unknown[] = []
  sheets.onBatch((batch) => told.push(batch))
  const [a, b] = [await writerOn(sheets, anna), await writerOn(sheets, bert)]
  const [one, two] = await Promise.all([a.do({ type: 'mark:set', stars: 1 }), b.do({ type: 'mark:set', stars: 2 })])
  for (const outcome of [one, two]) expect(outcome).toMatchObject({ ok: false, refusal: { code: 'retry' } })
  expect(told).toEqual([])
  expect(sheets.state(shared)).toBeNull()
  expect(sheets.list()).toEqual([])
  broken = false
  if (!one.ok) a.restart(one.state)
  expect(await a.do({ type: 'mark:set', stars: 1 })).toEqual({ ok: true })
  expect(Object.keys(marksIn(sheets.state(shared)))).toEqual([anna])
})

test('[SHEET-5] what was saved although the answer got lost is found and told', async () => {
  let lose = true
  const journal = withAppend(async (entries) => {
    const answers = await shelf.store.journal.append(entries)
    if (lose) throw new Error('connection lost')
    return answers
  })
  const sheets = await sheetsOn(shelf.store, journal).open(gallery)
  const told: string[] = []
  sheets.onBatch(({ updates }) => told.push(...updates.map(({ sheet }) => sheet)))
  const a = await writerOn(sheets, anna)
  const outcome = await a.do({ type: 'mark:set', stars: 1 })
  expect(outcome).toMatchObject({ ok: false, refusal: { code: 'retry' } })
  expect(told).toEqual([shared])
  expect(marksIn(outcome.ok ? null : outcome.state)[anna]?.stars).toBe(1)
  lose = false
  a.restart(sheets.state(shared))
  expect(await a.do({ type: 'mark:set', stars: 3 })).toEqual({ ok: true })
  expect(marksIn(sheets.state(shared))[anna]?.stars).toBe(3)
})

test('[SHEET-5] one sheet that cannot be read on does not hold up the others', async () => {
  let broken = true
  const journal: Journal = {
    ...shelf.store.journal,
    append: async (entries) => {
      if (broken && entries.some(({ sheet }) => sheet === shared)) throw new Error('no')
      return shelf.store.journal.append(entries)
    },
    loadSheet: async (sheet) => {
      if (broken && sheet === shared) throw new Error('no')
      return shelf.store.journal.loadSheet(sheet)
    },
  }
  const sheets = await sheetsOn(shelf.store, journal).open(gallery)
  const a = await writerOn(sheets, anna)
  const own = await writerOn(sheets, bert, `${photo}/team`)
  expect(await a.do({ type: 'mark:set', stars: 1 })).toMatchObject({ refusal: { code: 'retry' } })
  expect(await a.do({ type: 'mark:set', label: 'red' })).toMatchObject({ refusal: { code: 'retry' } })
  expect(await own.do({ type: 'mark:set', stars: 1 })).toMatchObject({ ok: false, refusal: { code: 'not-allowed' } })
  broken = false
  a.restart(sheets.state(shared))
  expect(await a.do({ type: 'mark:set', stars: 1 })).toEqual({ ok: true })
  await sheets.close()
})

test('[SHEET-2] while a group is being saved the next one gathers', async () => {
  const groups: number[] = []
  let release = (): void => undefined
  const journal = withAppend(async (entries) => {
    groups.push(entries.reduce((sum, { writes }) => sum + writes.length, 0))
    if (groups.length === 1) await new Promise<void>((resolve) => (release = resolve))
    return shelf.store.journal.append(entries)
  })
  const sheets = await sheetsOn(shelf.store, journal).open(gallery)
  const a = await writerOn(sheets, anna)
  const first = a.do({ type: 'mark:set', stars: 1 })
  await new Promise((resolve) => setTimeout(resolve, 5))
  const later = [2, 3, 4, 5].map((stars) => a.do({ type: 'mark:set', stars: stars as 2 | 3 | 4 | 5 }))
  expect(marksIn(sheets.state(shared))).toEqual({})
  release()
  expect(await Promise.all([first, ...later])).toEqual(Array(5).fill({ ok: true }))
  expect(groups).toEqual([1, 4])
  expect(await shelf.store.journal.loadSheet(shared)).toMatchObject({ seq: 2 })
})

test('[SHEET-1] closing waits for what is under way', async () => {
  const sheets = await sheetsOn(shelf.store).open(gallery)
  const a = await writerOn(sheets, anna)
  const answer = a.do({ type: 'mark:set', stars: 1 })
  await sheets.close()
  expect(await answer).toEqual({ ok: true })
})

test('[SHEET-1] sheets stay open while anybody holds them', async () => {
  const made = sheetsOn(shelf.store)
  const [one, two] = await Promise.all([made.open(gallery), made.open(gallery)])
  const heard: unknown[] = []
  one.onBatch(() => heard.push('one'))
  two.onBatch(() => heard.push('two'))
  await one.close()
  const a = await writerOn(two, anna)
  expect(await a.do({ type: 'mark:set', stars: 1 })).toEqual({ ok: true })
  expect(heard).toEqual(['two'])
  await two.close()
  const again = await made.open(gallery)
  expect(marksIn(again.state(shared))[anna]?.stars).toBe(1)
  await again.close()
})
