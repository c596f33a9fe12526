/** A token bucket: so many at once, refilled steadily. */
export class Allowance {
  readonly #perMs: number
  readonly #most: number
  #left: number
  #at: number

  constructor({ perMs, most, now }: { readonly perMs: number; readonly most: number; readonly now: number }) {
    this.#perMs = perMs
    this.#most = most
    this.#left = most
    this.#at = now
  }

  take(now: number): boolean {
    this.#left = Math.min(this.#most, this.#left + Math.max(0, now - this.#at) * this.#perMs)
    this.#at = now
    if (this.#left < 1) return false
    this.#left--
    return true
  }
}
