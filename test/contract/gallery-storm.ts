/** A node on which people decide, vote and fill a list as fast as they can, saying what was answered, until it is killed. Started by `gallery-killed.test.ts`. */
import { flushCompileCache } from 'node:module'
import type { AnyCommand } from '../../common/gallery/commands.ts'
import type { DecisionId, PersonId, SessionId, VoteId } from '../../common/ids.ts'
import { sheetIdOf } from '../../common/ids.ts'
import { openMongo } from '../../server/store/mongo/open.ts'
import { openSqlite } from '../../server/store/sqlite/open.ts'
import { gallery, id, must, openHouse, owner, photo, visitor } from '../helpers/gallery-house.ts'
import { enter, furnish, share } from '../helpers/gallery-scenery.ts'
import { SocketClient } from '../helpers/socket-client.ts'
import { album, photoCount, request } from './gallery-storm-facts.ts'

// Killed, it would not say what it compiled.
flushCompileCache()

const [where = '', database] = process.argv.slice(2)
const store = await (database === undefined ? openSqlite({ folder: where }) : openMongo({ url: where, database }))
const house = await openHouse({ store })
const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}
const ask = (by: PersonId, command: AnyCommand) => must(house.ask(by, command))

if (!(await house.galleries.state(gallery))) {
  await furnish(house, { gallery: { feedback: 'collaborative' }, scenes: 1, each: photoCount })
  await share(house, { link: 1, role: 'mainClient' })
  await share(house, { link: 2, role: 'invited' })
  for (const n of [1, 2]) await enter(house, n, n)
  await ask(owner, { type: 'selection:add', id: album, name: 'Album', order: 1, request })
}
const seats = await Promise.all([owner, visitor(1), visitor(2)].map((person) => new SocketClient(house.url, person).start()))
const before = await house.galleries.state(gallery)
// Votes end with their session.
for (const vote of before?.votes.keys() ?? []) say(`voted ${vote} perhaps`)
const left = before?.sessions.values().next().value
if (left) await house.system({ type: 'session:end', id: left.id })
await ask(owner, { type: 'session:start', id: id<SessionId>('session', process.pid) })

async function table(): Promise<void> {
  for (let n = process.pid * 10_000; ; n++) {
    const [vote, of] = [id<VoteId>('vote', n), photo(1 + (n % photoCount))]
    await ask(owner, { type: 'vote:open', id: vote, photo: of, question: 'Keep?' })
    for (const person of [visitor(1), visitor(2)]) await ask(person, { type: 'vote:cast', id: vote, choice: 'yes' })
    say(`voted ${vote} yes`)
    await ask(owner, { type: 'vote:reveal', id: vote })
    await ask(owner, { type: 'decision:add', id: id<DecisionId>('decision', n), photo: of, verdict: 'kept', note: '' })
    say(`decided ${id('decision', n)} yes`)
    say(`voted ${vote} perhaps`)
    await ask(owner, { type: 'vote:drop', id: vote })
  }
}

/** Both fill one list and find it full again and again. */
async function picks(seat: SocketClient): Promise<void> {
  for (let n = 0; ; n++) {
    const of = photo(1 + ((n * 5) % photoCount))
    const into = n % 3 !== 2
    say(`picked ${of}/${seat.person} perhaps`)
    const answer = await seat.write(sheetIdOf(of, 'shared'), { type: into ? 'pick:add' : 'pick:remove', selection: album })
    if (answer.ok) say(`picked ${of}/${seat.person} ${into ? 'yes' : 'no'}`)
  }
}

await Promise.all([table(), ...seats.slice(1).map(picks)])
