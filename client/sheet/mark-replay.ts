/** Marks of one person made on several pages meet field by field: of each field the later act stands. */
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

/**
 * What is to be done of an act on what its sheet has become; null if nothing is left of it. A field is left alone if it is no longer
 * what it was and the mark was set later than this act. The time never goes back: it tells when any field was last set.
 */
export function replayed(entry: SheetEntry, { marks }: SheetContent, key: MarkKey): Pick<SheetEntry, 'command' | 'at'> | null {
  const { command, at, was = {} } = entry
  const mark = marks[key]
  if (command.type !== 'mark:set' || !mark || mark.at <= at) return entry
  const rest = fields.filter((field) => command[field] !== undefined && mark[field] === (was[field] ?? unset[field]))
  if (rest.length === 0) return null
  return { command: { type: 'mark:set', ...Object.fromEntries(rest.map((field) => [field, command[field]])) }, at: mark.at }
}
