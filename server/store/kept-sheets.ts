/** How snapshots and the entries after them make a sheet: the same for every shelf. */
import type { SheetId } from '../../common/ids.ts'
import type { KeptSheet } from '../ports.ts'

/** A place in the history of a sheet. */
export interface Place {
  readonly epoch: number
  readonly seq: number
}

/** Negative if `a` comes before `b`. */
export const comparePlaces = (a: Place, b: Place): number => a.epoch - b.epoch || a.seq - b.seq

export interface SheetPart extends Place {
  readonly sheet: SheetId
  readonly bytes: Uint8Array
}

/**
 * Sheets as their snapshots and entries say, in order of first appearance. Entries that a snapshot covers, or that belong to an
 * earlier epoch than the newest, are history and left out.
 */
export function keptSheets(snapshots: readonly SheetPart[], entries: readonly SheetPart[]): readonly KeptSheet[] {
  const sheets = new Map<SheetId, { epoch: number; seq: number; parts: Uint8Array[] }>()
  for (const { sheet, epoch, seq, bytes } of snapshots) sheets.set(sheet, { epoch, seq, parts: [bytes] })
  for (const { sheet, epoch, seq, bytes } of [...entries].sort(comparePlaces)) {
    const kept = sheets.get(sheet)
    if (!kept || epoch > kept.epoch) sheets.set(sheet, { epoch, seq, parts: [bytes] })
    else if (epoch === kept.epoch && seq > kept.seq) {
      kept.seq = seq
      kept.parts.push(bytes)
    }
  }
  return [...sheets].map(([sheet, { epoch, seq, parts }]) => ({ sheet, epoch, seq, parts }))
}
