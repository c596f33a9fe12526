/** The durable log of proof sheets. The unique place (sheet, epoch, seq) is the fence between nodes. */
import type { Journal, SheetEntry, SheetSnapshot } from '../../ports.ts'
import { comparePlaces, keptSheets, type Place, type SheetPart } from '../kept-sheets.ts'
import { insertedOnce, takenPlaces } from './faults.ts'
import type { Asked } from './in-flight.ts'
import { pastPushes } from './past.ts'
import type { Models, SheetEntryRow, SnapshotRow } from './schema.ts'

type SheetLog = Pick<Journal, 'append' | 'loadGallery' | 'loadSheet' | 'history' | 'past' | 'fold'>

export function journalIn(models: Models, asked: Asked): SheetLog {
  const { sheetEntries, snapshots } = models
  const inOrder = { sheet: 1, epoch: 1, seq: 1 } as const

  // Entries before snapshots: what a snapshot folds away in between has been read already. In the order of their index, so that no
  // entry is seen without the one before it.
  const load = async (entriesOf: object, snapshotsOf: object) => {
    const entries = await sheetEntries
      .find({ ...entriesOf, folded: false }, { sheet: 1, epoch: 1, seq: 1, bytes: 1 })
      .sort(inOrder)
      .lean()
    const folded = await snapshots.find(snapshotsOf).sort(inOrder).lean()
    return keptSheets(folded.map(partOf), entries.map(partOf))
  }

  return {
    append: (entries) => asked(() => append(models, entries)),
    loadGallery: (gallery) => asked(() => load({ gallery }, { gallery })),
    loadSheet: (sheet) => asked(async () => (await load({ sheet }, { sheet }))[0] ?? null),
    history: (sheet, limit) =>
      asked(async () => (await sheetEntries.find({ sheet }).sort({ epoch: -1, seq: -1 }).limit(limit).lean()).reverse().map(entryOf)),
    past: (gallery, ask) => asked(() => pastPushes(models, gallery, ask)),
    fold: (snapshot, keepAfter) => asked(() => fold(models, snapshot, keepAfter)),
  }
}

async function append({ sheetEntries, snapshots }: Models, entries: readonly SheetEntry[]): Promise<readonly ('ok' | 'conflict')[]> {
  const sheets = [...new Set(entries.map(({ sheet }) => sheet))]
  const covered = async (): Promise<readonly boolean[]> => {
    const folded = await snapshots.find({ sheet: { $in: sheets } }, { sheet: 1, epoch: 1, seq: 1 }).lean()
    return entries.map((entry) => folded.some((place) => place.sheet === entry.sheet && comparePlaces(entry, place) <= 0))
  }

  const before = await covered()
  const wanted = entries.map((entry, place) => ({ entry, place })).filter(({ place }) => !before[place])
  if (wanted.length === 0) return entries.map(() => 'conflict')
  const rows = wanted.map(({ entry }) => rowOf(entry))
  const taken = await takenPlaces(() => sheetEntries.insertMany(rows, { ordered: false, lean: true }))
  // The place may have been freed by a fold since. Its writer then loads, checks and tries again: what is there already changes nothing.
  const after = await covered()
  const conflicts = new Set(wanted.filter((_, index) => taken.has(index)).map(({ place }) => place))
  return entries.map((_, place) => (after[place] || conflicts.has(place) ? 'conflict' : 'ok'))
}

async function fold({ sheetEntries, snapshots }: Models, snapshot: SheetSnapshot, keepAfter: number): Promise<boolean> {
  const { sheet, epoch, seq } = snapshot
  const newest = async (): Promise<Place | null> => snapshots.findOne({ sheet }, { epoch: 1, seq: 1 }).sort({ epoch: -1, seq: -1 }).lean()
  const kept = await newest()
  if (kept && comparePlaces(snapshot, kept) <= 0) return false
  if (!(await insertedOnce(() => snapshots.create({ ...snapshot, bytes: bufferOf(snapshot.bytes) })))) return false
  const now = await newest()
  if (now && comparePlaces(snapshot, now) < 0) {
    await snapshots.deleteOne({ sheet, epoch, seq })
    return false
  }
  const below = { sheet, $or: [{ epoch: { $lt: epoch } }, { epoch, seq: { $lte: seq } }] }
  await sheetEntries.deleteMany({ ...below, at: { $lt: keepAfter } })
  await sheetEntries.updateMany({ ...below, folded: false }, { $set: { folded: true } })
  await snapshots.deleteMany({ sheet, $or: [{ epoch: { $lt: epoch } }, { epoch, seq: { $lt: seq } }] })
  return true
}

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
const bytesOf = (buffer: Buffer): Uint8Array => new Uint8Array(buffer)
const partOf = ({ sheet, epoch, seq, bytes }: Pick<SnapshotRow, keyof SheetPart>): SheetPart => ({
  sheet,
  epoch,
  seq,
  bytes: bytesOf(bytes),
})

const rowOf = (entry: SheetEntry): SheetEntryRow => ({
  sheet: entry.sheet,
  gallery: entry.gallery,
  epoch: entry.epoch,
  seq: entry.seq,
  bytes: bufferOf(entry.bytes),
  writes: JSON.stringify(entry.writes),
  at: entry.at,
  folded: false,
})

const entryOf = (row: SheetEntryRow): SheetEntry => ({
  sheet: row.sheet,
  gallery: row.gallery,
  epoch: row.epoch,
  seq: row.seq,
  bytes: bytesOf(row.bytes),
  writes: JSON.parse(row.writes),
  at: row.at,
})
