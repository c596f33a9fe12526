import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { PersonId } from '../../../common/ids.ts'
import type { KeyWishes } from '../../../common/key-wishes.ts'
import { createInProcessBus } from '../../../server/bus/in-process.ts'
import { systemClock } from '../../../server/clock.ts'
import { KeyBook } from '../../../server/people/key-book.ts'
import { addLink, makeGallery } from '../../helpers/gallery-kit.ts'
import { type Photographer, startServer, type TestServer } from '../../helpers/server.ts'

let server: TestServer
let owner: Photographer

beforeAll(async () => {
  server = await startServer()
  owner = await server.signUp()
})
afterAll(() => server.stop())

const wishes = (key: string, advance = false): KeyWishes => ({ laid: { lightroom: { pick: key, reject: 'p' }, simple: {} }, advance })

test('[MARK-11] keys are kept with who signed in, and stand on every open page of theirs at once and at the next', async () => {
  const [desk, loupe] = [await server.connect(owner.cookie), await server.connect(owner.cookie)]
  await loupe.until(({ keys }) => keys.length === 1)
  expect(loupe.heard.keys).toEqual([null])
  const laid = { ...wishes('x', true), pairs: { palette: 'j' } }
  expect(await desk.socket.emitWithAck('me:keys', laid)).toEqual({ ok: true })
  await loupe.until(({ keys }) => keys.at(-1)?.laid.lightroom.pick === 'x')
  const later = await server.connect(owner.cookie)
  await later.until(({ keys }) => keys.length === 1)
  expect(later.heard.keys).toEqual([laid])
  const stranger = await server.connect((await server.signUp('Other')).cookie)
  await stranger.until(({ keys }) => keys.length === 1)
  await desk.socket.emitWithAck('me:keys', wishes('q'))
  await later.until(({ keys }) => keys.at(-1)?.laid.lightroom.pick === 'q')
  expect(stranger.heard.keys).toEqual([null])
})

test('[MARK-11] what is no key is refused at the door, and visitors keep theirs in the browser', async () => {
  const desk = await server.connect(owner.cookie)
  const say = (ask: unknown) => desk.socket.emitWithAck('me:keys', ask as KeyWishes)
  for (const ask of [
    null,
    {},
    { ...wishes('x'), more: 1 },
    wishes('x'.repeat(13)),
    { laid: { lightroom: { evil: 'x' }, simple: {} }, advance: false },
    { ...wishes('x'), pairs: { palette: 'Escape' } },
  ]) {
    expect(await say(ask)).toEqual({ ok: false, refusal: { code: 'malformed' } })
  }
  const gallery = await makeGallery(server, owner)
  const guest = await server.openLink((await addLink(server, gallery)).token, 'Noah')
  const visitor = await server.connect(guest.cookie)
  expect(await visitor.socket.emitWithAck('me:keys', wishes('x'))).toEqual({ ok: false, refusal: { code: 'sign-in-needed' } })
  expect(visitor.heard.keys).toEqual([])
})

test('[MARK-11] pages on another node are told too', async () => {
  const bus = createInProcessBus()
  const at = { store: server.store, bus, clock: systemClock, log: { warn: () => undefined } }
  const [here, there] = [new KeyBook(at), new KeyBook(at)]
  const told: (KeyWishes | null)[] = []
  const person = owner.person as PersonId
  there.hold(person, (kept) => told.push(kept))
  expect(await here.keep(person, wishes('j'))).toMatchObject({ ok: true })
  while (told.at(-1)?.laid.lightroom.pick !== 'j') await new Promise((later) => setTimeout(later, 5))
  here.close()
  there.close()
})
