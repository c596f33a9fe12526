/** What of a gallery's history is news to somebody: what others said, chose, sent, or uploaded again. Pure. */
import type { PersonId } from '../ids.ts'
import type { HistoryEntry } from './entry.ts'

/** Milliseconds: older things are nobody's news any more, also where one never was. */
const oldMs = 30 * 24 * 3_600_000

/** From when on something is news to who was there at `seen` (null: never). Whoever is inside sees for themselves. */
export function newsSince({ seen, inside, now }: { readonly seen: number | null; readonly inside: boolean; readonly now: number }): number {
  return inside ? now + 1 : Math.max(seen === null ? 0 : seen + 1, now - oldMs)
}

/** A photo that was taken back out of a list, and marks that clear something, are no news; neither is what one did oneself. */
export function isNews({ by, act }: HistoryEntry, me: PersonId): boolean {
  if (by === me) return false
  switch (act.type) {
    case 'wrote':
    case 'answered':
    case 'picked':
    case 'selection:submit':
    case 'selection:ask':
    case 'photo:kept':
      return true
    case 'marked':
      return act.favourite === true || act.flag === 'pick'
    default:
      return false
  }
}
