/** How far other nodes said to have written each sheet: what is to be read on, and what need not be said back. */
import type { SheetId } from '../../common/ids.ts'
import type { Reach } from '../sheets/api.ts'

export class OtherNodes {
  readonly #said = new Map<SheetId, Reach>()
  #unread = new Set<SheetId>()

  /** True for the first one since the last reading: whoever hears it sees to the next reading. */
  hear(sheet: SheetId, reach: Reach): boolean {
    const first = this.#unread.size === 0
    this.#said.set(sheet, reach)
    this.#unread.add(sheet)
    return first
  }

  /** Sheets to read on, once. */
  take(): readonly SheetId[] {
    const sheets = [...this.#unread]
    this.#unread.clear()
    return sheets
  }

  /** Whether another node is where this one has come to, as it said itself. */
  said(sheet: SheetId, reach: Reach): boolean {
    const said = this.#said.get(sheet)
    if (said === undefined) return false
    this.#said.delete(sheet)
    return reaches(said, reach)
  }
}

export function reaches(reach: Reach, other: Reach): boolean {
  return reach.epoch > other.epoch || (reach.epoch === other.epoch && reach.seq >= other.seq)
}
