/** kill -9 under a storm of pushes, again and again on the same database: nothing acknowledged is ever missing. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import type { SheetId } from '../../common/ids.ts'
import { readSheet } from '../../common/sheet/read.ts'
import type { Store } from '../../server/ports.ts'
import { documentOf } from '../../server/sheets/hot-sheet.ts'
import { openMongo } from '../../server/store/mongo/open.ts'
import { openSqlite } from '../../server/store/sqlite/open.ts'
import { type Chance, chanceOf, seedOf } from '../fuzz/chance.ts'
import { compiled } from '../helpers/compiled.ts'
import { onEachDatabase } from '../helpers/databases.ts'
import { mongoOn } from '../helpers/mongo-database.ts'
import { gallery } from '../server/sheets/studio.ts'

const rounds = Number(process.env.KILL_ROUNDS ?? 8)
/** Acknowledgements after which the process is killed, at most. */
const mostAcks = 250

interface Acknowledged {
  readonly sheet: SheetId
  readonly comment: string
}

/** Runs the storm, kills it at a moment nobody chose, and tells what it had acknowledged. */
async function stormAndKill(chance: Chance, where: string, round: number): Promise<readonly Acknowledged[]> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'storm-child.ts'), where, `${round}`], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...compiled },
  })
  const killAfter = 1 + chance.int(mostAcks)
  let said = ''
  let complaints = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text
  })
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
    if (said.split('\n').length > killAfter) child.kill('SIGKILL')
  })
  const [code] = await once(child, 'close')
  if (code !== null) throw new Error(`the storm ended by itself: ${complaints}`)
  // The last line may have been cut in the middle of being said.
  return said
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      const [sheet = '', comment = ''] = line.split(' ')
      return { sheet: sheet as SheetId, comment }
    })
}

async function missing(store: Store, acknowledged: readonly Acknowledged[]): Promise<readonly Acknowledged[]> {
  const kept = await store.journal.loadGallery(gallery)
  const comments = new Map(kept.map(({ sheet, parts }) => [sheet, readSheet(documentOf(sheet, parts)).comments]))
  return acknowledged.filter(({ sheet, comment }) => !Object.hasOwn(comments.get(sheet) ?? {}, comment))
}

async function survive(where: string, open: () => Promise<Store>): Promise<number> {
  const chance = chanceOf(seedOf('kill storm'))
  const acknowledged: Acknowledged[] = []
  for (let round = 0; round < rounds; round++) {
    acknowledged.push(...(await stormAndKill(chance, where, round)))
    const store = await open()
    const lost = await missing(store, acknowledged)
    await store.close()
    expect(lost).toEqual([])
  }
  return acknowledged.length
}

onEachDatabase('a storm', (database) => {
  test(`[SHEET-33] ${rounds} times killed, nothing acknowledged is missing`, async () => {
    const mongo = mongoOn(database)
    const folder = mkdtempSync(join(tmpdir(), 'storm-'))
    const open = () => (mongo ? openMongo({ url: mongo.url }) : openSqlite({ folder }))
    try {
      const acknowledged = await survive(mongo?.url ?? folder, open)
      process.stdout.write(`kill storm: ${acknowledged} acknowledged on ${database}, none missing\n`)
      expect(acknowledged).toBeGreaterThan(rounds)
    } finally {
      await mongo?.drop()
      rmSync(folder, { recursive: true, force: true })
    }
  }, 300_000)
})
