/** Ranges of Yjs client ids, each bound to one person for ever: the same for every shelf. */
import type { PersonId } from '../../common/ids.ts'

/** `count` ids from `first` on. */
export interface ClientRange {
  readonly first: number
  readonly count: number
  readonly person: PersonId
}

/** What of `wanted` still has to be bound, or null if a part of it is somebody else's. `bound` never overlap each other. */
export function unboundParts(wanted: ClientRange, bound: readonly ClientRange[]): readonly ClientRange[] | null {
  const end = wanted.first + wanted.count
  const inside = bound.filter((range) => range.first < end && range.first + range.count > wanted.first).sort((a, b) => a.first - b.first)
  if (inside.some((range) => range.person !== wanted.person)) return null
  const parts: ClientRange[] = []
  let next = wanted.first
  for (const range of inside) {
    if (range.first > next) parts.push({ first: next, count: range.first - next, person: wanted.person })
    next = Math.max(next, range.first + range.count)
  }
  if (next < end) parts.push({ first: next, count: end - next, person: wanted.person })
  return parts
}
