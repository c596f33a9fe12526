/** Marks of one person made on several pages meet field by field: of each field the later act stands. */
import * as Y from 'yjs'
import { markAfter } from '../../common/sheet/edit.ts'
import type { MarkKey, SheetContent } from '../../common/sheet/shape.ts'
import type { SheetEntry } from './outbox-entry.ts'

const unset = { flag: null, label: null, stars: 0, favourite: false } as const
const fields = ['flag', 'label', 'stars', 'favourite'] as const

/** The act with what its fields were when it was made: later nothing else could tell whether another page has changed them since. */
export function remembering(entry: SheetEntry, { marks }: SheetContent, key: MarkKey): SheetEntry {
  const { command } = entry
  if (command.type !== 'mark:set') return entry
  const mark = marks[key] ?? unset
  const was = Object.fromEntries(fields.filter((field) => command[field] !== undefined).map((field) => [field, mark[field]]))
  return { ...entry, was }
}

export interface Ground {
  readonly content: SheetContent
  readonly key: MarkKey
  /** Made just now, by somebody who sees the sheet: it counts in all its fields. Else it is done again, and may have been overtaken. */
  readonly fresh: boolean
}

/** What is to be done of an act; null if nothing is left of it. The time of a mark never goes back. */
export function leftOf(entry: SheetEntry, { content, key, fresh }: Ground): Pick<SheetEntry, 'command' | 'at'> | null {
  if (!fresh) return replayed(entry, content, key)
  return entry.command.type === 'mark:set' ? { command: entry.command, at: Math.max(entry.at, content.marks[key]?.at ?? 0) } : entry
}

/**
 * What is to be done of an act on what its sheet has become; null if nothing is left of it. A field is left alone if it is no longer
 * what it was and the mark was set later than this act. The time never goes back: it tells when any field was last set.
 */
function replayed(entry: SheetEntry, { marks }: SheetContent, key: MarkKey): Pick<SheetEntry, 'command' | 'at'> | null {
  const { command, at, was = {} } = entry
  const mark = marks[key]
  if (command.type !== 'mark:set' || !mark || mark.at <= at) return entry
  const rest = fields.filter((field) => command[field] !== undefined && mark[field] === (was[field] ?? unset[field]))
  if (rest.length === 0) return null
  return { command: { type: 'mark:set', ...Object.fromEntries(rest.map((field) => [field, command[field]])) }, at: mark.at }
}

/** The marks once these acts are done again, in order, on what stands. */
export function redone(
  standing: SheetContent,
  entries: readonly SheetEntry[],
  keyOf: (entry: SheetEntry) => MarkKey,
): SheetContent['marks'] {
  let { marks } = standing
  for (const entry of entries) {
    const key = keyOf(entry)
    const left = leftOf(entry, { content: { ...standing, marks }, key, fresh: false })
    if (left?.command.type !== 'mark:set') continue
    const mark = markAfter(marks[key], left.command, { person: entry.person, at: left.at })
    if (mark) marks = { ...marks, [key]: mark }
  }
  return marks
}

/** Takes an update; true if it changed one of these marks. */
export function applied(doc: Y.Doc, bytes: Uint8Array, own: ReadonlySet<MarkKey>): boolean {
  const marks = doc.getMap('marks')
  let met = false
  const look = ({ changed }: Y.Transaction) => {
    for (const [type, keys] of changed) met ||= Object.is(type, marks) && [...own].some((key) => keys.has(key))
  }
  doc.on('afterTransaction', look)
  Y.applyUpdate(doc, bytes)
  doc.off('afterTransaction', look)
  return met
}
