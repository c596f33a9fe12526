/** Yjs client ids of one connection. An id serves any number of sheets, each sheet once: a document made anew needs one nothing was written under. */
import type { SheetId } from '../../common/ids.ts'

/** No id the server ever gives. */
const unconnected = 1

export class ClientIds {
  readonly #used = new Map<SheetId, Set<number>>()
  readonly #given = new Map<SheetId, number>()
  #first = 0
  #count = 0
  readonly #exhausted: () => void

  /** `exhausted`: a new block is needed (a new join brings one). */
  constructor(exhausted: () => void) {
    this.#exhausted = exhausted
  }

  block(first: number, count: number): void {
    this.#first = first
    this.#count = count
    this.#used.clear()
    this.#given.clear()
  }

  /** The server named the next id of a sheet. */
  give(sheet: SheetId, client: number): void {
    this.#given.set(sheet, client)
  }

  next(sheet: SheetId): number {
    // Before the first join: everything is done again under ids of its connection.
    if (this.#count === 0) return unconnected
    const used = this.#used.get(sheet) ?? new Set<number>()
    this.#used.set(sheet, used)
    const id = this.#free(sheet, used)
    used.add(id)
    this.#given.delete(sheet)
    if (used.size >= this.#count - 1) this.#exhausted()
    return id
  }

  #free(sheet: SheetId, used: ReadonlySet<number>): number {
    const given = this.#given.get(sheet)
    if (given !== undefined && !used.has(given)) return given
    let id = this.#first
    while (used.has(id) && id < this.#first + this.#count - 1) id++
    return id
  }
}
