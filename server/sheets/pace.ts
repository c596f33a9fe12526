/**
 * How soon one group may follow another. A group costs a commit and a write to each viewer, whatever it carries: what telling the last ones
 * took, many times over, is what the next one gathers. Where few look on, that is next to nothing; who pushes alone never waits.
 */

/** Milliseconds between the beginnings of two groups, at most. */
const longestGap = 15
/** Of the time between two groups, one part in so many goes into telling. */
const parts = 16
/** A group counts as this part of the memory; one that was held up by something else, as at most twice what was known. */
const weight = 1 / 8
const most = 2
/** Milliseconds taken for known at first. */
const least = 0.02

export class Pace {
  /** Milliseconds telling a group takes, lately. */
  #cost = least
  #last = Number.NEGATIVE_INFINITY

  /** Milliseconds until the next group may begin; `now` in milliseconds of any clock that only goes forward. */
  wait(now: number): number {
    const gap = Math.min(longestGap, parts * this.#cost)
    return Math.max(0, Math.floor(this.#last + gap - now))
  }

  begin(now: number): void {
    this.#last = now
  }

  /** A group was told in so many milliseconds. */
  told(ms: number): void {
    this.#cost += (Math.min(ms, most * this.#cost) - this.#cost) * weight
    this.#cost = Math.max(least, this.#cost)
  }
}
