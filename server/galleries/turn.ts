/** A queue of one: what is asked in turn runs alone and in the order asked. A failure ends its own turn, never the queue. */
export class Turn {
  #last: Promise<unknown> = Promise.resolve()
  #waiting = 0

  take<T>(work: () => Promise<T>): Promise<T> {
    this.#waiting++
    const mine = this.#last.then(work).finally(() => {
      this.#waiting--
    })
    this.#last = mine.catch(() => undefined)
    return mine
  }

  get idle(): boolean {
    return this.#waiting === 0
  }

  /** When everything asked so far has run. */
  async rest(): Promise<void> {
    await this.#last
  }
}
