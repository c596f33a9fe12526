/** Everything that may be said at the live door, at random and with something wrong in it, by people who may and people who may not. */
import { inspect } from 'node:util'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { galleryCommand } from '../../common/gallery/commands.ts'
import { clientRoles } from '../../common/gallery/model.ts'
import { type IdKind, prefixes } from '../../common/ids.ts'
import { refusals } from '../../common/refusals.ts'
import { callableAsk, fetchAsk, joinAsk, keysAsk, leaveAsk, presenceSay, pushAsk, readSay } from '../../server/live/asks.ts'
import { gallery, type House, id, openHouse, owner } from '../helpers/gallery-house.ts'
import { enter, furnish, share } from '../helpers/gallery-scenery.ts'
import { newCommand, SocketClient } from '../helpers/socket-client.ts'
import { type Chance, chanceOf, seedOf } from './chance.ts'
import { type Pool, sample } from './sample.ts'
import { twist } from './twist.ts'

const rounds = Number(process.env.FUZZ_SAID ?? 1_500)
/** Said before anybody waits for the answers. */
const atOnce = 25
/** Milliseconds on a machine that does much else besides. */
const patience = 300_000
const unlimited = { pushesPerSecond: 1e6, pushBurst: 1e6, pushWindow: 1e6, asksPerSecond: 1e6, askBurst: 1e6, refusalsPerMinute: 1e9 }

const events = {
  'gallery:join': joinAsk,
  'gallery:leave': leaveAsk,
  'sheet:push': pushAsk,
  'sheet:fetch': fetchAsk,
  'talk:callable': callableAsk,
  'talk:read': readSay,
  'presence:say': presenceSay,
  'me:keys': keysAsk,
}
type Said = { readonly event: string; readonly ask: unknown }

let house: House
let clients: SocketClient[]
beforeAll(async () => {
  house = await openHouse({ limits: unlimited })
  await furnish(house, { gallery: { feedback: 'collaborative' }, scenes: 2, each: 3 })
  await share(house, { link: 1, role: 'mainClient' })
  await share(house, { link: 2, role: 'guestLink' })
  const people = [owner, await enter(house, 1, 1), await enter(house, 2, 2)]
  clients = await Promise.all(people.map((person) => new SocketClient(house.url, person).start()))
})
afterAll(async () => {
  for (const client of clients) client.close()
  await house.stop()
})

/** Three ids of every kind, sheets and audiences made of them, and words. */
function poolOf(chance: Chance): Pool {
  const ids = (Object.keys(prefixes) as IdKind[]).flatMap((kind) => [1, 2, 3].map((n) => id<string>(kind, n)))
  const audiences = ['shared', 'team', ...clients.map(({ person }) => `person:${person}`)]
  const sheets = [1, 2, 999].flatMap((n) => audiences.map((audience) => `${id('photo', n)}/${audience}`))
  return { chance, words: [...ids, ...sheets, ...audiences, ...clientRoles, '#ff0000', 'AAAA', 'Words', '1234', 'ada@studio.example'] }
}

/** Half of everything are commands; every third has something wrong in it. */
function something(pool: Pool): Said {
  const { chance } = pool
  const command = () => ({ gallery, id: newCommand(), command: sample(pool, galleryCommand) })
  const event = chance.flip() ? 'gallery:do' : (chance.pickFrom(Object.keys(events) as (keyof typeof events)[]) ?? 'gallery:join')
  const whole = event === 'gallery:do' ? command() : sample(pool, events[event])
  // Nobody can be kept from leaving; then all else would be refused for that.
  const ask = event === 'gallery:leave' ? { gallery: id('gallery', 2) } : whole
  return { event, ask: chance.flip(0.3) ? twist(chance, ask) : ask }
}

const answered = (client: SocketClient, { event, ask }: Said): Promise<unknown> => {
  const wire = client.socket.timeout(8_000) as unknown as {
    emit(event: string, ask: unknown): void
    emitWithAck: typeof client.socket.emitWithAck
  }
  if (event !== 'presence:say' && event !== 'gallery:leave') return wire.emitWithAck(event as 'gallery:join', ask as never)
  wire.emit(event, ask)
  return Promise.resolve({ ok: true })
}

/** Whatever was said before, the next words find an open gallery and everybody inside. */
async function gather(): Promise<void> {
  await house.ask(owner, { type: 'gallery:change', status: 'online', expiresAt: null })
  await Promise.all(clients.map((client) => client.join()))
}

/** The code of an answer; throws for one that has no name, and where the server was at a loss. */
function codeOf(answer: unknown, about: string): string {
  const given = answer as { ok?: unknown; refusal?: { code?: string } } | null
  if (given?.ok === true) return 'ok'
  const code = given?.refusal?.code ?? 'no answer'
  if (!(code in refusals) || code === 'failed') throw new Error(`${code}: ${about}; ${inspect(house.faults.slice(-1))}`)
  return code
}

test(
  `[LIVE-73] whatever is said at the door, ${rounds} times at random, is done or refused by name, and the gallery can still be read`,
  async () => {
    const chance = chanceOf(seedOf('live door'))
    const pool = poolOf(chance)
    const count: Record<string, number> = {}
    for (let n = 0; n < rounds; n += atOnce) {
      await gather()
      const said = Array.from({ length: atOnce }, () => ({ client: chance.pickFrom(clients), what: something(pool) }))
      const answers = await Promise.all(said.map(({ client, what }) => (client ? answered(client, what) : null)))
      for (const [at, answer] of answers.entries()) {
        const code = codeOf(answer, `seed ${chance.seed}, ${inspect(said[at]?.what, { depth: 9 }).slice(0, 800)}`)
        count[code] = (count[code] ?? 0) + 1
      }
    }
    process.stdout.write(`live door: ${JSON.stringify(count)}\n`)
    expect(house.faults).toEqual([])
    expect('polluted' in {}).toBe(false)
    expect(count.ok).toBeGreaterThan(rounds / 10)
    expect(count.malformed).toBeGreaterThan(rounds / 20)
  },
  patience,
)

test('[LIVE-73] what was kept of it is read by a server that starts anew', async () => {
  const again = await openHouse({ store: house.store, clock: house.clock })
  const visitor = await new SocketClient(again.url, owner).start()
  clients.push(visitor)
  expect(visitor.joined?.me.person).toBe(owner)
  expect(again.faults).toEqual([])
  visitor.close()
  await again.stop()
})
