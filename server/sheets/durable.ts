/** What is known to be durable of one sheet: never anything uncommitted. */
import * as Y from 'yjs'
import type { SheetId } from '../../common/ids.ts'
import { sheetFoldBytes, sheetFoldStructs, sheetHardBytes } from '../../common/limits.ts'
import type { KeptSheet } from '../ports.ts'
import { isSeal } from './folded.ts'
import { documentOf } from './hot-sheet.ts'

export class Durable {
  readonly sheet: SheetId
  epoch = 1
  seq = 0
  /** Entries since the last snapshot. */
  unfolded = 0
  sealed = false
  /** Size and structs at which folding pays. */
  foldBytes = sheetFoldBytes
  foldStructs = sheetFoldStructs
  #parts: Uint8Array[] = []
  #bytes = 0
  /** Size after the parts were last made one. */
  #compact = 0

  constructor(sheet: SheetId) {
    this.sheet = sheet
  }

  get parts(): readonly Uint8Array[] {
    return this.#parts
  }

  get empty(): boolean {
    return this.#parts.length === 0
  }

  /** Bytes of the parts: at least the size of the state. */
  get size(): number {
    return this.#bytes
  }

  /** Whether making the parts one may be worth its time. */
  get loose(): boolean {
    return this.#parts.length > 1 && this.#bytes > 2 * this.#compact
  }

  add(bytes: Uint8Array): void {
    this.seq++
    this.unfolded++
    this.#parts.push(bytes)
    this.#bytes += bytes.length
    if (this.#parts.length === 1) this.#compact = bytes.length
    if (isSeal(bytes)) this.sealed = true
  }

  /** One part, without what was deleted. */
  state(): Uint8Array | null {
    const [first, ...more] = this.#parts
    if (!first) return null
    return more.length === 0 ? first : this.replaceState(Y.encodeStateAsUpdate(documentOf(this.sheet, this.#parts)))
  }

  /** The same state in other bytes. */
  replaceState(bytes: Uint8Array): Uint8Array {
    this.#parts = [bytes]
    this.#bytes = bytes.length
    this.#compact = bytes.length
    return bytes
  }

  /** A new epoch. What did not shrink is left alone until it has doubled, or reached the hard limit. */
  begin(epoch: number, { bytes, structs }: { readonly bytes: Uint8Array; readonly structs: number }): void {
    const room = bytes.length < sheetHardBytes ? Math.min(2 * bytes.length, sheetHardBytes) : bytes.length + sheetFoldBytes
    this.foldBytes = Math.max(sheetFoldBytes, room)
    this.foldStructs = Math.max(sheetFoldStructs, 2 * structs)
    this.epoch = epoch
    this.seq = 0
    this.unfolded = 0
    this.sealed = false
    this.replaceState(bytes)
  }

  /** Takes over what is kept. `epoch`: it is another lineage than the one known before. */
  take(kept: KeptSheet): 'nothing' | 'update' | 'epoch' {
    const { epoch, seq } = this
    if (kept.epoch < epoch || (kept.epoch === epoch && kept.seq <= seq)) return 'nothing'
    const known = this.#parts.length > 0
    this.epoch = kept.epoch
    this.seq = kept.seq
    this.unfolded = kept.parts.length
    this.sealed = isSeal(kept.parts.at(-1))
    this.#parts = [...kept.parts]
    this.#bytes = kept.parts.reduce((sum, part) => sum + part.length, 0)
    this.#compact = kept.parts[0]?.length ?? 0
    return known && kept.epoch > epoch ? 'epoch' : 'update'
  }
}
