/**
 * One sheet on this page. What the server confirmed is kept as bytes; a Y.Doc is made only while acts of this page wait.
 * Invariant: `doc` = confirmed bytes + waiting acts, in order. A mark that waits alone is shown at once and written into a document only
 * when it is sent or the sheet changes: ten thousand marks are one act.
 */
import * as Y from 'yjs'
import { edit, markAfter } from '../../common/sheet/edit.ts'
import { readSheet } from '../../common/sheet/read.ts'
import type { SheetContent } from '../../common/sheet/shape.ts'
import { markKeyOf, type SheetPlace } from './audience.ts'
import { applied, leftOf, redone, remembering } from './mark-replay.ts'
import type { SheetEntry } from './outbox-entry.ts'
import { readBytes } from './read-bytes.ts'

/** An act in the document and not confirmed. */
interface Waiting {
  readonly entry: SheetEntry
  readonly update: Uint8Array
  /** Yjs client it was written under, and the clock after it; null where it only took something away. */
  readonly client: number
  readonly clock: number | null
}
export interface Parcel {
  readonly entries: readonly SheetEntry[]
  readonly bytes: Uint8Array
}

/** Pieces of confirmed bytes after which they are merged. */
const mergeAfter = 32

export class Replica {
  readonly place: SheetPlace
  /** From before a fresh snapshot, shown until the new state is here. */
  stale = false
  #confirmed: Uint8Array[] = []
  #doc: Y.Doc | null = null
  #client = 0
  #waiting: Waiting[] = []
  /** Shown and not written yet. There is no document then, and nothing else waits. */
  #unwritten: { readonly entry: SheetEntry; readonly client: () => number; readonly fresh: boolean } | null = null
  #content: SheetContent | null = null
  /** Another page's mark met waiting ones, and Yjs has dropped one of two: shown is what a `rebuild` will make of them. */
  #met = false

  constructor(place: SheetPlace) {
    this.place = place
  }

  get waiting(): number {
    return this.#unwritten ? 1 : this.#waiting.length
  }

  get entries(): readonly SheetEntry[] {
    return this.#unwritten ? [this.#unwritten.entry] : this.#waiting.map(({ entry }) => entry)
  }

