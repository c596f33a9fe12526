/**
 * A house where people vote, decide and fill a list of two photos as fast as they can, until it is killed. Says what is asked and what is
 * answered: `ask KEY VALUE`, then `ok KEY VALUE` or `no KEY VALUE`. Started by `killed-live.test.ts`, never imported.
 */
import { randomInt } from 'node:crypto'
import { flushCompileCache } from 'node:module'
import { choices } from '../../common/gallery/session-model.ts'
import {
  type CommandId,
  type DecisionId,
  idBodyLength,
  type SelectionId,
  type SessionId,
  sheetIdOf,
  type VoteId,
} from '../../common/ids.ts'
import { openMongo } from '../../server/store/mongo/open.ts'
import { openSqlite } from '../../server/store/sqlite/open.ts'
import { id, openHouse, owner, photo, visitor } from '../helpers/gallery-house.ts'
import { enter, furnish, share } from '../helpers/gallery-scenery.ts'
import { SocketClient } from '../helpers/socket-client.ts'

// Killed, it would not say what it compiled.
flushCompileCache()

const [round = '', where = '', database] = process.argv.slice(2)
const store = await (database === undefined ? openSqlite({ folder: where }) : openMongo({ url: where, database }))
const unlimited = { pushesPerSecond: 1e6, pushBurst: 1e6, asksPerSecond: 1e6, askBurst: 1e6, refusalsPerMinute: 1e9 }
const house = await openHouse({ store, limits: unlimited })
const [photos, people] = [
  [1, 2, 3, 4],
  [1, 2, 3],
]
const album = id<SelectionId>('selection', 1)
const vote = (n: number) => id<VoteId>('vote', n)

if (round === '1') {
  await furnish(house, { gallery: { feedback: 'collaborative' } })
  await share(house, { link: 1, role: 'invited' })
  for (const n of people) await enter(house, n, 1)
  const who = { roles: ['invited' as const], links: [], persons: [] }
  const request = { min: 0, max: 2, deadline: null, closes: false, note: '', who }
  await house.ask(owner, { type: 'selection:add', id: album, name: 'Album', order: 1, request })
}
const studio = await new SocketClient(house.url, owner).start()
const guests = await Promise.all(people.map((n) => new SocketClient(house.url, visitor(n)).start()))
if (round === '1') {
  await studio.do({ type: 'session:start', id: id<SessionId>('session', 1) })
  for (const n of photos) await studio.do({ type: 'vote:open', id: vote(n), photo: photo(n), question: 'This one?' })
}

/** Commands of a round are not those of the round before. */
let asked = 0
const command = () => `o_${round.padEnd(idBodyLength - 8, 'x')}${String(++asked).padStart(8, '0')}` as CommandId
const any = <T>(from: readonly T[]): T => from[randomInt(from.length)] as T

async function told(what: string, answer: () => Promise<{ readonly ok: boolean }>): Promise<void> {
  process.stdout.write(`ask ${what}\n`)
  const { ok } = await answer()
  process.stdout.write(`${ok ? 'ok' : 'no'} ${what}\n`)
}

async function fill(guest: SocketClient): Promise<void> {
  const [n, way] = [any(photos), any(['add', 'remove'] as const)]
  const sheet = sheetIdOf(photo(n), 'shared')
  await told(`pick/${n}/${guest.person} ${way}`, () => guest.write(sheet, { type: `pick:${way}`, selection: album }))
}

async function cast(guest: SocketClient): Promise<void> {
  const [n, choice] = [any(photos), any(choices)]
  await told(`vote/${n}/${guest.person} ${choice}`, () => guest.do({ type: 'vote:cast', id: vote(n), choice }, command()))
}

async function decide(): Promise<void> {
  const decision = id<DecisionId>('decision', Number(round) * 10_000 + ++asked)
  const add = { type: 'decision:add', id: decision, photo: photo(any(photos)), verdict: 'kept', note: '' } as const
  await told(`decision/${decision} added`, () => studio.do(add, command()))
}

const forever = async (act: () => Promise<void>): Promise<never> => {
  while (true) await act()
}
await Promise.all([...guests.flatMap((guest) => [forever(() => fill(guest)), forever(() => cast(guest))]), forever(decide)])
