/** Keeps a page below what its connection may send, so that a batch of a thousand marks is never refused as too many. */
import { pushBurst, pushesPerSecond, pushWindow } from '../../common/limits.ts'

/** A little under the server's limits: its clock and ours do not tick alike. */
const perSecond = pushesPerSecond * 0.8
const burst = pushBurst * 0.8
const window = Math.floor(pushWindow * 0.6)

export class Pace {
  readonly #now: () => number
  #tokens = burst
  #at: number
  #underWay = 0

  constructor(now: () => number) {
    this.#now = now
    this.#at = now()
  }

  /** 0: go on now. Otherwise milliseconds until it is worth asking again; infinite until something under way ends. */
  wait(): number {
    if (this.#underWay >= window) return Number.POSITIVE_INFINITY
    const now = this.#now()
    this.#tokens = Math.min(burst, this.#tokens + ((now - this.#at) / 1000) * perSecond)
    this.#at = now
    return this.#tokens >= 1 ? 0 : Math.ceil(((1 - this.#tokens) / perSecond) * 1000)
  }

  began(): void {
    this.#tokens--
    this.#underWay++
  }

  ended(): void {
    this.#underWay--
  }
}
