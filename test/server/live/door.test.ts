import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { io } from 'socket.io-client'
import type { GalleryCommand } from '../../../common/gallery/commands.ts'
import { sheetIdOf } from '../../../common/ids.ts'
import * as parser from '../../../common/protocol/parser.ts'
import { gallery, type House, must, openHouse, owner, photo, scene } from '../../helpers/gallery-house.ts'
import { furnish } from '../../helpers/gallery-scenery.ts'
import { newCommand, SocketClient, until } from '../../helpers/socket-client.ts'

let house: House
let clients: SocketClient[] = []
afterEach(async () => {
  for (const client of clients) client.close()
  clients = []
  await house.stop()
})

async function come(person = owner): Promise<SocketClient> {
  const client = await new SocketClient(house.url, person).start()
  clients.push(client)
  return client
}

/** Emits what the types forbid, and waits for the answer. */
const raw = (client: SocketClient) =>
  client.socket.timeout(5_000) as unknown as { emitWithAck(event: string, ...args: unknown[]): Promise<unknown> }

async function knock(headers: Record<string, string>, url = house.url): Promise<string> {
  const socket = io(url, { path: '/live', transports: ['websocket'], parser, extraHeaders: headers, reconnection: false, forceNew: true })
  try {
    return await new Promise<string>((done) => {
      socket.on('connect', () => done('in'))
      socket.on('connect_error', (fault) => done(fault.message))
    })
  } finally {
    socket.disconnect()
  }
}

beforeEach(async () => {
  house = await openHouse({ limits: { refusalsPerMinute: 20 } })
  await furnish(house)
})

test('[LIVE-3] nobody known is refused, and so is another website', async () => {
  expect(await knock({ 'x-person': owner })).toBe('in')
  expect(await knock({})).toBe('sign-in-needed')
  expect(await knock({ 'x-person': owner, origin: 'https://elsewhere.example' })).not.toBe('in')
})

test('[LIVE-4] what does not fit its schema is answered `malformed`, with or without somebody to answer', async () => {
  const client = await come()
  const bad: [string, unknown][] = [
    ['gallery:join', null],
    ['gallery:join', { gallery: 'g_x', protocol: 1, app: 'x' }],
    ['gallery:do', { gallery, id: 'x', command: { type: 'photo:hide', photos: [photo(1)] } }],
    ['gallery:do', { gallery, id: newCommand(), command: { type: 'guest:enter' } }],
    ['gallery:do', { gallery, id: newCommand(), command: { type: 'gallery:expire' } }],
    ['sheet:push', { gallery, sheet: 'p_x/shared', sub: 1, bytes: Uint8Array.of(0, 0) }],
    ['sheet:push', { gallery, sheet: sheetIdOf(photo(1), 'team'), sub: 1, bytes: 'text' }],
    ['sheet:push', { gallery, sheet: sheetIdOf(photo(1), 'team'), sub: -1, bytes: Uint8Array.of() }],
    ['sheet:push', { gallery, sheet: sheetIdOf(photo(1), 'team'), sub: 1, bytes: new Uint8Array(40_000) }],
    ['sheet:fetch', { gallery, sheets: Array(500).fill(sheetIdOf(photo(1), 'team')) }],
  ]
  for (const [event, ask] of bad) expect(await raw(client).emitWithAck(event, ask)).toMatchObject({ refusal: { code: 'malformed' } })
  client.socket.emit('gallery:join' as 'presence:say', null as never)
  expect((await client.do({ type: 'gallery:change', name: 'Fine' })).ok).toBe(true)
  expect(house.faults).toEqual([])
})

test('[LIVE-5] a client too old or too new is told to reload', async () => {
  const client = await come()
  const ask = { gallery, protocol: 99, app: 'x' }
  expect(await raw(client).emitWithAck('gallery:join', ask)).toMatchObject({ refusal: { code: 'upgrade-required' } })
})

test('[LIVE-6] whoever is refused too often is closed', async () => {
  const client = await come()
  for (let i = 0; i < 25; i++) client.socket.emit('gallery:do', null as never, () => undefined)
  await until(() => client.socket.disconnected, 'the end of the connection')
  expect((await come()).joined).not.toBeNull()
})

