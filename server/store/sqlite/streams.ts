/** Histories of commits and the records they leave: an entry and its records in one transaction, so that neither lags behind the other. */
import type { Database } from 'better-sqlite3'
import type { PersonId, StreamId } from '../../../common/ids.ts'
import type { KeptRecord, StreamEntry, Streams } from '../../ports.ts'
import type { Direct } from './direct.ts'
import { pastCommitsIn } from './past.ts'

export interface EntryRow {
  readonly stream: StreamId
  readonly rev: number
  readonly command_id: string | null
  readonly command: string
  readonly writes: string
  readonly by: PersonId | null
  readonly at: number
}

interface RecordRow {
  readonly stream: StreamId
  readonly kind: string
  readonly id: string
  readonly rev: number
  readonly keys: string
  readonly value: string
}

export function streamsIn(db: Database): Direct<Streams> {
  const insert = db.prepare<[EntryRow]>(
    'INSERT INTO entries VALUES (@stream, @rev, @command_id, @command, @writes, @by, @at) ON CONFLICT DO NOTHING',
  )
  const head = db.prepare<[string], number | null>('SELECT max(rev) FROM entries WHERE stream = ?').pluck()
  const records = db.prepare<[string], RecordRow>('SELECT * FROM records WHERE stream = ? ORDER BY kind, id')
  const after = db.prepare<[string, number, number], EntryRow>('SELECT * FROM entries WHERE stream = ? AND rev > ? ORDER BY rev LIMIT ?')
  const newest = db.prepare<[string, number], EntryRow>('SELECT * FROM entries WHERE stream = ? ORDER BY rev DESC LIMIT ?')
  const byKey = db.prepare<[string], RecordRow>(
    'SELECT records.* FROM record_keys JOIN records USING (stream, kind, id) WHERE key = ? ORDER BY stream, kind, id',
  )
  const past = pastCommitsIn(db)
  const write = writerOfRecords(db)

  const commit = db.transaction((entry: StreamEntry) => {
    if (insert.run(rowOf(entry)).changes === 0) return 'conflict' as const
    write(entry)
    return 'ok' as const
  })

  return {
    commit: (entry) => commit.immediate(entry),
    load(stream) {
      const rev = head.get(stream) ?? null
      return rev === null ? null : { rev, records: records.all(stream).map(recordOf) }
    },
    entries: (stream, rev, limit) => after.all(stream, rev, limit).map(entryOf),
    recent: (stream, limit) => newest.all(stream, limit).map(entryOf),
    past: (ask) => past(ask).map(entryOf),
    find: (key) => byKey.all(key).map(recordOf),
  }
}

function writerOfRecords(db: Database): (entry: StreamEntry) => void {
  const dropKeys = db.prepare<[string, string, string, string]>(
    'DELETE FROM record_keys WHERE stream = ? AND kind = ? AND id = ? AND key IN (SELECT value FROM json_each(?))',
  )
  const addKey = db.prepare<[string, string, string, string]>('INSERT INTO record_keys VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING')
  const keysOf = db.prepare<[string, string, string], string>('SELECT keys FROM records WHERE stream = ? AND kind = ? AND id = ?').pluck()
  const drop = db.prepare<[string, string, string]>('DELETE FROM records WHERE stream = ? AND kind = ? AND id = ?')
  const upsert = db.prepare<[RecordRow]>('INSERT OR REPLACE INTO records VALUES (@stream, @kind, @id, @rev, @keys, @value)')

  return ({ stream, rev, writes }) => {
    for (const { kind, id, keys, value } of writes) {
      const wanted = JSON.stringify(value === null ? [] : keys)
      const kept = keysOf.get(stream, kind, id) ?? '[]'
      if (kept !== wanted) {
        dropKeys.run(stream, kind, id, kept)
        if (value !== null) for (const key of keys) addKey.run(key, stream, kind, id)
      }
      if (value === null) drop.run(stream, kind, id)
      else upsert.run({ stream, kind, id, rev, keys: wanted, value: JSON.stringify(value) })
    }
  }
}

const rowOf = (entry: StreamEntry): EntryRow => ({
  stream: entry.stream,
  rev: entry.rev,
  command_id: entry.commandId,
  command: JSON.stringify(entry.command ?? null),
  writes: JSON.stringify(entry.writes),
  by: entry.by,
  at: entry.at,
})

const entryOf = (row: EntryRow): StreamEntry => ({
  stream: row.stream,
  rev: row.rev,
  commandId: row.command_id,
  command: JSON.parse(row.command),
  writes: JSON.parse(row.writes),
  by: row.by,
  at: row.at,
})

const recordOf = (row: RecordRow): KeptRecord => ({ ...row, keys: JSON.parse(row.keys), value: JSON.parse(row.value) })
