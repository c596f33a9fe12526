/**
 * The byte oracle: every byte each role is sent on its socket during a random session, held against what the domain
 * says that role may know at that time. A failure prints its seed.
 */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import * as Y from 'yjs'
import type { GalleryState } from '../../common/gallery/model.ts'
import { type PersonId, parseSheetId, type SheetId, sheetIdOf } from '../../common/ids.ts'
import { readSheet } from '../../common/sheet/read.ts'
import { readsSheet } from '../../common/visibility/sheets.ts'
import { seenOf } from '../../common/visibility/told.ts'
import type { Viewer } from '../../common/visibility/viewer.ts'
import { freshWorld, hears, type Person, reads, secrets, type Tokens, type World } from '../helpers/byte-oracle.ts'
import { randomOf, Session } from '../helpers/byte-session.ts'
import { gallery, type House, link, openHouse, owner, photo, scene, visitor } from '../helpers/gallery-house.ts'
import { enter, furnish, share } from '../helpers/gallery-scenery.ts'
import { SocketClient, until } from '../helpers/socket-client.ts'
import { plainPiece } from '../helpers/unpacked.ts'

const steps = 160
const seeds = [1, 2, 3].map((n) => n + Number(process.env.SEED ?? 0))

const tokens: Tokens = {
  photo: (n) => [photo(n), `CAM_${n}_`],
  scene: (n) => [scene(n), `scene-name-${n}`],
  id: (n) => (n === 0 ? [] : [visitor(n)]),
  name: (n) => (n === 0 ? [] : [`visitor-name-${n}-`]),
  staff: [1, 2, 3, 4].map(link),
}

let house: House
let clients: SocketClient[] = []
beforeEach(async () => {
  house = await openHouse({ limits: { asksPerSecond: 10_000, askBurst: 10_000 } })
})
afterEach(async () => {
  for (const client of clients) client.close()
  await house.stop()
  expect(house.faults).toEqual([])
})

const personOf = ({ n }: Person): PersonId => (n === 0 ? owner : visitor(n))

async function begin(): Promise<World> {
  await furnish(house, { scenes: 3, each: 3 })
  await share(house, { link: 1, role: 'mainClient' })
  await share(house, { link: 2, role: 'mainClient' })
  await share(house, { link: 3, role: 'invited', scenes: [1, 2] })
  await share(house, { link: 4, role: 'guestLink', scenes: [3] })
  const people: Person[] = [
    { n: 0, role: 'staff', scenes: 'all' },
    { n: 1, role: 'mainClient', scenes: 'all' },
    { n: 2, role: 'mainClient', scenes: 'all' },
    { n: 3, role: 'invited', scenes: [1, 2] },
    { n: 4, role: 'guestLink', scenes: [3] },
  ]
  for (const { n } of people) if (n > 0) await enter(house, n, n)
  clients = []
  for (const person of people) clients.push(await new SocketClient(house.url, personOf(person)).start())
  const scenes = new Map(Array.from({ length: 9 }, (_, i) => [i + 1, Math.ceil((i + 1) / 3)]))
  return freshWorld({ scenes, people })
}

/** Everything sent so far has arrived: an answer comes behind it on each socket. */
async function settle(): Promise<void> {
  await new Promise((later) => setTimeout(later, 2))
  for (let round = 0; round < 2; round++) {
    const ask = { gallery, sheets: [sheetIdOf(photo(999), 'team')] }
    const here = clients.filter(({ socket }) => socket.connected)
    await Promise.all(here.map((client) => client.socket.timeout(5_000).emitWithAck('sheet:fetch', ask)))
  }
}

const copyOf = (world: World): World => ({
  ...world,
  hidden: new Set(world.hidden),
  hiders: new Set(world.hiders),
  hiddenFor: new Map(world.hiddenFor),
  people: world.people.map((person) => ({ ...person })),
  words: [...world.words],
  table: [...world.table],
  lists: [...world.lists],
  notes: [...world.notes],
  views: [...world.views],
  writers: new Map(world.writers),
})

