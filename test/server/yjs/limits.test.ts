/** How long a stock program is listened to. */
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { pushBurst, refusalsPerMinute } from '../../../common/limits.ts'
import { edit } from '../../../common/sheet/edit.ts'
import { readSheet } from '../../../common/sheet/read.ts'
import { anna, bert, client, contentOf, gallery, shared, start, writerOn } from '../sheets/studio.ts'
import { type Door, openDoor, until } from './door.ts'

let door: Door
beforeEach(async () => {
  jest.spyOn(console, 'warn').mockImplementation(() => undefined)
  door = await openDoor({ keepAlive: 20, review: 500 })
})
afterEach(() => door.close())

const who = (person: typeof anna) => ({ person, key: person, at: start })

test('[YJS-11] a silent connection hears something', async () => {
  const { socket } = await door.raw(anna, shared)
  const heard: string[] = []
  await new Promise<void>((resolve) => {
    socket.on('message', (data: Buffer) => {
      heard.push(data.toString('hex'))
      if (heard.filter((one) => one === '010100').length === 3) resolve()
    })
  })
  socket.close()
})

test('[YJS-12] a new epoch ends the lineage of stock programs', async () => {
  const a = door.join(anna, shared)
  await a.synced()
  const ours = await writerOn(door.sheets, bert)
  expect(await ours.do({ type: 'mark:set', stars: 5 })).toEqual({ ok: true })
  await until(a.doc, () => readSheet(a.doc).marks[bert]?.stars === 5)
  const place = { sheet: shared, gallery, epoch: 1, seq: 2 }
  await door.journal.append([{ ...place, bytes: new Uint8Array([0, 0]), writes: [], at: start }])
  await door.sheets.readOn(shared)
  expect(await a.closed()).toBe(4409)
  const again = door.join(anna, shared)
  await again.synced()
  await until(again.doc, () => readSheet(again.doc).marks[bert]?.stars === 5)
  const old = door.join(anna, shared, a.doc)
  edit(a.doc, { type: 'mark:set', stars: 1 }, who(anna))
  expect(await old.closed()).toBe(4409)
})

test('[YJS-13] a program whose edits are undone again and again is closed', async () => {
  const a = door.join(anna, shared)
  await a.synced()
  for (let n = 0; n <= refusalsPerMinute; n++) a.doc.getMap('marks').set(bert, { n })
  expect(await a.closed()).toBe(4429)
  expect(readSheet(contentOf(door.sheets.state(shared))).marks).toEqual({})
})

test('[YJS-13] so is one that sends too much', async () => {
  const a = door.join(anna, shared)
  await a.synced()
  for (let n = 0; n <= 2 * pushBurst; n++) edit(a.doc, { type: 'mark:set', stars: n % 2 === 0 ? 1 : 2 }, who(anna))
  expect(await a.closed()).toBe(4429)
})

test('[YJS-14] a stock program needs the rights our own client needs', async () => {
  door.world.viewers.set(anna, client(anna, { stars: 'view' }))
  const [a, b] = [door.join(anna, shared), door.join(bert, shared)]
  await Promise.all([a.synced(), b.synced()])
  edit(a.doc, { type: 'mark:set', stars: 4 }, who(anna))
  await until(a.doc, () => readSheet(a.doc).marks[anna] === undefined)
  edit(a.doc, { type: 'mark:set', flag: 'pick' }, who(anna))
  await until(b.doc, () => readSheet(b.doc).marks[anna]?.flag === 'pick')
  expect(readSheet(b.doc).marks[anna]?.stars).toBe(0)
})
