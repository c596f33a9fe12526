/**
 * The server's time, as far as this page knows it. This machine's own clock may be wrong by years, and may be set while a page is open:
 * only what the server said last counts, and how much time went by since.
 */
interface Clocks {
  /** Milliseconds since 1970. */
  readonly machine: () => number
  /** Milliseconds that only ever grow; they may stand while the machine sleeps. */
  readonly steady: () => number
}

/** Milliseconds by which two clocks of one machine may part before one of them was set. */
const slack = 2_000
/** Milliseconds by which a time that came in a header may be late. */
const coarse = 60_000

export class ServerClock {
  readonly #clocks: Clocks
  #ahead = 0
  #told = false
  /** Whether there is a connection: a machine that slept has none. */
  #near = false
  #last: { readonly machine: number; readonly steady: number }

  constructor(clocks: Clocks = { machine: Date.now, steady: () => performance.now() }) {
    this.#clocks = clocks
    this.#last = { machine: clocks.machine(), steady: clocks.steady() }
  }

  now(): number {
    const [machine, steady] = [this.#clocks.machine(), this.#clocks.steady()]
    const set = machine - this.#last.machine - (steady - this.#last.steady)
    // Back, the clock was surely set. Forward, this machine may have slept, but not with a connection.
    if (set < -slack || (this.#near && set > slack)) this.#ahead -= set
    this.#last = { machine, steady }
    return machine + this.#ahead
  }

  /** How far the server's clock is ahead of this machine's, milliseconds. */
  get ahead(): number {
    return this.now() - this.#last.machine
  }

  /** The server says what time it is. */
  told(now: number): void {
    this.#ahead += now - this.now()
    this.#told = true
    this.#near = true
  }

  apart(): void {
    this.now()
    this.#near = false
  }

  /** As it was when there was a connection: it is surely later than that now. */
  restored({ at, ahead }: { readonly at: number; readonly ahead: number }): void {
    if (this.#told) return
    this.#ahead += Math.max(this.now() - this.#ahead + ahead, at) - this.now()
  }

  /** An answer was made at this time: enough to see that this machine's clock is wrong by hours. */
  answered(at: number): void {
    if (!this.#told && Number.isFinite(at) && Math.abs(at - this.now()) > coarse) this.#ahead += at - this.now()
  }
}

/** Of this page: there is one server. */
export const serverClock = new ServerClock()
export const serverNow = (): number => serverClock.now()

/** On the same day of the calendar here as now. */
export const isToday = (at: number): boolean => new Date(at).toDateString() === new Date(serverNow()).toDateString()
