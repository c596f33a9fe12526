/** What was done before, newest first. Whatever is asked for besides is looked for in the rows on the way. */
import type { Database } from 'better-sqlite3'
import type { GalleryId, SheetId } from '../../../common/ids.ts'
import type { PastCommitsAsk, PastPush, PastPushesAsk, PushPlace } from '../../ports-past.ts'
import { namedIn, sheetsEnd, sheetsStart, wroteOn } from '../past-text.ts'
import { heard } from './schema.ts'
import type { EntryRow } from './streams.ts'

export function pastCommitsIn(db: Database): (ask: PastCommitsAsk) => EntryRow[] {
  return ({ stream, before, limit, beginnings, by, photo, since }) => {
    const begins = beginnings.map((_, i) => `substr(command, 1, length(@begin${i})) = @begin${i}`)
    const where = [heard, 'stream = @stream', 'at >= @since', `(${begins.join(' OR ')})`]
    if (before !== null) where.push('rev < @before')
    if (by) where.push('(by = @by OR (by IS NULL AND instr(command, @person) > 0))')
    if (photo) where.push('instr(writes, @photo) > 0')
    const named = Object.fromEntries(beginnings.map((begin, i) => [`begin${i}`, begin]))
    const more = { by, person: by && namedIn('person', by), photo: photo && `"${photo}"` }
    // Left to itself SQLite walks along all commits of the stream.
    return db
      .prepare<[object], EntryRow>(
        `SELECT * FROM entries INDEXED BY entries_heard WHERE ${where.join(' AND ')} ORDER BY rev DESC LIMIT @limit`,
      )
      .all({ stream, before, limit, since, ...named, ...more })
  }
}

interface PushRow extends PushPlace {
  readonly gallery: GalleryId
  readonly sheet: SheetId
  readonly writes: string
}

export function pastPushesIn(db: Database): (gallery: GalleryId, ask: PastPushesAsk) => PastPush[] {
  return (gallery, { before, limit, by, photo, roots, since }) => {
    // A photo's own entries are few: with the plus they are not looked for along all others.
    const far = photo ? '+' : ''
    const where = [
      `${far}gallery = @gallery`,
      `${far}at >= @since`,
      `(${roots.map((_, i) => `instr(writes, @root${i}) > 0`).join(' OR ')})`,
    ]
    if (before) where.push(`${far}at <= @at AND (at, sheet, epoch, seq) < (@at, @sheet, @epoch, @seq)`)
    if (by) where.push('instr(writes, @by) > 0')
    if (photo) where.push('sheet >= @first AND sheet < @last')
    const named = Object.fromEntries(roots.map((root, i) => [`root${i}`, wroteOn(root)]))
    const more = { by: by && namedIn('person', by), first: photo && sheetsStart(photo), last: photo && sheetsEnd(photo) }
    // Left to itself SQLite walks along all commits of the stream.
    return db
      .prepare<[object], PushRow>(
        `SELECT sheet, gallery, epoch, seq, at, writes FROM sheet_entries WHERE ${where.join(' AND ')}
         ORDER BY at DESC, sheet DESC, epoch DESC, seq DESC LIMIT @limit`,
      )
      .all({ gallery, limit, since, ...before, ...named, ...more })
      .map((row) => ({ ...row, writes: JSON.parse(row.writes) }))
  }
}
