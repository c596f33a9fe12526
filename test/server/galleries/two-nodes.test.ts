/** Two nodes on one store and one bus: what is written on one is live on the other. */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { type CommentId, sheetIdOf } from '../../../common/ids.ts'
import type { BusHint } from '../../../server/ports.ts'
import { gallery, type House, id, must, openHouse, owner, photo } from '../../helpers/gallery-house.ts'
import { enter, furnish, share } from '../../helpers/gallery-scenery.ts'
import { SocketClient, until } from '../../helpers/socket-client.ts'

const shared = sheetIdOf(photo(1), 'shared')
let north: House
let south: House
let clients: SocketClient[] = []
beforeEach(async () => {
  north = await openHouse()
  south = await openHouse({ store: north.store, bus: north.bus, clock: north.clock })
  await furnish(north, { gallery: { feedback: 'collaborative' } })
  await share(north, { link: 1, role: 'guestLink' })
})
afterEach(async () => {
  for (const client of clients) client.close()
  clients = []
  await south.stop()
  await north.stop()
  expect([...north.faults, ...south.faults]).toEqual([])
})

async function come(house: House, person: SocketClient['person']): Promise<SocketClient> {
  const client = await new SocketClient(house.url, person).start()
  clients.push(client)
  return client
}
const stars = (client: SocketClient, of: SocketClient) => client.content(shared)?.marks[of.person]?.stars

test('[LIVE-68] marks pushed on one node appear on the seats of the other, both ways', async () => {
  const a = await come(north, await enter(north, 1, 1))
  const b = await come(south, await enter(north, 2, 1))
  for (const n of [1, 2, 3, 4, 5] as const) {
    const written = [a.write(shared, { type: 'mark:set', stars: n }), b.write(shared, { type: 'mark:set', stars: n })]
    expect(await Promise.all(written)).toEqual([{ ok: true }, { ok: true }])
  }
  await until(() => stars(b, a) === 5 && stars(a, b) === 5, 'the stars of the other')
  expect([a.gaps, b.gaps]).toEqual([0, 0])
  expect(a.content(shared)).toEqual(b.content(shared))
})

test('[LIVE-68] what a node read on is not said back', async () => {
  const a = await come(north, await enter(north, 1, 1))
  const b = await come(south, await enter(north, 2, 1))
  const hints: BusHint[] = []
  north.bus.listen((hint) => hints.push(hint))
  await a.write(shared, { type: 'mark:set', stars: 3 })
  await until(() => stars(b, a) === 3, 'the stars')
  expect(hints.filter(({ type }) => type === 'sheet')).toEqual([{ type: 'sheet', gallery, sheet: shared, epoch: 1, seq: 1 }])
})

test('[LIVE-68] what was hidden on one node before somebody wrote there is never told by the other', async () => {
  const a = await come(north, owner)
  const b = await come(south, await enter(north, 1, 1))
  const hints: BusHint[] = []
  north.bus.listen((hint) => hints.push(hint))
  await must(north.ask(owner, { type: 'photo:hide', photos: [photo(1)] }))
  const nowhere = { parent: null, place: null, version: null, drawing: null, mentions: [] }
  await a.write(shared, { type: 'comment:add', id: id<CommentId>('comment', 1), body: 'secret word', ...nowhere })
  await until(() => hints.some(({ type }) => type === 'sheet') && !b.sees(`photo:${photo(1)}`), 'the hiding')
  await south.galleries.state(gallery)
  expect(b.text()).not.toContain('secret word')
})
