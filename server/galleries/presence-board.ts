/** Who says to be where, by seat. What of it anyone is shown is decided per view; see presence. */
import type { PresenceState } from '../../common/protocol/live.ts'

export class PresenceBoard {
  readonly states = new Map<string, PresenceState>()
  /** Seats whose word changed since it was last shown. */
  #changed = new Set<string>()
  #timer: NodeJS.Timeout | null = null

  put(state: PresenceState): void {
    this.states.set(state.seat, state)
    this.#changed.add(state.seat)
  }

  take(seat: string): void {
    if (this.states.delete(seat)) this.#changed.add(seat)
  }

  /** What may be shown of anyone may differ now. */
  reviewAll(): void {
    for (const seat of this.states.keys()) this.#changed.add(seat)
  }

  /** The changed seats, once. */
  changed(): readonly string[] {
    const seats = [...this.#changed]
    this.#changed.clear()
    return seats
  }

  /** Runs `show` after `ms`, once for everything said meanwhile. */
  soon(ms: number, show: () => void): void {
    if (this.#timer) return
    this.#timer = setTimeout(() => {
      this.#timer = null
      show()
    }, ms)
    this.#timer.unref()
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
  }
}
