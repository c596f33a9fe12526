/** The unmodified y-websocket provider as a client of one sheet. */
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import * as Y from 'yjs'
import type { CommentId, PhotoId } from '../../../common/ids.ts'
import { edit } from '../../../common/sheet/edit.ts'
import { readSheet } from '../../../common/sheet/read.ts'
import type { Mark } from '../../../common/sheet/shape.ts'
import { anna, bert, client, contentOf, gallery, galleryState, id, photo, pia, shared, start, team, writerOn } from '../sheets/studio.ts'
import { type Door, openDoor, until } from './door.ts'

let door: Door
beforeEach(async () => {
  // The provider says on the console why it was denied.
  jest.spyOn(console, 'warn').mockImplementation(() => undefined)
  door = await openDoor()
})
afterEach(() => door.close())

const said = id<CommentId>('c', 'said')
const words = { parent: null, place: null, version: null, drawing: null, mentions: [] }
const who = (person: typeof anna) => ({ person, key: person, at: start })
const mark = (person: typeof anna): Mark => ({ flag: 'pick', label: null, stars: 3, favourite: false, by: person, at: start })
const at = (doc: Y.Doc) => readSheet(doc)

test('[YJS-1] two programs and our own client write one sheet', async () => {
  const [a, b] = [door.join(anna, shared), door.join(bert, shared)]
  await Promise.all([a.synced(), b.synced()])
  edit(a.doc, { type: 'mark:set', stars: 4 }, who(anna))
  edit(b.doc, { type: 'comment:add', id: said, body: 'Lovely', ...words }, who(bert))
  await until(b.doc, () => at(b.doc).marks[anna]?.stars === 4)
  await until(a.doc, () => at(a.doc).comments[said]?.body === 'Lovely')
  const ours = await writerOn(door.sheets, pia)
  expect(await ours.do({ type: 'mark:set', flag: 'pick' })).toEqual({ ok: true })
  await until(a.doc, () => at(a.doc).marks[pia]?.flag === 'pick')
  await until(b.doc, () => at(b.doc).marks[pia]?.flag === 'pick')
  expect(at(a.doc)).toEqual(at(b.doc))
  expect(readSheet(contentOf(door.sheets.state(shared)))).toEqual(at(a.doc))
})

test('[YJS-2] what was done offline arrives when it connects', async () => {
  const offline = new Y.Doc()
  edit(offline, { type: 'mark:set', label: 'green' }, who(anna))
  edit(offline, { type: 'comment:add', id: said, body: 'Written on a train', ...words }, who(anna))
  const a = door.join(anna, shared, offline)
  const b = door.join(bert, shared)
  await Promise.all([a.synced(), b.synced()])
  await until(b.doc, () => at(b.doc).comments[said]?.body === 'Written on a train')
  expect(at(b.doc).marks[anna]?.label).toBe('green')
  a.provider.disconnect()
  edit(offline, { type: 'comment:edit', id: said, body: 'Written on a slow train' }, who(anna))
  a.provider.connect()
  await until(b.doc, () => at(b.doc).comments[said]?.body === 'Written on a slow train')
})

test('[YJS-3] a forbidden edit is undone everywhere, and the offender converges', async () => {
  const [a, b] = [door.join(anna, shared), door.join(bert, shared)]
  await Promise.all([a.synced(), b.synced()])
  edit(a.doc, { type: 'mark:set', stars: 5 }, who(anna))
  edit(a.doc, { type: 'comment:add', id: said, body: 'Mine', ...words }, who(anna))
  await until(b.doc, () => at(b.doc).comments[said]?.body === 'Mine')
  const honest = at(b.doc)
  const undone = until(b.doc, () => at(b.doc).marks[anna]?.stars === 5 && at(b.doc).comments[said] !== undefined)
  b.doc.transact(() => {
    b.doc.getMap('marks').set(anna, mark(anna))
    b.doc.getMap('comments').delete(said)
  })
  await undone
  await until(b.doc, () => at(b.doc).comments[said]?.body === 'Mine' && at(b.doc).marks[anna]?.stars === 5)
  expect(at(b.doc)).toEqual(honest)
  edit(b.doc, { type: 'mark:set', flag: 'pick' }, who(bert))
  await until(a.doc, () => at(a.doc).marks[bert]?.flag === 'pick')
  expect(at(a.doc)).toEqual(at(b.doc))
  expect(readSheet(contentOf(door.sheets.state(shared)))).toEqual(at(a.doc))
})