test('[LIVE-7] more pushes than allowed are answered `too-many`', async () => {
  const strict = await openHouse({ store: house.store, limits: { pushesPerSecond: 1, pushBurst: 5, refusalsPerMinute: 1_000 } })
  const client = await new SocketClient(strict.url, owner).start()
  const sheet = sheetIdOf(photo(1), 'team')
  const answers = await Promise.all(Array.from({ length: 20 }, () => client.push(sheet, client.subOf(sheet), Uint8Array.of(0, 0))))
  expect(answers.filter((answer) => !answer.ok && answer.refusal.code === 'too-many').length).toBeGreaterThanOrEqual(10)
  expect(answers.filter(({ ok }) => ok)).toHaveLength(5)
  client.close()
  await strict.stop()
})

test('[LIVE-8] a message larger than allowed ends its connection and nothing else', async () => {
  const client = await come()
  const other = await come()
  client.socket.emit('gallery:do', { gallery, id: 'x'.repeat(600_000), command: null as never }, () => undefined)
  await until(() => client.socket.disconnected)
  expect((await other.do({ type: 'gallery:change', name: 'Fine' })).ok).toBe(true)
})

test('[LIVE-9] a second join on one connection takes the place of the first', async () => {
  const client = await come()
  const again = await client.join()
  expect(again.ok).toBe(true)
  const before = client.toldFrames.length
  await client.do({ type: 'scene:change', id: scene(1), name: 'Once' })
  await until(() => client.toldFrames.length > before)
  expect(client.toldFrames.length).toBe(before + 1)
  client.socket.emit('gallery:leave', { gallery })
  const sheet = sheetIdOf(photo(1), 'team')
  expect(await client.push(sheet, 1, Uint8Array.of(0, 0))).toMatchObject({ refusal: { code: 'revoked' } })
})

test('[LIVE-60] a reader that is too slow is told to join again instead of being drowned', async () => {
  const tight = await openHouse({ store: house.store, limits: { softBytes: 20_000 } })
  const slow = await new SocketClient(tight.url, owner).start()
  const writer = await new SocketClient(tight.url, id2()).start()
  const transport = slow.socket.io.engine?.transport as unknown as { ws: { _socket: { pause(): void; resume(): void } } }
  const stream = transport.ws._socket
  stream.pause()
  const photos = Array.from({ length: 1_000 }, (_, i) => photo(1_000 + i))
  const add = photos.map((one, i) => ({ id: one, scene: scene(1), cameraName: `${i}`.padEnd(150, 'n'), order: i }))
  const ask = (command: GalleryCommand) => tight.galleries.perform({ gallery, by: owner, commandId: null, command })
  await must(ask({ type: 'photo:add', photos: add }))
  for (let i = 0; i < 25; i++) await must(ask({ type: 'photo:move', photos, scene: scene(1 + (i % 2)) }))
  stream.resume()
  await until(() => slow.behind > 0, 'being told to be behind')
  const joined = await slow.join()
  expect(joined.ok).toBe(true)
  await writer.do({ type: 'scene:change', id: scene(2), name: 'After' })
  await until(() => (slow.seen.get(`scene:${scene(2)}`) as { name?: string } | undefined)?.name === 'After')
  slow.close()
  writer.close()
  await tight.stop()
})

const id2 = () => 'u_00000000000000000002' as typeof owner

test('[LIVE-67] a client that asks and never reads is closed before its answers pile up', async () => {
  const tight = await openHouse({
    store: house.store,
    limits: { softBytes: 20_000, hardBytes: 100_000, asksPerSecond: 10_000, askBurst: 10_000 },
  })
  const photos = Array.from({ length: 1_000 }, (_, i) => ({
    id: photo(1_000 + i),
    scene: scene(1),
    cameraName: `${i}`.padEnd(150, 'n'),
    order: i,
  }))
  await must(tight.galleries.perform({ gallery, by: owner, commandId: null, command: { type: 'photo:add', photos } }))
  const deaf = await new SocketClient(tight.url, owner).start()
  const transport = deaf.socket.io.engine?.transport as unknown as { ws: { _socket: { pause(): void; resume(): void } } }
  const stream = transport.ws._socket
  stream.pause()
  const seats = () => tight.galleries.inhabited().length
  expect(seats()).toBe(1)
  for (let i = 0; i < 300; i++) deaf.socket.emit('gallery:join', { gallery, protocol: 1, app: 'x' }, () => undefined)
  let here = 1
  for (let i = 0; i < 500 && here > 0; i++) {
    await new Promise((later) => setTimeout(later, 10))
    here = seats()
  }
  expect(here).toBe(0)
  stream.resume()
  deaf.close()
  await tight.stop()
})