  /** What the server confirmed; null: nothing, or from before a fresh snapshot. */
  get confirmed(): Uint8Array | null {
    if (this.stale || this.#confirmed.length === 0) return null
    const [only] = this.#confirmed
    return this.#confirmed.length === 1 && only ? only : Y.mergeUpdates(this.#confirmed)
  }

  /** What nobody looked at since it changed needs no comparing. */
  get read(): SheetContent | null {
    return this.#content
  }

  content(): SheetContent {
    this.#content ??= this.#doc ? this.#shown(this.#doc) : readBytes(this.place.id, this.#confirmed)
    return this.#content
  }

  #shown(doc: Y.Doc): SheetContent {
    const content = readSheet(doc)
    if (!this.#met) return content
    return { ...content, marks: redone(readBytes(this.place.id, this.#confirmed), this.entries, (entry) => this.#keyOf(entry)) }
  }

  /** The whole sheet as the server has it. Waiting acts stay in sight only after `rebuild`. */
  takeState(bytes: Uint8Array): void {
    this.stale = false
    this.#confirmed = bytes.length > 0 ? [bytes] : []
    if (this.waiting === 0) this.#forgetDoc()
  }

  /** True if it met a mark that waiting acts set too: a mark is one value, and of two Yjs drops one. They must be done again on top. */
  takeUpdate(bytes: Uint8Array): boolean {
    this.#write()
    // States come before updates: of a sheet without one the snapshot had nothing, and this is its beginning.
    if (this.stale) this.takeState(new Uint8Array())
    this.#confirm(bytes)
    this.#content = null
    if (!this.#doc) return false
    const own = new Set(this.entries.filter(({ command }) => command.type === 'mark:set').map((entry) => this.#keyOf(entry)))
    const met = applied(this.#doc, bytes, own)
    this.#met ||= met
    return met
  }

  /** The act as it is to be kept: it may have to be done again on what the sheet has become. */
  remembering(entry: SheetEntry): SheetEntry {
    return remembering(entry, this.content(), this.#keyOf(entry))
  }

  /** False if the act changed nothing: nothing is to be saved. `client` gives a client id nothing was written under. `fresh`: as in `leftOf`. */
  act(entry: SheetEntry, client: () => number, fresh = true): boolean {
    if (this.waiting === 0 && entry.command.type === 'mark:set') return this.#show(entry, client, fresh)
    this.#write()
    return this.#do(entry, client, fresh)
  }

  #show(entry: SheetEntry, client: () => number, fresh: boolean): boolean {
    const content = this.content()
    const key = this.#keyOf(entry)
    const left = leftOf(entry, { content, key, fresh })
    if (left?.command.type !== 'mark:set') return false
    const mark = markAfter(content.marks[key], left.command, { person: entry.person, at: left.at })
    if (!mark) return false
    this.#unwritten = { entry, client, fresh }
    this.#content = { ...content, marks: { ...content.marks, [key]: mark } }
    return true
  }

  #write(): void {
    const unwritten = this.#unwritten
    this.#unwritten = null
    if (unwritten) this.#do(unwritten.entry, unwritten.client, unwritten.fresh)
  }

  #do(entry: SheetEntry, client: () => number, fresh: boolean): boolean {
    const doc = this.#open(client)
    const key = this.#keyOf(entry)
    const left = leftOf(entry, { content: readSheet(doc), key, fresh })
    if (!left) return false
    const before = Y.encodeStateVector(doc)
    const from = Y.getState(doc.store, doc.clientID)
    const updates: Uint8Array[] = []
    const keep = (update: Uint8Array) => updates.push(update)
    doc.on('update', keep)
    edit(doc, left.command, { person: entry.person, key, at: left.at })
    doc.off('update', keep)
    const [only, more] = updates
    if (!only) return false
    // Taking away writes nothing that could be found again.
    const end = Y.getState(doc.store, doc.clientID)
    const update = more ? Y.encodeStateAsUpdate(doc, before) : only
    this.#waiting.push({ entry, update, client: doc.clientID, clock: end > from ? end : null })
    this.#content = null
    return true
  }

  /** The oldest waiting acts that fit into `bytes`, at least one. */
  parcel(bytes: number, alone: boolean): Parcel | null {
    this.#write()
    const taken: Waiting[] = []
    let size = 0
    for (const waiting of this.#waiting) {
      if (taken.length > 0 && (alone || size + waiting.update.length > bytes)) break
      taken.push(waiting)
      size += waiting.update.length
    }
    const [only, more] = taken
    if (!only) return null
    const merged = more ? Y.mergeUpdates(taken.map(({ update }) => update)) : only.update
    return { entries: taken.map(({ entry }) => entry), bytes: merged }
  }

  /** The server has kept these. */
  saved({ entries, bytes }: Parcel): void {
    this.#drop(entries)
    this.#confirm(bytes)
    if (this.#waiting.length === 0) this.#rest()
  }

  /** These will never be kept: gone from the queue; gone from sight with the next `rebuild`. */
  undo(entries: readonly SheetEntry[]): void {
    this.#write()
    this.#drop(entries)
  }

  /** Waiting acts at other times; the document has them with the next `rebuild`. */
  retime(timed: (entry: SheetEntry) => SheetEntry): void {
    this.#waiting = this.#waiting.map((one) => ({ ...one, entry: timed(one.entry) }))
    if (this.#unwritten) this.#unwritten = { ...this.#unwritten, entry: timed(this.#unwritten.entry) }
  }

  /**
   * A new document with a new client id from what is confirmed, and the waiting acts done again. Returns those there is nothing left to
   * do of: they changed nothing, or the server has kept them although its answer never came.
   */
  rebuild(client: () => number): readonly SheetEntry[] {
    const unwritten = this.#unwritten
    this.#unwritten = null
    const again = this.#waiting
    this.#waiting = []
    this.#forgetDoc()
    this.#client = 0
    // Never written, so never sent: it is only to be done again.
    if (unwritten) return this.act(unwritten.entry, client, false) ? [] : [unwritten.entry]
    const { store } = this.#open(client)
    const kept = again.filter((waiting) => waiting.clock !== null && waiting.clock <= Y.getState(store, waiting.client))
    const done = again.filter((waiting) => kept.includes(waiting) || !this.#do(waiting.entry, client, false))
    if (this.#waiting.length === 0) this.#rest()
    return done.map(({ entry }) => entry)
  }

  #keyOf({ person }: SheetEntry) {
    return markKeyOf(this.place.audience, person)
  }

  #open(client: () => number): Y.Doc {
    if (this.#client === 0) this.#client = client()
    if (this.#doc) {
      // Yjs picks another id by itself when it meets its own in what it is given: ours is spent then.
      if (this.#doc.clientID !== this.#client) this.#client = client()
    } else {
      this.#doc = new Y.Doc({ guid: this.place.id })
      for (const bytes of this.#confirmed) Y.applyUpdate(this.#doc, bytes)
    }
    this.#doc.clientID = this.#client
    return this.#doc
  }

  /** Nothing waits: the document is what is confirmed. */
  #rest(): void {
    if (!this.#doc) return
    this.#confirmed = [Y.encodeStateAsUpdate(this.#doc)]
    this.#doc.destroy()
    this.#doc = null
  }

  #forgetDoc(): void {
    this.#doc?.destroy()
    this.#doc = null
    this.#content = null
    this.#met = false
  }

  #confirm(bytes: Uint8Array): void {
    this.#confirmed.push(bytes)
    if (this.#confirmed.length > mergeAfter) this.#confirmed = [Y.mergeUpdates(this.#confirmed)]
  }

  #drop(entries: readonly SheetEntry[]): void {
    const gone = new Set(entries.map(({ order }) => order))
    this.#waiting = this.#waiting.filter(({ entry }) => !gone.has(entry.order))
  }
}
