/** Team seats as last asked, until something in the account says otherwise. */
import type { PersonId } from '../../common/ids.ts'
import type { StaffSeat } from '../../common/visibility/viewer.ts'

/** Persons remembered a gallery; past it everything is asked anew. */
const mostRemembered = 2_000

export class StaffSeats {
  #known = new Map<PersonId, StaffSeat | null>()
  #asked = new Map<PersonId, Promise<StaffSeat | null>>()

  /** The seat if it is known now; undefined if it must be asked. */
  known(person: PersonId): StaffSeat | null | undefined {
    return this.#known.get(person)
  }

  /** Asks once, however many want to know. What was forgotten while under way is asked again. */
  async get(person: PersonId, ask: () => Promise<StaffSeat | null>): Promise<StaffSeat | null> {
    for (;;) {
      const known = this.#known.get(person)
      if (known !== undefined) return known
      const asked = this.#asked.get(person) ?? this.#begin(person, ask)
      const seat = await asked
      if (this.#asked.get(person) !== asked) continue
      this.#asked.delete(person)
      this.#keep(person, seat)
      return seat
    }
  }

  forget(person: PersonId): void {
    this.#known.delete(person)
    this.#asked.delete(person)
  }

  forgetAll(): void {
    this.#known.clear()
    this.#asked.clear()
  }

  #begin(person: PersonId, ask: () => Promise<StaffSeat | null>): Promise<StaffSeat | null> {
    const asked = ask()
    this.#asked.set(person, asked)
    asked.catch(() => {
      if (this.#asked.get(person) === asked) this.#asked.delete(person)
    })
    return asked
  }

  #keep(person: PersonId, seat: StaffSeat | null): void {
    if (this.#known.size >= mostRemembered) this.#known.clear()
    this.#known.set(person, seat)
  }
}
