/** The durable log of proof sheets. The unique place (sheet, epoch, seq) is the fence between writers. */
import type { Database } from 'better-sqlite3'
import type { GalleryId, SheetId } from '../../../common/ids.ts'
import type { SheetEntry, SheetSnapshot } from '../../ports.ts'
import { comparePlaces, keptSheets, type Place, type SheetPart } from '../kept-sheets.ts'
import { clientsIn } from './clients.ts'
import type { DirectJournal } from './direct.ts'
import { type EntryRow, unpackEntries } from './packed-entries.ts'
import { pastPushesIn } from './past.ts'

export function journalIn(db: Database): DirectJournal {
  const insert = db.prepare<[EntryRow]>(
    `INSERT INTO sheet_entries (sheet, epoch, seq, gallery, bytes, writes, at)
     VALUES (@sheet, @epoch, @seq, @gallery, @bytes, @writes, @at) ON CONFLICT DO NOTHING`,
  )
  const newest = db.prepare<[string, number], EntryRow>('SELECT * FROM sheet_entries WHERE sheet = ? ORDER BY epoch DESC, seq DESC LIMIT ?')
  const folded = db.prepare<[string], Place>('SELECT epoch, seq FROM sheet_snapshots WHERE sheet = ?')
  const upsert = db.prepare<[SheetSnapshot]>('INSERT OR REPLACE INTO sheet_snapshots VALUES (@sheet, @gallery, @epoch, @seq, @bytes)')
  const drop = db.prepare<[{ sheet: string; epoch: number; seq: number; before: number }]>(
    'DELETE FROM sheet_entries WHERE sheet = @sheet AND (epoch < @epoch OR (epoch = @epoch AND seq <= @seq)) AND at < @before',
  )
  const parts = partsIn(db)

  const appendOne = (entry: EntryRow): 'ok' | 'conflict' => {
    // A folded entry's place may be free again in the table, never in the history.
    const snapshot = folded.get(entry.sheet)
    if (snapshot && comparePlaces(entry, snapshot) <= 0) return 'conflict'
    return insert.run(entry).changes === 1 ? 'ok' : 'conflict'
  }
  const append = db.transaction((entries: readonly EntryRow[]) => entries.map(appendOne))

  const fold = db.transaction((snapshot: SheetSnapshot, keepAfter: number) => {
    const kept = folded.get(snapshot.sheet)
    if (kept && comparePlaces(snapshot, kept) <= 0) return false
    upsert.run(snapshot)
    drop.run({ sheet: snapshot.sheet, epoch: snapshot.epoch, seq: snapshot.seq, before: keepAfter })
    return true
  })

  return {
    append: (entries) => append.immediate(unpackEntries(entries)),
    loadGallery: (gallery) => keptSheets(parts.snapshotsOfGallery(gallery), parts.entriesOfGallery(gallery)),
    loadSheet: (sheet) => keptSheets(parts.snapshotsOfSheet(sheet), parts.entriesOfSheet(sheet))[0] ?? null,
    history: (sheet, limit) => newest.all(sheet, limit).reverse().map(entryOf),
    past: pastPushesIn(db),
    fold: (snapshot, keepAfter) => fold.immediate(snapshot, keepAfter),
    ...clientsIn(db),
  }
}

function partsIn(db: Database) {
  const snapshots = 'SELECT sheet, epoch, seq, bytes FROM sheet_snapshots'
  const entries = `SELECT e.sheet, e.epoch, e.seq, e.bytes FROM sheet_entries e LEFT JOIN sheet_snapshots s ON s.sheet = e.sheet
    WHERE (s.sheet IS NULL OR e.epoch > s.epoch OR (e.epoch = s.epoch AND e.seq > s.seq))`
  const snapshotsOfGallery = db.prepare<[string], SheetPart>(`${snapshots} WHERE gallery = ?`)
  const snapshotsOfSheet = db.prepare<[string], SheetPart>(`${snapshots} WHERE sheet = ?`)
  const entriesOfGallery = db.prepare<[string], SheetPart>(`${entries} AND e.gallery = ?`)
  const entriesOfSheet = db.prepare<[string], SheetPart>(`${entries} AND e.sheet = ?`)

  return {
    snapshotsOfGallery: (gallery: GalleryId) => snapshotsOfGallery.all(gallery),
    snapshotsOfSheet: (sheet: SheetId) => snapshotsOfSheet.all(sheet),
    entriesOfGallery: (gallery: GalleryId) => entriesOfGallery.all(gallery),
    entriesOfSheet: (sheet: SheetId) => entriesOfSheet.all(sheet),
  }
}

const entryOf = (row: EntryRow): SheetEntry => ({
  sheet: row.sheet,
  gallery: row.gallery,
  epoch: row.epoch,
  seq: row.seq,
  bytes: row.bytes,
  writes: JSON.parse(row.writes),
  at: row.at,
})
