/** Entries of sheets on their way to the database thread: one text and one run of bytes, whatever a group carries. Cloning each costs many times more. */
import type { GalleryId, SheetId } from '../../../common/ids.ts'
import type { SheetEntry } from '../../ports.ts'

export interface PackedEntries {
  /** JSON of one list for each entry. */
  readonly text: string
  /** Of all entries, in their order; in a buffer of its own: a view would send the whole buffer behind it. */
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** As the table has it. `writes`: JSON. */
export interface EntryRow {
  readonly sheet: SheetId
  readonly gallery: GalleryId
  readonly epoch: number
  readonly seq: number
  readonly bytes: Uint8Array
  readonly writes: string
  readonly at: number
}

type Packed = readonly [SheetId, GalleryId, number, number, number, string, number]

export function packEntries(entries: readonly SheetEntry[]): PackedEntries {
  const bytes = new Uint8Array(entries.reduce((sum, entry) => sum + entry.bytes.length, 0))
  let end = 0
  const rows = entries.map((entry): Packed => {
    bytes.set(entry.bytes, end)
    end += entry.bytes.length
    return [entry.sheet, entry.gallery, entry.epoch, entry.seq, entry.bytes.length, JSON.stringify(entry.writes), entry.at]
  })
  return { text: JSON.stringify(rows), bytes }
}

export function unpackEntries({ text, bytes }: PackedEntries): readonly EntryRow[] {
  let end = 0
  return (JSON.parse(text) as readonly Packed[]).map(([sheet, gallery, epoch, seq, length, writes, at]) => {
    const own = bytes.subarray(end, end + length)
    end += length
    return { sheet, gallery, epoch, seq, bytes: own, writes, at }
  })
}
