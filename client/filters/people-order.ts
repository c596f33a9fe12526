/** In which order people are offered as filters, and which of them share a name. Pure. */
import type { PersonId } from '../../common/ids.ts'
import type { SeenPerson } from '../../common/visibility/seen.ts'

interface Use {
  readonly picks: ReadonlyMap<PersonId, number>
  readonly me: PersonId | null
  /** Filtered by now: stays in sight. */
  readonly chosen: PersonId | null
}

/** Whoever is filtered by, oneself, then by how much they chose; of equals by name. */
export function inOrderOfUse(people: readonly SeenPerson[], { picks, me, chosen }: Use): readonly SeenPerson[] {
  const first = (id: PersonId) => (id === me ? 2 : 0) + (id === chosen ? 1 : 0)
  return [...people].sort(
    (a, b) =>
      first(b.id) - first(a.id) ||
      (picks.get(b.id) ?? 0) - (picks.get(a.id) ?? 0) ||
      a.name.localeCompare(b.name) ||
      (a.id < b.id ? -1 : 1),
  )
}

/** Those whose name another one bears too, numbered by id so that a number stays with its person. */
export function toldApart(people: readonly SeenPerson[]): ReadonlyMap<PersonId, number> {
  const byName = new Map<string, PersonId[]>()
  for (const { id, name } of people) byName.set(name, [...(byName.get(name) ?? []), id])
  const shared = [...byName.values()].filter((ids) => ids.length > 1)
  return new Map(shared.flatMap((ids) => ids.sort().map((id, i) => [id, i + 1] as const)))
}
