/**
 * How soon one group may follow another. Every group costs a commit and a write to each viewer, whatever it carries: the more pushes come,
 * the longer they gather. Who pushes alone never waits.
 */

/** Milliseconds between the beginnings of two groups, at most. */
const longestGap = 15
/** Pushes a second for each millisecond of the gap. */
const ratePerGapMs = 30
/** Milliseconds over which the rate is taken. */
const memory = 250

export class Pace {
  /** Pushes a second, lately. */
  #rate = 0
  #last = Number.NEGATIVE_INFINITY

  /** Milliseconds until the next group may begin; `now` in milliseconds of any clock that only goes forward. */
  wait(now: number): number {
    const gap = Math.min(longestGap, this.#rate / ratePerGapMs)
    return Math.max(0, Math.floor(this.#last + gap - now))
  }

  /** A group begins with so many pushes. */
  begin(now: number, pushes: number): void {
    const since = Math.max(1, now - this.#last)
    const rate = (pushes * 1_000) / since
    this.#rate += (rate - this.#rate) * Math.min(1, since / memory)
    this.#last = now
  }
}
