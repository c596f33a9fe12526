/** Everything one database file keeps, on the thread that holds it. */
import type { Database } from 'better-sqlite3'
import { countersIn } from './counters.ts'
import type { DirectStore } from './direct.ts'
import { journalIn } from './journal.ts'
import { namesIn } from './names.ts'
import { streamsIn } from './streams.ts'
import { vaultIn } from './vault.ts'

export const partsIn = (db: Database): DirectStore => ({
  streams: streamsIn(db),
  names: namesIn(db),
  vault: vaultIn(db),
  counters: countersIn(db),
  journal: journalIn(db),
})
