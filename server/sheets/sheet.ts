/**
 * One proof sheet of an open gallery: what is durable, the document that is written, and the pushes on their way.
 *
 * A push is accepted into the document at once and *collected*; a flush makes the collected ones *flying*; the journal's yes makes
 * them durable. A refusal throws the document away, never the accepted pushes of others: it is made again from the durable parts and
 * everything accepted since. While the sheet reads on or folds, pushes wait in line.
 */
import * as Y from 'yjs'
import type { GalleryId, SheetId } from '../../common/ids.ts'
import { sheetHardBytes } from '../../common/limits.ts'
import type { RefusalCode } from '../../common/refusals.ts'
import type { KeptSheet, SheetEntry } from '../ports.ts'
import type { Push, PushOutcome } from './api.ts'
import { Durable } from './durable.ts'
import type { Update } from './flusher.ts'
import { HotSheet, nothingWritten, type Wrote } from './hot-sheet.ts'
import { picksIn, picksOf } from './picks.ts'
import type { SheetSurroundings } from './surroundings.ts'

interface Asked {
  readonly push: Push
  answer(outcome: PushOutcome): void
}
/** A push with its verdict. Refusals wait for what was accepted before them, so that answers keep their order. */
interface Judged {
  readonly asked: Asked
  /** What the document emitted; null if nothing was new, or refused. */
  readonly bytes: Uint8Array | null
  readonly wrote: Wrote
  readonly refused: RefusalCode | null
  readonly undone: RefusalCode | null
}

export class Sheet {
  readonly id: SheetId
  readonly gallery: GalleryId
  readonly durable: Durable
  readonly #around: SheetSurroundings
  #hot: HotSheet | null = null
  #collected: Judged[] = []
  #flying: Judged[] = []
  #waiting: Asked[] = []
  /** The journal may hold more than is known here. */
  #doubtful = false
  #mending: Promise<void> | null = null

  constructor(id: SheetId, gallery: GalleryId, around: SheetSurroundings) {
    this.id = id
    this.gallery = gallery
    this.durable = new Durable(id)
    this.#around = around
  }

  get quiet(): boolean {
    return this.#collected.length === 0 && this.#flying.length === 0 && this.#waiting.length === 0 && this.#mending === null
  }

  /** Nothing is known, on its way, or in doubt: the sheet need not be remembered. */
  get blank(): boolean {
    return this.durable.empty && this.quiet && !this.#doubtful
  }