test('[YJS-4] whoever may not read is told so and never comes back by itself', async () => {
  const codes = [
    door.join(null, shared).closed(),
    door.join(anna, team).closed(),
    door.join(anna, `${photo}/person:${bert}`).closed(),
    door.join(anna, `${id<PhotoId>('p', 'missing')}/shared`).closed(),
  ]
  expect(await Promise.all(codes)).toEqual([4401, 4403, 4403, 4403])
})

test('[YJS-5] what cannot be understood closes for good', async () => {
  for (const bytes of [new Uint8Array([9, 9]), new Uint8Array([0, 2, 3, 1, 2, 3]), new Uint8Array(), new Uint8Array([0, 0, 200])]) {
    const { socket, closed } = await door.raw(anna, shared)
    socket.send(bytes)
    expect(await closed()).toBe(4400)
  }
  const { socket, closed } = await door.raw(anna, shared)
  socket.send('text')
  expect(await closed()).toBe(4400)
  const large = await door.raw(anna, shared)
  large.socket.send(new Uint8Array([0, 2, 0x80, 0x80, 4, ...new Uint8Array(64 * 1024)]))
  expect(await large.closed()).toBe(4413)
})

test('[YJS-5] so do structures that no sheet has', async () => {
  const a = door.join(anna, shared)
  await a.synced()
  a.doc.getArray('list').push([1])
  expect(await a.closed()).toBe(4400)
  expect(door.sheets.state(shared)).toBeNull()
})

test('[YJS-6] a right that ends closes the connection, and nothing written after is sent', async () => {
  const a = door.join(anna, shared)
  await a.synced()
  const ours = await writerOn(door.sheets, pia)
  door.world.viewers.set(anna, client(anna, {}, 'guestLink'))
  door.world.state = galleryState({ feedback: 'private' })
  await ours.do({ type: 'mark:set', stars: 1 })
  expect(await a.closed()).toBe(4403)
  expect(at(a.doc).marks).toEqual({})
})

test('[YJS-6] also where nothing is written', async () => {
  const a = door.join(anna, shared)
  await a.synced()
  door.world.viewers.delete(anna)
  expect(await a.closed()).toBe(4403)
})

test('[YJS-7] others see true names, whatever a program claims', async () => {
  const [a, b] = [door.join(anna, shared), door.join(bert, shared)]
  await Promise.all([a.synced(), b.synced()])
  const heard = new Promise<unknown>((resolve) => {
    b.provider.awareness.on('change', () => {
      const state = b.provider.awareness.getStates().get(a.doc.clientID)
      if (state?.cursor) resolve(state)
    })
  })
  a.provider.awareness.setLocalState({ user: { id: pia, name: 'The photographer' }, cursor: 7 })
  expect(await heard).toEqual({ user: { id: anna, name: `Name of ${anna}` }, cursor: 7 })
  const gone = new Promise<void>((resolve) => {
    b.provider.awareness.on('change', ({ removed }: { removed: number[] }) => {
      if (removed.includes(a.doc.clientID)) resolve()
    })
  })
  a.provider.destroy()
  await gone
})

test('[YJS-8] a token opens its own sheet for a few minutes', async () => {
  const token = door.tokens.issue({ person: anna, name: 'Anna', gallery, sheet: shared, session: null })
  await door.join(null, shared, new Y.Doc(), { token }).synced()
  expect(await door.join(null, `${photo}/person:${anna}`, new Y.Doc(), { token }).closed()).toBe(4401)
  const forged = `${token.slice(0, -2)}${token.endsWith('AA') ? 'BB' : 'AA'}`
  expect(await door.join(null, shared, new Y.Doc(), { token: forged }).closed()).toBe(4401)
  expect(await door.join(null, shared, new Y.Doc(), { token: 'x.y' }).closed()).toBe(4401)
  door.time.at += 5 * 60_000
  expect(await door.join(null, shared, new Y.Doc(), { token }).closed()).toBe(4401)
})

test('[YJS-9] an id of somebody else cannot be used', async () => {
  const ours = await writerOn(door.sheets, pia)
  const doc = new Y.Doc()
  doc.clientID = ours.client
  const a = door.join(anna, shared, doc)
  await a.synced()
  edit(doc, { type: 'mark:set', stars: 1 }, who(anna))
  expect(await a.closed()).toBe(4409)
  expect(door.sheets.state(shared)).toBeNull()
})

test('[YJS-10] a visitor of another website cannot use a cookie', async () => {
  const { WebSocket } = await import('ws')
  const socket = new WebSocket(`${door.url}/${shared}`, { headers: { cookie: anna, origin: 'http://elsewhere' } })
  expect(await new Promise<number>((resolve) => socket.once('close', resolve))).toBe(4403)
})
