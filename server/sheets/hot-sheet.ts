/** A sheet hydrated to be written: its document and its entries. A document that a refused push has touched is thrown away by its holder. */
import * as Y from 'yjs'
import { parseSheetId, type SheetId } from '../../common/ids.ts'
import { maxClock } from '../../common/limits.ts'
import type { RefusalCode } from '../../common/refusals.ts'
import { actsOf, type SheetAct } from '../../common/sheet/acts.ts'
import { judge } from '../../common/sheet/rules.ts'
import { roots } from '../../common/sheet/shape.ts'
import type { EntryChange } from '../../common/sheet/verdict.ts'
import type { Push } from './api.ts'
import { type Checked, check } from './check.ts'
import { Entries, isTidy } from './entries.ts'
import { restore } from './restore.ts'
import { entryName, touchedEntries } from './touched.ts'

export interface HotAsk {
  readonly push: Push
  readonly now: number
  /** Nothing may be added any more. */
  readonly full: boolean
  owns(client: number): boolean
}

/** Where a push wrote, and what that did. Nothing was done by what was taken back at once. */
export interface Wrote {
  readonly paths: readonly string[]
  readonly acts: readonly SheetAct[]
}

/** `touched`: the document is no longer what it was. */
export type HotOutcome =
  | { readonly type: 'nothing' }
  | { readonly type: 'kept'; readonly bytes: Uint8Array; readonly wrote: Wrote; readonly undone: RefusalCode | null }
  | { readonly type: 'refused'; readonly code: RefusalCode; readonly touched: boolean }

/** The server's own Yjs client id, a new one in each epoch, so that ids of one epoch never mean something in the next. */
export const houseClient = (epoch: number): number => maxClock - 1 - epoch

export function documentOf(sheet: SheetId, parts: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc({ guid: sheet })
  for (const root of roots) doc.getMap(root)
  doc.transact(() => {
    for (const part of parts) Y.applyUpdate(doc, part)
  })
  return doc
}

export function structsIn(doc: Y.Doc): number {
  let count = 0
  for (const structs of doc.store.clients.values()) count += structs.length
  return count
}

export const nothingWritten: Wrote = { paths: [], acts: [] }
const refused = (code: RefusalCode, touched = true): HotOutcome => ({ type: 'refused', code, touched })

export class HotSheet {
  readonly doc: Y.Doc
  readonly #entries: Entries
  readonly #house: number

  constructor(sheet: SheetId, epoch: number, parts: readonly Uint8Array[]) {
    this.doc = documentOf(sheet, parts)
    this.#house = houseClient(epoch)
    this.#entries = new Entries(this.doc)
  }

  get structs(): number {
    return structsIn(this.doc)
  }

  push(ask: HotAsk): HotOutcome {
    const checked = check({ doc: this.doc, bytes: ask.push.bytes, catchUp: ask.push.catchUp, owns: ask.owns })
    if (!checked.ok) return refused(checked.code, false)
    let emitted: Uint8Array | null = null
    const hear = (bytes: Uint8Array) => {
      emitted = bytes
    }
    this.doc.clientID = this.#house
    this.doc.on('update', hear)
    try {
      const judged = this.doc.transact((transaction) => this.#apply(ask, checked, transaction))
      if (!this.#whole(checked)) return refused('malformed')
      if (judged.code && !judged.undone) return refused(judged.code)
      return emitted === null ? { type: 'nothing' } : { type: 'kept', bytes: emitted, wrote: judged.wrote, undone: judged.code }
    } catch {
      return refused('malformed')
    } finally {
      this.doc.off('update', hear)
    }
  }

  #apply(
    ask: HotAsk,
    checked: Extract<Checked, { ok: true }>,
    transaction: Y.Transaction,
  ): { code: RefusalCode | null; undone: boolean; wrote: Wrote } {
    Y.applyUpdate(this.doc, checked.bytes)
    const touched = touchedEntries(this.doc, transaction)
    if (!touched?.every((entry) => isTidy(this.doc, entry))) return { code: 'malformed', undone: false, wrote: nothingWritten }
    const paths = touched.map(entryName)
    const changes = touched.map((entry) => ({ ...entry, before: this.#entries.before(entry), after: this.#entries.read(entry) }))
    for (const change of changes) this.#entries.keep(change, change.after)
    const code = afterRace(ask, checked, this.#judge(ask, changes))
    if (!code || !ask.push.neutralise) return { code, undone: false, wrote: { paths, acts: code ? [] : actsOf(changes) } }
    for (const change of changes) {
      restore(this.doc, change)
      this.#entries.keep(change, change.before)
    }
    // Else Yjs would take the server's own writes for somebody else's and change its client id.
    transaction.local = true
    return { code, undone: true, wrote: { paths, acts: [] } }
  }

  #judge({ push, now, full }: HotAsk, changes: readonly EntryChange[]): RefusalCode | null {
    const place = parseSheetId(push.sheet)
    if (!place) return 'malformed'
    const verdict = judge(
      {
        viewer: push.viewer,
        state: push.state,
        photo: place.photo,
        audience: place.audience,
        now,
        count: (root) => this.#entries.count(root),
        comment: (key) => this.#entries.before({ root: 'comments', key }),
      },
      changes,
    )
    return verdict ?? (full && changes.some(grows) ? 'sheet-full' : null)
  }

  /** Nothing of the push waits for something else, and no client stands elsewhere than its structs said. */
  #whole({ ends }: Extract<Checked, { ok: true }>): boolean {
    const { store } = this.doc
    if (store.pendingStructs !== null || store.pendingDs !== null) return false
    return [...ends].every(([client, end]) => Y.getState(store, client) === end)
  }
}

/** Marks and picks are bounded by the people there are; words and strokes are not. */
function grows({ root, before, after }: EntryChange): boolean {
  if (root === 'drawings') return before === undefined && after !== undefined
  if (root !== 'comments' || after === undefined) return false
  return !(typeof after === 'object' && after !== null && 'deleted' in after && after.deleted !== null)
}

/** What crossed somebody else's write can be done again on it; staff who hide what its author just changed have done nothing forbidden. */
function afterRace({ push }: HotAsk, { raced }: Extract<Checked, { ok: true }>, code: RefusalCode | null): RefusalCode | null {
  if (raced === null || push.neutralise) return code
  return code === null || (raced === 'drawings' && push.viewer.staff) ? 'stale' : code
}
