import type { StreamId } from '../../../common/ids.ts'
import type { KeptRecord, LoadedStream, StreamEntry, Streams } from '../../ports.ts'
import { insertedOnce } from './faults.ts'
import type { Asked } from './in-flight.ts'
import { pastCommits } from './past.ts'
import { entryIdOf, keepRecords, mend, mendAll, recordsOf } from './records.ts'
import type { EntryRow, Models } from './schema.ts'

/** A stream committed to on every try would be a fault of ours, not traffic. */
const loadTries = 50

export function streamsIn(models: Models, asked: Asked): Streams {
  const { entries } = models

  return {
    commit: (entry) => asked(() => commit(models, entry)),
    load: (stream) => asked(() => load(models, stream)),
    entries: (stream, after, limit) =>
      asked(async () =>
        (
          await entries
            .find({ stream, rev: { $gt: after } })
            .sort({ rev: 1 })
            .limit(limit)
            .lean()
        ).map(entryOf),
      ),
    recent: (stream, limit) => asked(async () => (await entries.find({ stream }).sort({ rev: -1 }).limit(limit).lean()).map(entryOf)),
    past: (ask) => asked(async () => (await pastCommits(models, ask)).map(entryOf)),
    find: (key) => asked(() => find(models, key)),
  }
}

async function commit(models: Models, entry: StreamEntry): Promise<'ok' | 'conflict'> {
  const row = rowOf(entry)
  if (!(await insertedOnce(() => models.entries.create(row)))) return 'conflict'
  try {
    await keepRecords(models, row, entry.writes)
  } catch {
    // The insertion was the commit and is durable: the answer is `ok`, and the records are kept by whoever comes next.
  }
  return 'ok'
}

async function find(models: Models, key: string): Promise<readonly KeptRecord[]> {
  await mendAll(models)
  const marked = await models.records.find({ keys: key }, { stream: 1, kind: 1, id: 1 }).lean()
  if (marked.length === 0) return []
  // A row that was replaced may still carry the key: the newest row of its record decides.
  const records = marked.map(({ stream, kind, id }) => ({ stream, kind, id }))
  const rows = await models.records.find({ $or: records }).sort({ stream: 1, kind: 1, id: 1, rev: 1 }).lean()
  return recordsOf(rows).filter((record) => record.keys.includes(key))
}

/** Revision, then records: a record of a later revision means that somebody committed in between, so look again. */
async function load(models: Models, stream: StreamId): Promise<LoadedStream | null> {
  for (let tries = 0; tries < loadTries; tries += 1) {
    const head = await models.entries.findOne({ stream }, { rev: 1 }).sort({ rev: -1 }).lean()
    if (!head) return null
    await mend(models, stream)
    const rows = await models.records.find({ stream }).sort({ stream: 1, kind: 1, id: 1, rev: 1 }).lean()
    if (rows.every((row) => row.rev <= head.rev)) return { rev: head.rev, records: recordsOf(rows) }
  }
  throw new Error(`${stream} changed during each of ${loadTries} tries to load it`)
}

const rowOf = (entry: StreamEntry): EntryRow => ({
  _id: entryIdOf(entry.stream, entry.rev),
  stream: entry.stream,
  rev: entry.rev,
  commandId: entry.commandId,
  command: JSON.stringify(entry.command ?? null),
  writes: JSON.stringify(entry.writes),
  by: entry.by,
  at: entry.at,
  lagging: true,
})

const entryOf = (row: EntryRow): StreamEntry => ({
  stream: row.stream,
  rev: row.rev,
  commandId: row.commandId,
  command: JSON.parse(row.command),
  writes: JSON.parse(row.writes),
  by: row.by,
  at: row.at,
})