  push(push: Push): Promise<PushOutcome> {
    return new Promise((answer) => this.#ask({ push, answer }))
  }

  /** Keys of picks this push would write, once nothing is in doubt. */
  async picksIn(bytes: Uint8Array): Promise<readonly string[]> {
    while (this.#mending) await this.#mending
    return picksIn(this.#heat().doc, bytes)
  }

  /** Keys of the picks that stand, once nothing is on its way. */
  picks(): readonly string[] {
    return picksOf(this.#hot?.doc ?? null, this.id, this.durable.parts)
  }

  load(kept: KeptSheet): void {
    this.durable.take(kept)
  }

  /** Another node wrote. What is being read already may have been read before that. */
  async readOn(): Promise<void> {
    await this.#mending
    this.#doubtful = true
    if (this.#flying.length === 0 && this.#collected.length === 0) await this.#mend()
  }

  /** The group's entry, if anything collected is new. */
  depart(at: number): SheetEntry | null {
    this.#flying = this.#collected
    this.#collected = []
    const fresh = this.#flying.filter(({ bytes }) => bytes !== null)
    const updates = fresh.flatMap(({ bytes }) => bytes ?? [])
    const [first, ...more] = updates
    if (!first) return null
    return {
      sheet: this.id,
      gallery: this.gallery,
      epoch: this.durable.epoch,
      seq: this.durable.seq + 1,
      bytes: more.length === 0 ? first : Y.mergeUpdates(updates),
      writes: fresh.map(({ asked: { push }, wrote }) => ({ person: push.viewer.person, connection: push.connection, ...wrote })),
      at,
    }
  }

  kept(entry: SheetEntry): void {
    this.durable.add(entry.bytes)
  }

  tell(updates: readonly Update[]): void {
    this.#around.tell(updates)
  }

  /** Everything flying is durable. */
  answer(): void {
    const settled = this.#flying
    this.#flying = []
    for (const judged of settled) this.#answerOne(judged)
    if (this.#doubtful && this.#collected.length === 0) void this.#mend()
    else this.#tidy()
  }

  /** Whether anything was kept is unknown: all that built on it is void. */
  failed(): void {
    const lost = [...this.#flying, ...this.#collected]
    this.#forget()
    this.#doubtful = true
    void this.#mend().then(() => {
      for (const { asked, refused } of lost) asked.answer(this.#no(refused ?? 'retry'))
    })
  }

  /** Another node took the place: everything is judged again on top of what it wrote. */
  overtaken(): void {
    const again = [...this.#flying, ...this.#collected].map(({ asked }) => asked)
    this.#forget()
    this.#waiting.unshift(...again)
    this.#doubtful = true
    void this.#mend()
  }

  /** Lets go of the document. False while it holds something that is not durable. */
  cool(): boolean {
    if (this.#collected.length > 0 || this.#flying.length > 0) return false
    if (this.#hot && this.durable.parts.length > 1) this.durable.replaceState(Y.encodeStateAsUpdate(this.#hot.doc))
    this.#hot = null
    return true
  }

  async rest(): Promise<void> {
    while (!this.quiet) {
      if (this.#mending) await this.#mending
      else await new Promise((resolve) => setImmediate(resolve))
    }
  }

  #ask(asked: Asked): void {
    if (!this.#doubtful && !this.durable.sealed && this.#mending === null) {
      this.#judge(asked)
      return
    }
    this.#waiting.push(asked)
    if (this.#flying.length === 0 && this.#collected.length === 0) void this.#mend()
  }

  #judge(asked: Asked): void {
    const hot = this.#heat()
    const full =
      this.durable.size + asked.push.bytes.length > sheetHardBytes &&
      (this.durable.state()?.length ?? 0) + asked.push.bytes.length > sheetHardBytes
    const { person } = asked.push.viewer
    const owns = (client: number) => this.#around.ownerOf(client) === person
    const outcome = hot.push({ push: asked.push, now: this.#around.now(), full, owns })
    if (outcome.type === 'kept') {
      this.#collect({ asked, bytes: outcome.bytes, wrote: outcome.wrote, refused: null, undone: outcome.undone })
      return
    }
    const refused = outcome.type === 'refused' ? outcome.code : null
    if (outcome.type === 'refused' && outcome.touched) this.#hot = null
    const judged: Judged = { asked, bytes: null, wrote: nothingWritten, refused, undone: null }
    if (this.#collected.length === 0 && this.#flying.length === 0) this.#answerOne(judged)
    else this.#collect(judged)
  }

  #collect(judged: Judged): void {
    this.#collected.push(judged)
    this.#around.mark(this)
  }

  #heat(): HotSheet {
    const accepted = () => [...this.#flying, ...this.#collected].flatMap(({ bytes }) => bytes ?? [])
    this.#hot ??= new HotSheet(this.id, this.durable.epoch, [...this.durable.parts, ...accepted()])
    this.#around.used(this)
    return this.#hot
  }

  #answerOne({ asked, refused, undone }: Judged): void {
    if (refused) asked.answer(this.#no(refused))
    else asked.answer(undone ? { ok: true, undone: { code: undone } } : { ok: true })
  }

  #no(code: RefusalCode): PushOutcome {
    return { ok: false, refusal: { code }, state: this.durable.state() ?? new Uint8Array([0, 0]) }
  }

  #forget(): void {
    this.#hot = null
    this.#flying = []
    this.#collected = []
  }

  /** Folds when it is time, once nothing is on its way. */
  #tidy(): void {
    if (this.#collected.length > 0 || this.#mending) return
    if (this.durable.loose && this.#hot) this.durable.replaceState(Y.encodeStateAsUpdate(this.#hot.doc))
    if (this.#around.wantsFold(this.durable, this.#hot?.structs ?? 0)) void this.#mend('fold')
    else this.#around.snapshot(this)
  }

  /** Reads on and finishes or makes a fold, alone; then judges whoever waited. */
  #mend(also?: 'fold'): Promise<void> {
    this.#mending ??= this.#mendOnce(also).finally(() => {
      this.#mending = null
      const line = this.#waiting
      this.#waiting = []
      const refuse = this.#doubtful || this.durable.sealed
      for (const asked of line) {
        if (refuse) asked.answer(this.#no('retry'))
        else this.#ask(asked)
      }
    })
    return this.#mending
  }

  async #mendOnce(also?: 'fold'): Promise<void> {
    try {
      const told = await this.#around.mend({ sheet: this, doubtful: this.#doubtful, fold: also === 'fold' })
      this.#doubtful = false
      if (told.length > 0) this.#hot = null
      if (told.length > 0) this.tell(told)
    } catch (fault) {
      this.#doubtful = true
      this.#around.log.error({ err: fault, sheet: this.id }, 'a sheet could not be read on')
    }
  }
}
