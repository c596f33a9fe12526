/** Several pages of one person are one: on the photo of the page that spoke last. */
import type { PersonId } from '../../common/ids.ts'
import type { Here } from './gallery-view.ts'

export function oneEach(here: readonly Here[]): readonly Here[] {
  const people = new Map<PersonId, Here>()
  for (const seat of here) if (seat.photo !== null || !people.get(seat.person)?.photo) people.set(seat.person, seat)
  return [...people.values()]
}
