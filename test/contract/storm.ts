/** A node that writes as fast as it can and says what was answered, until it is killed. Started by `killed.test.ts`, never imported. */
import { flushCompileCache } from 'node:module'
import { openMongo } from '../../server/store/mongo/open.ts'
import { openSqlite } from '../../server/store/sqlite/open.ts'
import { entryOf, sheetEntry, sheetOf, streamOf, write } from './store-samples.ts'

// Killed, it would not say what it compiled.
flushCompileCache()

const [where = '', database] = process.argv.slice(2)
const store = await (database === undefined ? openSqlite({ folder: where }) : openMongo({ url: where, database }))
const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

/** Records of each commit name its revision, so that what is kept can be told from what is not. */
async function commits(name: string): Promise<void> {
  for (let rev = ((await store.streams.load(streamOf(name)))?.rev ?? 0) + 1; ; rev += 1) {
    const writes = [
      write('one', { rev }, [`rev:${name}:${rev}`]),
      write('two', { rev }),
      write(`new${rev}`, { rev }),
      write(`new${rev - 3}`, null),
    ]
    if ((await store.streams.commit(entryOf(streamOf(name), rev, writes))) === 'ok') say(`stream ${name} ${rev}`)
  }
}

async function pushes(name: string): Promise<void> {
  for (let seq = ((await store.journal.loadSheet(sheetOf(name)))?.seq ?? 0) + 1; ; seq += 1) {
    const [answer] = await store.journal.append([sheetEntry(sheetOf(name), seq)])
    if (answer === 'ok') say(`sheet ${name} ${seq}`)
    const snapshot = { ...sheetEntry(sheetOf(name), seq), bytes: Uint8Array.of(9) }
    if (seq % 7 === 0) await store.journal.fold(snapshot, Number.MAX_SAFE_INTEGER)
  }
}

await Promise.all([...['s1', 's2', 's3'].map(commits), ...['h1', 'h2', 'h3'].map(pushes)])
