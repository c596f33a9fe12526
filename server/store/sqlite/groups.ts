/** Group commit: everything that was asked while the last group was being written goes to disk in one transaction. */
import type { Database } from 'better-sqlite3'
import type { Answer, Ask, DirectStore } from './direct.ts'

const reads: ReadonlySet<string> = new Set([
  'load',
  'entries',
  'recent',
  'find',
  'owner',
  'get',
  'there',
  'loadGallery',
  'loadSheet',
  'history',
  'clientsOf',
])

/** Answers each ask, in order. One that fails is undone alone; when the transaction itself fails, all of them failed. */
export function answerGroup(db: Database, parts: DirectStore, asks: readonly Ask[]): readonly Answer[] {
  const group = db.transaction(() => asks.map((ask) => answerOne(db, parts, ask)))
  try {
    return asks.every((ask) => reads.has(ask.method)) ? group.deferred() : group.immediate()
  } catch (error) {
    return asks.map((ask) => failure(ask, error))
  }
}

function answerOne(db: Database, parts: DirectStore, ask: Ask): Answer {
  try {
    return { n: ask.n, ok: true, value: call(parts, ask) }
  } catch (error) {
    // Disk full and the like end the whole transaction: what came before is undone too and must not be answered.
    if (!db.inTransaction) throw error
    return failure(ask, error)
  }
}

function call(parts: DirectStore, { part, method, args }: Ask): unknown {
  const run: unknown = Reflect.get(parts[part], method)
  if (typeof run !== 'function') throw new Error(`the store has no ${part}.${method}`)
  return run(...args)
}

/** Told by what it has, not by its class: the driver's errors are made where it was first loaded. */
function failure(ask: Ask, error: unknown): Answer {
  const fault = typeof error === 'object' && error !== null ? error : {}
  const code = 'code' in fault ? String(fault.code) : ''
  return { n: ask.n, ok: false, message: 'message' in fault ? String(fault.message) : String(error), code }
}
