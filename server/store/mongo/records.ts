/**
 * Records follow their journal. The entry's insertion is the commit; its records are written after it, each guarded by its revision, and
 * the entry is marked `lagging` until they are kept. Whoever opens a stream first writes what lags: doing it twice, or late, changes nothing.
 */
import type { StreamId } from '../../../common/ids.ts'
import type { KeptRecord, RecordWrite } from '../../ports.ts'
import { insertedOnce } from './faults.ts'
import type { EntryRow, Models, RecordRow } from './schema.ts'

type Lagging = Pick<EntryRow, '_id' | 'stream' | 'rev' | 'writes'>

export const entryIdOf = (stream: StreamId, rev: number): string => `${stream}#${rev}`

/** Writes the records of an entry and marks it as kept. */
export async function keepRecords(models: Models, entry: Lagging, writes: readonly RecordWrite[]): Promise<void> {
  for (let start = 0; start < writes.length; start += atOnce) {
    await Promise.all(writes.slice(start, start + atOnce).map((write) => keepRecord(models, entry, write)))
  }
  await models.entries.updateOne({ _id: entry._id }, { $set: { lagging: false } })
}

/** Records written beside each other: enough to hide the way to the server, few enough for one connection pool. */
const atOnce = 32

async function keepRecord({ records }: Models, { stream, rev }: Lagging, write: RecordWrite): Promise<void> {
  const { kind, id } = write
  const _id = `${stream}/${kind}/${id}`
  const change = {
    rev,
    keys: write.value === null ? [] : [...write.keys],
    value: write.value === null ? null : JSON.stringify(write.value),
  }
  const older = { _id, rev: { $lt: rev } }
  if ((await records.updateOne(older, { $set: change })).matchedCount === 1) return
  const isNew = await insertedOnce(() => records.create({ _id, stream, kind, id, ...change }))
  // Somebody kept it since: an older revision still has to give way.
  if (!isNew) await records.updateOne(older, { $set: change })
}

/** Keeps what lags behind a journal, oldest first. */
export async function mend(models: Models, stream: StreamId): Promise<void> {
  for (const entry of await models.entries.find({ stream, lagging: true }).sort({ rev: 1 }).lean()) {
    await keepRecords(models, entry, JSON.parse(entry.writes))
  }
}

/** Keeps what lags anywhere: after a crash, before anything is looked up by key. */
export async function mendAll(models: Models): Promise<void> {
  const lagging = await models.entries.find({ lagging: true }, { stream: 1 }).lean()
  for (const stream of new Set(lagging.map((entry) => entry.stream))) await mend(models, stream)
}

/** Records that were not removed. */
export const recordsOf = (rows: readonly RecordRow[]): readonly KeptRecord[] =>
  rows.flatMap(({ stream, kind, id, rev, keys, value }) =>
    value === null ? [] : [{ stream, kind, id, rev, keys, value: JSON.parse(value) }],
  )
