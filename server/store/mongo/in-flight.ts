/** What was asked of the database and is not answered yet. */
import { storeUnavailable } from '../shelf-fault.ts'
import { answerOf } from './faults.ts'

/** Asks the database; rejects with `store-unavailable` if it does not answer. */
export type Asked = <T>(work: () => Promise<T>) => Promise<T>

export class InFlight {
  readonly #waiting = new Set<Promise<unknown>>()
  #isClosed = false

  readonly asked: Asked = async (work) => {
    if (this.#isClosed) throw storeUnavailable(new Error('it was closed'))
    const answer = answerOf(work)
    this.#waiting.add(answer)
    try {
      return await answer
    } finally {
      this.#waiting.delete(answer)
    }
  }

  /** Takes no more; resolves when everything asked before was answered. */
  async close(): Promise<void> {
    this.#isClosed = true
    await Promise.allSettled(this.#waiting)
  }
}