test.each(seeds.map((seed) => [seed]))('[LIVE-70] no role is sent a byte of what it may not know (seed %i)', async (seed) => {
  const session = new Session(await begin(), clients, randomOf(seed))
  await settle()
  const from = clients.map(({ received }) => received.length)
  for (let step = 0; step < steps; step++) {
    const before = copyOf(session.world)
    await session.step()
    await settle()
    for (const person of session.world.people) {
      const client = clients[person.n]
      const old = before.people[person.n]
      if (!client || !old) throw new Error('somebody is missing')
      const [was, is] = [secrets(before, old, tokens), secrets(session.world, person, tokens)]
      const words = [
        ...session.world.words.filter((word) => !reads(before, old, word)),
        ...session.world.table.filter((said) => !hears(before, old, said)),
        ...session.world.lists.slice(before.lists.length),
        ...session.world.views.slice(before.views.length),
        ...session.world.notes.slice(before.notes.length),
      ].map(({ token }) => token)
      const both = [...is].filter((token) => was.has(token) || words.includes(token))
      const news = Buffer.concat(client.received.slice(from[person.n]).map(({ bytes }) => bytes)).toString('latin1')
      from[person.n] = client.received.length
      const leaked = both.filter((token) => holds(news, token))
      if (leaked.length > 0) throw new Error(`seed ${seed}, step ${step}: ${person.role} ${person.n} was sent ${leaked.join(', ')}`)
    }
  }
  for (const client of clients) if (!client.socket.connected) await session.comeBack(client)
  await converge()
})

/** What a join from the beginning brings: the records, and the sheets as they are put on the wire. */
async function brought(
  client: SocketClient,
): Promise<{ readonly snapshot: string; readonly sheets: readonly string[]; readonly records: string }> {
  const sheets: string[] = []
  const hear = (bytes: Uint8Array) => void sheets.push(Buffer.from(plainPiece(bytes)).toString('hex'))
  client.socket.on('sheet:bundle', hear)
  const answer = await client.join()
  await until(() => !answer.ok || sheets.length === answer.pieces, 'the sheets of a join')
  client.socket.off('sheet:bundle', hear)
  if (!answer.ok) return { snapshot: answer.refusal.code, sheets, records: '' }
  return { snapshot: JSON.stringify(answer.snapshot), sheets, records: JSON.stringify(answer.mine.records) }
}

test.each(seeds.slice(0, 2).map((seed) => [seed]))(
  '[AS-7] who looks as somebody is sent their bytes, in any gallery (seed %i)',
  async (seed) => {
    const session = new Session(await begin(), clients, randomOf(seed))
    const lookers = await Promise.all([1, 2, 3, 4].map((n) => new SocketClient(house.url, owner, gallery, visitor(n)).start()))
    for (let step = 0; step < 48; step++) {
      await session.step()
      await settle()
      if (step % 6 > 0) continue
      for (const [place, looker] of lookers.entries()) {
        const person = clients[place + 1]
        if (!person) throw new Error('somebody is missing')
        if (!person.socket.connected) await session.comeBack(person)
        // What was told along the way comes to the same.
        expect(Object.fromEntries(looker.seen)).toEqual(Object.fromEntries(person.seen))
        expect({ step, ...(await brought(looker)) }).toEqual({ step, ...(await brought(person)) })
      }
    }
    clients.push(...lookers)
  },
)

/** `words-1-` is not in `words-11-`: tokens end with what no number goes on with; ids have one length. */
const holds = (text: string, token: string): boolean => text.includes(token)

/** At the end everyone holds exactly what they may: records as the visibility module says, sheets as the server keeps them. */
async function converge(): Promise<void> {
  await settle()
  const state = await house.galleries.state(gallery)
  if (!state) throw new Error('no gallery')
  const sheets = await house.sheets.open(gallery)
  for (const client of clients) {
    const viewer = await house.galleries.viewer(client.person, gallery)
    if (!viewer) throw new Error('no viewer')
    await until(() => client.gaps === 0, 'a flow without gaps')
    expect(Object.fromEntries(client.seen)).toEqual(Object.fromEntries(seenOf(viewer, state, 'Studio')))
    for (const sheet of sheets.list()) {
      const kept = sheets.state(sheet)
      if (!kept || !reading(viewer, state, sheet)) continue
      const doc = new Y.Doc({ guid: sheet })
      Y.applyUpdate(doc, kept)
      expect(client.content(sheet)).toEqual(readSheet(doc))
    }
  }
}

/** Sheets out of reach stay as they were when they went. */
function reading(viewer: Viewer, state: GalleryState, sheet: SheetId): boolean {
  const place = parseSheetId(sheet)
  const found = place && state.photos.get(place.photo)
  return Boolean(place && found && readsSheet(viewer, state, found, place.audience))
}
