/** Which sheets of the process hold a document: those used last. */
import type { Sheet } from './sheet.ts'

/** Memory of all documents together, roughly; a proofing evening's sheets stay in it, since making a document costs more than a push. */
const room = 64 * 1024 * 1024
/** Memory of a document: a little for itself, and for each byte of its state. */
const own = 7 * 1024
const perByte = 8

export class HotShelf {
  /** What each weighs as of its last use, oldest use first. */
  readonly #weights = new Map<Sheet, number>()
  #total = 0

  used(sheet: Sheet): void {
    this.drop(sheet)
    const weight = own + perByte * sheet.durable.size
    this.#weights.set(sheet, weight)
    this.#total += weight
    if (this.#total <= room) return
    for (const oldest of this.#weights.keys()) {
      if (oldest === sheet || !oldest.cool()) continue
      this.drop(oldest)
      if (this.#total <= room) return
    }
  }

  drop(sheet: Sheet): void {
    this.#total -= this.#weights.get(sheet) ?? 0
    this.#weights.delete(sheet)
  }
}
