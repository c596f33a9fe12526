/** When the acts of one page are made, and in what order: later than all that was done before, whatever the clock of this machine says. */
import type { PersonId } from '../../common/ids.ts'
import type { ServerClock } from '../net/server-clock.ts'
import type { OutboxEntry } from '../sheet/outbox-entry.ts'

type Facts = Pick<OutboxEntry, 'order' | 'person' | 'at' | 'page'>

export class ActTimes {
  readonly clock: ServerClock
  readonly #page: string
  #order = 0
  #at = 0
  #told = 0

  constructor(page: string, clock: ServerClock) {
    this.clock = clock
    this.#page = page
  }

  /** Of acts made together. Two acts are never of one moment: what is said is read in the order it was said. */
  moment(person: PersonId): () => Facts {
    this.#at = Math.max(this.#at + 1, this.clock.now())
    const at = this.#at
    return () => ({ order: this.#next(), person, at, page: this.#page })
  }

  /** The server says what time it is: nothing is made after that now. */
  told(now: number): void {
    this.clock.told(now)
    this.#told = now
    this.#at = Math.min(this.#at, now)
  }

  /** When the server last said what time it is: what pages had done that were gone then was done before. */
  get joined(): number {
    return this.#told
  }

  /** What is done from now on comes after these. `timed`: their times are the server's. */
  after(acts: readonly OutboxEntry[], timed: boolean): void {
    for (const { order, at } of acts) {
      this.#order = Math.max(this.#order, order)
      if (!timed) this.#at = Math.max(this.#at, at)
    }
  }

  /** Ascending; by time, so that pages do not collide. */
  #next(): number {
    this.#order = Math.max(this.#order + 1, Date.now() * 1000 + Math.floor(Math.random() * 1000))
    return this.#order
  }
}
