/** Joining a large gallery: gzipped once for everyone with equal grants, and never more than they may see. */
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { io } from 'socket.io-client'
import { type CommentId, type PersonId, sheetIdOf } from '../../common/ids.ts'
import { protocol } from '../../common/limits.ts'
import { isPacked } from '../../common/protocol/bundle.ts'
import type { Answer, Joined } from '../../common/protocol/live.ts'
import * as parser from '../../common/protocol/parser.ts'
import { gallery, type House, id, member, must, openHouse, owner, photo, scene } from '../helpers/gallery-house.ts'
import { enter, furnish, share } from '../helpers/gallery-scenery.ts'
import { SocketClient, until } from '../helpers/socket-client.ts'

const many = 260
const words = 'The same light as in the picture before, please. '.repeat(20)
const shared = sheetIdOf(photo(1), 'shared')
let house: House
let clients: SocketClient[] = []
beforeEach(async () => {
  house = await openHouse()
  await furnish(house, { gallery: { feedback: 'collaborative' }, scenes: 1 })
  await share(house, { link: 1, role: 'guestLink' })
})
afterEach(async () => {
  for (const client of clients) client.close()
  clients = []
  await house.stop()
  expect(house.faults).toEqual([])
})

async function come(person: PersonId): Promise<SocketClient> {
  const client = await new SocketClient(house.url, person).start()
  clients.push(client)
  return client
}

async function announceMany(): Promise<void> {
  const photos = Array.from({ length: many }, (_, i) => ({
    id: photo(i + 100),
    scene: scene(1),
    cameraName: `MANY_${i}_.jpg`,
    order: i + 100,
  }))
  await must(house.ask(owner, { type: 'photo:add', photos }))
}

async function talk(client: SocketClient, comments: number): Promise<void> {
  const nowhere = { parent: null, place: null, version: null, drawing: null, mentions: [] }
  for (let n = 1; n <= comments; n++) {
    expect(await client.write(shared, { type: 'comment:add', id: id<CommentId>('comment', n), body: words, ...nowhere })).toEqual({
      ok: true,
    })
  }
}

/** A join as it comes over the wire. */
async function rawJoin(person: PersonId): Promise<{ readonly joined: Joined; readonly pieces: readonly Uint8Array[] }> {
  const socket = io(house.url, { path: '/live', transports: ['websocket'], parser, extraHeaders: { 'x-person': person }, forceNew: true })
  const pieces: Uint8Array[] = []
  socket.on('sheet:bundle', (bytes: Uint8Array) => pieces.push(bytes))
  const joined: Answer<Joined> = await socket.emitWithAck('gallery:join', { gallery, protocol, app: 'test' })
  if (!joined.ok) throw new Error(joined.refusal.code)
  await until(() => pieces.length >= joined.pieces, 'the pieces')
  socket.disconnect()
  return { joined, pieces }
}

test('[LIVE-72] a large snapshot and large pieces come gzipped, and say what they would have said plain', async () => {
  await announceMany()
  const writer = await come(owner)
  await talk(writer, 4)
  const { joined, pieces } = await rawJoin(member)
  expect(joined.snapshot).toBeUndefined()
  const text = gunzipSync(joined.packed ?? Uint8Array.of()).toString()
  expect(JSON.parse(text).filter(({ kind }: { kind: string }) => kind === 'photo')).toHaveLength(many + 2)
  expect(joined.packed?.length).toBeLessThan(text.length / 5)
  expect(pieces.map(isPacked)).toEqual([true])
  const reader = await come(member)
  expect(reader.seen.size).toBe(JSON.parse(text).length)
  expect(reader.seen.get(`photo:${photo(200)}`)).toEqual(writer.seen.get(`photo:${photo(200)}`))
  await until(() => reader.sheets.has(shared), 'the bundle')
  expect(reader.content(shared)).toEqual(writer.content(shared))
})

test('[LIVE-72] small ones come as they are', async () => {
  await talk(await come(await enter(house, 1, 1)), 0)
  const { joined, pieces } = await rawJoin(await enter(house, 2, 1))
  expect(joined.packed).toBeUndefined()
  expect(joined.snapshot?.length).toBeGreaterThan(0)
  expect(pieces.some(isPacked)).toBe(false)
})

test('[LIVE-72] what changes while a view is packed is in what is sent, and what was hidden meanwhile is not', async () => {
  await announceMany()
  const guests = await Promise.all([1, 2, 3, 4, 5, 6].map((n) => enter(house, n, 1)))
  await talk(await come(owner), 3)
  const joins = guests.map((guest, i) => {
    const join = come(guest)
    return i === 3 ? must(house.ask(owner, { type: 'photo:hide', photos: [photo(1)] })).then(() => join) : join
  })
  const inside = await Promise.all(joins)
  const late = await come(guests[0] ?? owner)
  await until(() => [...inside, late].every((client) => !client.sees(`photo:${photo(1)}`)), 'the hiding')
  expect(late.text()).not.toContain('The same light')
  expect(late.text()).not.toContain(photo(1))
  for (const client of inside) expect(client.sees(`photo:${photo(2)}`)).toBe(true)
})
