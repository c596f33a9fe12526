/** One server for one data folder. The system lets go of the lock when the process ends, however it ends. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'

/** Milliseconds to wait for a server that is just stopping, as when it is restarted. */
const patience = 3_000

/** Null when another server holds the folder. */
export function lockFolder(folder: string): { release(): void } | null {
  mkdirSync(folder, { recursive: true })
  const file = new Database(join(folder, 'lock.db'), { timeout: patience })
  try {
    file.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    file.close()
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null
    throw error
  }
  return { release: () => file.close() }
}
