/** Lists people are asked to fill, by the socket door, on two nodes of each database. */
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import type { GalleryCommand } from '../../common/gallery/commands.ts'
import { listId } from '../../common/gallery/selection.ts'
import { type PersonId, type SelectionId, sheetIdOf } from '../../common/ids.ts'
import type { Store } from '../../server/ports.ts'
import { type Place, shelves } from '../contract/shelves.ts'
import { type Database, onEachDatabase } from '../helpers/databases.ts'
import { gallery, type House, id, must, openHouse, owner, photo, visitor } from '../helpers/gallery-house.ts'
import { enter, furnish, share } from '../helpers/gallery-scenery.ts'
import { SocketClient, until } from '../helpers/socket-client.ts'

jest.setTimeout(60_000)

const album = id<SelectionId>('selection', 1)
type Request = NonNullable<Extract<GalleryCommand, { type: 'selection:add' }>['request']>
const request = (over: Partial<Request> = {}): Request => ({
  min: 2,
  max: 3,
  deadline: null,
  closes: true,
  note: 'The best ones, please',
  who: { roles: ['mainClient', 'invited'], links: [], persons: [] },
  ...over,
})

onEachDatabase('lists', (database: Database) => {
  let place: Place
  let store: Store
  let north: House
  let south: House
  let clients: SocketClient[] = []

  beforeEach(async () => {
    const shelf = shelves.find(({ name }) => name === (database === 'mongo' ? 'on MongoDB' : 'on SQLite'))
    if (!shelf) throw new Error('no such shelf')
    place = await shelf.make()
    store = await place.open()
    north = await openHouse({ store })
    south = await openHouse({ store, bus: north.bus, clock: north.clock })
  })
  afterEach(async () => {
    for (const client of clients) client.close()
    clients = []
    await south.stop()
    await north.stop()
    await store.close()
    await place.remove()
    expect([...north.faults, ...south.faults]).toEqual([])
  })

  const come = async (person: PersonId, house = north): Promise<SocketClient> => {
    const client = await new SocketClient(house.url, person).start()
    clients.push(client)
    return client
  }
  const begin = async (over: Partial<Request> = {}, mode: 'private' | 'collaborative' = 'private') => {
    await furnish(north, { gallery: { feedback: mode }, scenes: 2, each: 6 })
    await share(north, { link: 1, role: 'mainClient' })
    await share(north, { link: 2, role: 'invited' })
    await must(north.ask(owner, { type: 'selection:add', id: album, name: 'Album', order: 1, request: request(over) }))
  }
  const pick = (client: SocketClient, n: number, audience: 'shared' | 'own' = 'own') =>
    client.write(sheetIdOf(photo(n), audience === 'shared' ? 'shared' : `person:${client.person}`), { type: 'pick:add', selection: album })
  const unpick = (client: SocketClient, n: number) =>
    client.write(sheetIdOf(photo(n), `person:${client.person}`), { type: 'pick:remove', selection: album })
  const picked = async (audience: 'shared' | `person:${PersonId}`, house = north) => {
    const sheets = await house.sheets.open(gallery)
    const photos = await sheets.picked(album, audience)
    await sheets.close()
    return [...photos].sort()
  }
  const send = (client: SocketClient, photos: readonly number[], note = '') =>
    client.do({ type: 'selection:submit', id: album, photos: photos.map(photo), note })
  const codes = (answers: readonly { ok: boolean; refusal?: { code: string } }[]) =>
    answers.map((answer) => (answer.ok ? 'ok' : answer.refusal?.code))

  test('[CHOICE-20] of many picks at once never more stand than the list may hold, on two nodes', async () => {
    await begin({ max: 5 }, 'collaborative')
    const pages = [
      await come(await enter(north, 1, 1)),
      await come(visitor(1), south),
      await come(await enter(north, 2, 2)),
      await come(visitor(2), south),
    ]
    await until(() => pages.every((page) => page.sees(`selection:${album}`)), 'the request')
    const all = pages.flatMap((page) => Array.from({ length: 12 }, (_, i) => pick(page, i + 1, 'shared')))
    const answers = codes(await Promise.all(all))
    expect(answers.filter((code) => code !== 'ok' && code !== 'list-full')).toEqual([])
    expect(answers).toContain('list-full')
    const fresh = await openHouse({ store, bus: north.bus, clock: north.clock })
    const kept = await picked('shared', fresh)
    await fresh.stop()
    expect(kept).toHaveLength(5)
    expect(new Set([...(await picked('shared', north)), ...kept]).size).toBe(5)
  })

  test('[CHOICE-20] each of those who are not on shared sheets fills a list of their own', async () => {
    await begin()
    const [a, b] = [await come(await enter(north, 1, 1)), await come(await enter(north, 2, 2), south)]
    const answers = codes(await Promise.all([1, 2, 3, 4].flatMap((n) => [pick(a, n), pick(b, n)])))
    expect(answers.filter((code) => code === 'ok')).toHaveLength(6)
    expect(await picked(`person:${a.person}`)).toHaveLength(3)
  })

  test('[CHOICE-21] a place is free again once its pick is taken out, at once and after a restart', async () => {
    await begin()
    const a = await come(await enter(north, 1, 1))
    for (const n of [1, 2, 3]) await pick(a, n)
    expect(codes([await pick(a, 4)])).toEqual(['list-full'])
    const swapped = [unpick(a, 1), pick(a, 4)]
    expect(codes(await Promise.all(swapped))).toEqual(['ok', 'ok'])
    expect(codes([await pick(a, 1), await unpick(a, 2)])).toEqual(['list-full', 'ok'])
    const fresh = await openHouse({ store, bus: north.bus, clock: north.clock })
    const again = await come(visitor(1), fresh)
    fresh.clock.pass(61_000)
    expect(codes([await pick(again, 5), await pick(again, 6)])).toEqual(['ok', 'list-full'])
    again.close()
    await fresh.stop()
  })

  test('[CHOICE-22] hidden photos take no places of those who do not see them', async () => {
    await begin()
    const guest = await come(await enter(north, 2, 2))
    for (const n of [1, 2, 3]) await pick(guest, n)
    await must(north.ask(owner, { type: 'photo:hide', photos: [photo(1)] }))
    await until(() => !guest.sees(`photo:${photo(1)}`), 'the hiding')
    expect(codes([await pick(guest, 4), await pick(guest, 5)])).toEqual(['ok', 'list-full'])
    await must(north.ask(owner, { type: 'photo:show', photos: [photo(1)] }))
    await until(() => guest.sees(`photo:${photo(1)}`), 'the photo')
    expect(codes([await pick(guest, 6)])).toEqual(['list-full'])
    expect(codes([await send(guest, [1, 2, 3, 4])])).toEqual(['list-full'])
    await unpick(guest, 1)
    expect(codes([await send(guest, [2, 3, 4])])).toEqual(['ok'])
  })

  test('[CHOICE-30] sent, locked, reopened, sent again: every version stays', async () => {
    await begin()
    const [desk, a] = [await come(owner), await come(await enter(north, 1, 1))]
    const key = `submission:${listId(album, `person:${a.person}`)}`
    await pick(a, 1)
    expect(codes([await send(a, [1])])).toEqual(['list-short'])
    await pick(a, 2)
    expect(codes([await send(a, [1])])).toEqual(['conflict'])
    expect(codes([await send(a, [2, 1], 'the first for the cover')])).toEqual(['ok'])
    await until(() => desk.sees(key) && a.sees(key), 'what was sent')
    expect(codes([await pick(a, 3), await unpick(a, 1), await send(a, [1, 2])])).toEqual(['list-sent', 'list-sent', 'list-sent'])
    expect(codes([await a.do({ type: 'selection:reopen', id: album, audience: `person:${a.person}` })])).toEqual(['not-allowed'])
    expect(codes([await a.do({ type: 'selection:ask', id: album })])).toEqual(['ok'])
    await until(() => (desk.seen.get(key) as { askedAt?: number } | undefined)?.askedAt !== null, 'the question')
    expect(codes([await desk.do({ type: 'selection:reopen', id: album, audience: `person:${a.person}` })])).toEqual(['ok'])
    expect(codes([await unpick(a, 1), await pick(a, 3), await send(a, [3, 2])])).toEqual(['ok', 'ok', 'ok'])
    await until(() => (desk.seen.get(key) as { versions?: unknown[] } | undefined)?.versions?.length === 2, 'the second version')
    expect(desk.seen.get(key)).toMatchObject({
      open: false,
      versions: [
        { n: 1, by: a.person, note: 'the first for the cover', photos: [photo(2), photo(1)] },
        { n: 2, by: a.person, note: '', photos: [photo(3), photo(2)] },
      ],
    })
    expect(a.seen.get(key)).toEqual(desk.seen.get(key))
  })

  test('[CHOICE-31] after the deadline nothing goes in or out, unless the studio extends it', async () => {
    await begin({ deadline: north.clock.now() + 1_000 })
    const a = await come(await enter(north, 1, 1))
    await pick(a, 1)
    await pick(a, 2)
    north.clock.pass(1_001)
    expect(codes([await pick(a, 3), await unpick(a, 1), await send(a, [1, 2])])).toEqual(['list-closed', 'list-closed', 'list-closed'])
    await must(north.ask(owner, { type: 'selection:change', id: album, request: request({ deadline: north.clock.now() + 9_000 }) }))
    expect(codes([await pick(a, 3)])).toEqual(['ok'])
    await must(north.ask(owner, { type: 'selection:close', id: album, closed: true }))
    expect(codes([await unpick(a, 3)])).toEqual(['list-closed'])
  })

  test('[CHOICE-32] a list of shared sheets is everybody’s: counted by photos, sent once for all', async () => {
    await begin({}, 'collaborative')
    const [a, b] = [await come(await enter(north, 1, 1)), await come(await enter(north, 2, 2), south)]
    expect(codes([await pick(a, 1, 'shared'), await pick(b, 2, 'shared'), await pick(b, 3, 'shared')])).toEqual(['ok', 'ok', 'ok'])
    expect(codes([await pick(a, 4, 'shared'), await pick(a, 2, 'shared')])).toEqual(['list-full', 'ok'])
    await until(() => a.content(sheetIdOf(photo(3), 'shared')) !== null, 'the other’s pick')
    expect(codes([await send(a, [1, 2, 3])])).toEqual(['ok'])
    await until(() => b.sees(`submission:${listId(album, 'shared')}`), 'what was sent')
    expect(codes([await b.write(sheetIdOf(photo(2), 'shared'), { type: 'pick:remove', selection: album })])).toEqual(['list-sent'])
  })
})
