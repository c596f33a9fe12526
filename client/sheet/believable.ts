/** When acts were made, as the server can believe it: a clock that was wrong without a connection must cost nobody their work. */
import type { SheetEntry } from './outbox-entry.ts'

/** Milliseconds: what is older the server does not take, less an hour on the way. */
const oldest = (30 * 24 - 1) * 3_600_000

/** The same acts in the same order, none later than `now` and none too long ago; those that need nothing are the same objects. */
export function believable(entries: readonly SheetEntry[], now: number): readonly SheetEntry[] {
  const times = new Map<number, number>()
  // What this page does from now on comes after them.
  let latest = now
  for (const { order, at } of entries.toSorted((a, b) => b.order - a.order)) {
    latest = at <= latest ? at : latest - 1
    times.set(order, latest)
  }
  return entries.map((entry, place) => {
    const at = Math.max(times.get(entry.order) ?? entry.at, now - oldest + place)
    return at === entry.at ? entry : { ...entry, at }
  })
}
