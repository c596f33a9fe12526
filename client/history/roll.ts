/** History as one page holds it: what was read so far, without a gap, and what came in on top since. */
import type { HistoryEntry, HistoryPage } from '../../common/history/entry.ts'

export interface Roll {
  /** Newest first. */
  readonly entries: readonly HistoryEntry[]
  /** Came in while somebody was reading further down: shown when they ask. */
  readonly waiting: readonly HistoryEntry[]
  readonly next: string | null
}

export const rollOf = ({ entries, next }: HistoryPage): Roll => ({ entries, waiting: [], next })

export function withOlder(roll: Roll, { entries, next }: HistoryPage): Roll {
  const known = idsOf(roll)
  return { ...roll, entries: [...roll.entries, ...entries.filter(({ id }) => !known.has(id))], next }
}

/** Milliseconds: what another node did, or kept late, may come with an earlier time than what is known. */
const overlap = 10_000

/** What to ask for to learn what came since. */
export function newerThan({ entries, waiting }: Roll, since = 0): { readonly since?: number } {
  const newest = Math.max(0, ...[...waiting.slice(0, 1), ...entries.slice(0, 1)].map(({ at }) => at))
  const from = Math.max(since, newest - overlap)
  return from > 0 ? { since: from } : {}
}

/** The newest page again, or what came since. Where it does not reach down to what is known there would be a gap: then it is the beginning anew. */
export function withNewer(roll: Roll, page: HistoryPage, hold: boolean): Roll {
  const known = idsOf(roll)
  const fresh = page.entries.filter(({ id }) => !known.has(id))
  if (fresh.length === 0) return roll
  if (fresh.length === page.entries.length && page.next !== null && known.size > 0) return rollOf(page)
  const top = newestFirst([...fresh, ...roll.waiting])
  return hold ? { ...roll, waiting: top } : unrolled({ ...roll, waiting: top })
}

/** What was kept a moment late stands where its time says. */
export const unrolled = (roll: Roll): Roll => ({ ...roll, entries: newestFirst([...roll.waiting, ...roll.entries]), waiting: [] })

const newestFirst = (entries: readonly HistoryEntry[]): readonly HistoryEntry[] => entries.toSorted((a, b) => b.at - a.at)

const idsOf = ({ entries, waiting }: Roll): ReadonlySet<string> => new Set([...waiting, ...entries].map(({ id }) => id))
