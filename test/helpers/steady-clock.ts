/** A clock that stands until it is moved. */
import type { Clock } from '../../server/ports.ts'

export class SteadyClock implements Clock {
  #now: number

  constructor(now: number = Date.UTC(2026, 0, 15, 12)) {
    this.#now = now
  }

  now(): number {
    return this.#now
  }

  /** By milliseconds. */
  forward(by: number): void {
    this.#now += by
  }
}
