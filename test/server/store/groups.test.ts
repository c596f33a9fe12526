import { afterEach, beforeEach, expect, test } from '@jest/globals'
import Database from 'better-sqlite3'
import type { Ask } from '../../../server/store/sqlite/direct.ts'
import { answerGroup } from '../../../server/store/sqlite/groups.ts'
import { packEntries } from '../../../server/store/sqlite/packed-entries.ts'
import { partsIn } from '../../../server/store/sqlite/parts.ts'
import { migrate } from '../../../server/store/sqlite/schema.ts'
import { sheetEntry, sheetOf } from '../../contract/store-samples.ts'

let db: Database.Database

beforeEach(() => {
  db = new Database(':memory:')
  migrate(db)
})
afterEach(() => {
  db.close()
})

const ask = (n: number, part: Ask['part'], method: string, args: readonly unknown[]): Ask => ({ n, part, method, args })
const group = (asks: readonly Ask[]) => answerGroup(db, partsIn(db), asks)

test('[KEEP-15] a group is answered in order, each ask seeing those before it', () => {
  const answers = group([
    ask(1, 'names', 'reserve', ['slug:a', 'a_1']),
    ask(2, 'names', 'reserve', ['slug:a', 'a_2']),
    ask(3, 'names', 'owner', ['slug:a']),
    ask(4, 'counters', 'reserve', ['c', 5]),
    ask(5, 'counters', 'reserve', ['c', 5]),
  ])
  expect(answers.map((answer) => answer.ok && answer.value)).toEqual([true, false, 'a_1', 1, 6])
})

test('[KEEP-15] an ask that fails is answered alone and leaves nothing; the others are kept', () => {
  const answers = group([
    ask(1, 'journal', 'append', [packEntries([sheetEntry(sheetOf('before'), 1)])]),
    // Its second entry cannot be kept, so its first must not be either.
    ask(2, 'journal', 'append', [
      packEntries([sheetEntry(sheetOf('half'), 1), { ...sheetEntry(sheetOf('half'), 2), gallery: null as never }]),
    ]),
    ask(3, 'journal', 'append', [packEntries([sheetEntry(sheetOf('after'), 1)])]),
    ask(4, 'journal', 'nothing', []),
  ])
  expect(answers.map(({ ok }) => ok)).toEqual([true, false, true, false])
  const parts = partsIn(db)
  expect([parts.journal.loadSheet(sheetOf('before'))?.seq, parts.journal.loadSheet(sheetOf('after'))?.seq]).toEqual([1, 1])
  expect(parts.journal.loadSheet(sheetOf('half'))).toBeNull()
})

test('[KEEP-15] when the disk is full nobody of the group is told that it was kept', () => {
  db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true })) + 20}`)
  const large = new Uint8Array(300_000)
  const answers = group([
    ask(1, 'journal', 'append', [packEntries([sheetEntry(sheetOf('small'), 1)])]),
    ask(2, 'journal', 'append', [packEntries([sheetEntry(sheetOf('large'), 1, { bytes: large })])]),
  ])
  for (const answer of answers.filter(({ ok }) => !ok)) expect(answer).toMatchObject({ code: 'SQLITE_FULL' })
  const kept = ['small', 'large'].map((name) => partsIn(db).journal.loadSheet(sheetOf(name)) !== null)
  expect(answers.map(({ ok }) => ok)).toEqual(kept)
  expect(kept[1]).toBe(false)
})
