/** Who says to be where, by seat. What of it anyone is shown is decided per view; see presence. */
import type { PhotoId } from '../../common/ids.ts'
import type { PresenceState } from '../../common/protocol/live.ts'
import { opened } from './presence-seen.ts'

export class PresenceBoard {
  readonly states = new Map<string, PresenceState>()
  /** Seats that opened a photo since presence was last shown: what moves there is new to them. */
  readonly lately = new Set<string>()
  readonly #opened = new Map<string, readonly PhotoId[]>()
  /** Seats whose word changed since it was last shown. */
  #changed = new Set<string>()
  #timer: NodeJS.Timeout | null = null

  put(state: PresenceState): void {
    this.watch(state.seat, opened(state))
    this.states.set(state.seat, state)
    this.#changed.add(state.seat)
  }

  /** Who only looks has photos open too, of which nobody is told. */
  watch(seat: string, photos: readonly PhotoId[]): void {
    const before = this.opened(seat)
    if (photos.some((photo) => !before.includes(photo))) this.lately.add(seat)
    this.#opened.set(seat, photos)
  }

  take(seat: string): void {
    this.#opened.delete(seat)
    this.lately.delete(seat)
    if (this.states.delete(seat)) this.#changed.add(seat)
  }

  /** The photos a seat says to have open. */
  opened(seat: string): readonly PhotoId[] {
    return this.#opened.get(seat) ?? []
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
