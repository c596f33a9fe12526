/** The thread that holds the database file, so that a synced commit never stops the event loop. Started by `open.ts`, never imported. */
import { join } from 'node:path'
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'
import type { Ask, Said } from './direct.ts'
import { answerGroup } from './groups.ts'
import { partsIn } from './parts.ts'
import { migrate } from './schema.ts'

/** Milliseconds to wait for another process that is writing: longer than any of our transactions. */
const busyWait = 5_000
/** Asks in one transaction: bounds how long the first of them waits. */
const groupSize = 500

const port = parentPort
if (!port) throw new Error('this file is a worker thread')
const say = (said: Said): void => port.postMessage(said)

function openFile(): Database.Database {
  const db = new Database(join(String(workerData), 'proofroom.db'), { timeout: busyWait })
  writeAhead(db)
  // FULL: every commit is synced, so that what was answered survives a power cut.
  db.pragma('synchronous = FULL')
  migrate(db)
  return db
}

/** SQLite does not wait by itself here while another process opens the same new file. */
function writeAhead(db: Database.Database): void {
  const until = performance.now() + busyWait
  for (;;) {
    try {
      db.pragma('journal_mode = WAL')
      return
    } catch (error) {
      const isBusy = error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')
      if (!isBusy || performance.now() > until) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
    }
  }
}

function serve(db: Database.Database): void {
  const parts = partsIn(db)
  port?.on('message', (first: Ask | 'close') => {
    const asks: Ask[] = []
    let next: Ask | 'close' | undefined = first
    while (next !== undefined && next !== 'close') {
      asks.push(next)
      next = asks.length < groupSize && port ? receiveMessageOnPort(port)?.message : undefined
    }
    if (asks.length > 0) say({ type: 'answers', answers: answerGroup(db, parts, asks) })
    if (next !== 'close') return
    db.close()
    port?.close()
  })
  say({ type: 'open' })
}

try {
  serve(openFile())
} catch (error) {
  say({ type: 'failed', message: error instanceof Error ? error.message : String(error) })
}
