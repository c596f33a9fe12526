/**
 * Records follow their journal. The entry's insertion is the commit; its records are written after it, as rows of its revision,
 * and the entry is marked `lagging` until they are kept. Whoever opens a stream first writes what lags: doing it twice, or late, changes nothing.
 */
import type { StreamId } from '../../../common/ids.ts'
import type { KeptRecord, RecordWrite } from '../../ports.ts'
import { takenPlaces } from './faults.ts'
import type { EntryRow, Models, RecordRow } from './schema.ts'

type Lagging = Pick<EntryRow, '_id' | 'stream' | 'rev' | 'writes'>

export const entryIdOf = (stream: StreamId, rev: number): string => `${stream}#${rev}`

/** Writes the records of an entry, lets go of what they replace, and marks the entry as kept. */
export async function keepRecords(models: Models, entry: Lagging, writes: readonly RecordWrite[]): Promise<void> {
  const { stream, rev } = entry
  const rows = writes.map((write) => rowOf(entry, write))
  // Rows that are there already were written by somebody who mended the stream: the same ones.
  if (rows.length > 0) await takenPlaces(() => models.records.insertMany(rows, { ordered: false, lean: true }))
  for (const [kind, ids] of Map.groupBy(rows, (row) => row.kind)) {
    await models.records.deleteMany({ stream, kind, id: { $in: ids.map((row) => row.id) }, rev: { $lt: rev } })
  }
  await models.entries.updateOne({ _id: entry._id }, { $set: { lagging: false } })
}

const rowOf = ({ stream, rev }: Lagging, { kind, id, keys, value }: RecordWrite): RecordRow => ({
  _id: `${stream}/${kind}/${id}#${rev}`,
  stream,
  kind,
  id,
  rev,
  keys: value === null ? [] : keys,
  value: value === null ? null : JSON.stringify(value),
})

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

/** Of rows that hold every row of their records, the records: the newest row of each that was not removed. */
export function recordsOf(rows: readonly RecordRow[]): readonly KeptRecord[] {
  const newest = new Map<string, RecordRow>()
  for (const row of rows) {
    const name = `${row.stream}/${row.kind}/${row.id}`
    if (row.rev > (newest.get(name)?.rev ?? 0)) newest.set(name, row)
  }
  return [...newest.values()].flatMap(({ stream, kind, id, rev, keys, value }) =>
    value === null ? [] : [{ stream, kind, id, rev, keys, value: JSON.parse(value) }],
  )
}
