/** Which sheets of the process hold a document: those used last. */
import type { Sheet } from './sheet.ts'

/** Documents in memory: about 7 KB each when small. */
const most = 1_000

export class HotShelf {
  /** Oldest use first. */
  readonly #sheets = new Set<Sheet>()

  used(sheet: Sheet): void {
    this.#sheets.delete(sheet)
    this.#sheets.add(sheet)
    if (this.#sheets.size <= most) return
    for (const oldest of this.#sheets) {
      if (oldest === sheet || !oldest.cool()) continue
      this.#sheets.delete(oldest)
      return
    }
  }

  drop(sheet: Sheet): void {
    this.#sheets.delete(sheet)
  }
}
