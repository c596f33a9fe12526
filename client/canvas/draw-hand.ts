/**
 * Which finger, pen or button draws, and which moves the picture. One finger, the pen and the main button draw; two fingers pan and zoom;
 * space or the middle button pans; while a pen is down, and a moment after, a palm is nothing.
 */
export interface HandEvent {
  readonly id: number
  readonly type: 'mouse' | 'touch' | 'pen'
  /** Pixels of the stage. */
  readonly x: number
  readonly y: number
  /** 0..1, or null where the device has none. */
  readonly pressure: number | null
  readonly button: number
  readonly shift: boolean
  /** Milliseconds. */
  readonly at: number
}
export interface HandActs {
  begin(event: HandEvent): void
  /** All of a frame's events of the drawing pointer, oldest first. */
  extend(events: readonly HandEvent[]): void
  end(event: HandEvent): void
  cancel(): void
  pan(dx: number, dy: number): void
  zoom(at: { readonly x: number; readonly y: number; readonly factor: number }): void
}

/** Milliseconds after the pen was lifted in which a hand still rests. */
const palmLasts = 500
/** Pixels: a stroke shorter than this was only the first of two fingers. */
const slip = 24

interface At {
  readonly x: number
  readonly y: number
}
type Mode =
  | { readonly is: 'idle' | 'pinch' }
  | { readonly is: 'draw'; readonly id: number; readonly by: HandEvent['type']; readonly length: number }
  | { readonly is: 'pan'; readonly id: number }

export class DrawHand {
  /** Held: the hand pans. */
  space = false
  readonly #acts: HandActs
  readonly #down = new Map<number, At>()
  #mode: Mode = { is: 'idle' }
  #penAt = Number.NEGATIVE_INFINITY

  constructor(acts: HandActs) {
    this.#acts = acts
  }

  get drawing(): boolean {
    return this.#mode.is === 'draw'
  }

  /** True if the pointer is now this hand's. */
  down(event: HandEvent): boolean {
    if (event.type === 'touch' && this.#palm(event)) return false
    if (event.type === 'mouse' && event.button !== 0 && event.button !== 1) return false
    if (event.type === 'pen') {
      this.#penAt = Number.POSITIVE_INFINITY
      if (this.#mode.is === 'draw') this.#acts.cancel()
      this.#down.clear()
      this.#mode = { is: 'idle' }
    }
    this.#down.set(event.id, event)
    if (this.#mode.is === 'idle') this.#start(event)
    else if (event.type === 'touch') this.#second(event)
    return true
  }

  move(events: readonly HandEvent[]): void {
    const event = events.at(-1)
    const before = event && this.#down.get(event.id)
    if (!event || !before) return
    const mode = this.#mode
    this.#down.set(event.id, event)
    if (mode.is === 'pan' && mode.id === event.id) this.#acts.pan(event.x - before.x, event.y - before.y)
    else if (mode.is === 'pinch') this.#pinch(event, before)
    else if (mode.is === 'draw' && mode.id === event.id) {
      this.#mode = { ...mode, length: mode.length + apart(before, event) }
      this.#acts.extend(events)
    }
  }

  up(event: HandEvent): void {
    if (event.type === 'pen') this.#penAt = event.at
    if (!this.#down.delete(event.id)) return
    if (this.#mode.is === 'draw' && this.#mode.id === event.id) {
      this.#mode = { is: 'idle' }
      this.#acts.end(event)
    } else if (this.#mode.is === 'pan' || this.#down.size === 0) this.#mode = { is: 'idle' }
  }

  /** The system took the pointer away. */
  lost(id: number, at: number): void {
    if (!this.#down.delete(id)) return
    if (this.#penAt === Number.POSITIVE_INFINITY) this.#penAt = at
    if (this.#mode.is === 'draw' && this.#mode.id === id) this.#acts.cancel()
    if (this.#down.size === 0 || this.#mode.is !== 'pinch') this.#mode = { is: 'idle' }
  }

  /** Whoever draws gives up: what is down does nothing more until it is lifted. */
  giveUp(): void {
    if (this.#mode.is !== 'draw') return
    this.#mode = { is: 'pinch' }
    this.#down.clear()
    this.#acts.cancel()
    this.#mode = { is: 'idle' }
  }

  #palm(event: HandEvent): boolean {
    return event.at < this.#penAt + palmLasts
  }

  #start(event: HandEvent): void {
    const pans = event.type === 'mouse' && (event.button === 1 || this.space)
    this.#mode = pans ? { is: 'pan', id: event.id } : { is: 'draw', id: event.id, by: event.type, length: 0 }
    if (!pans) this.#acts.begin(event)
  }

  /** A second finger: what the first one drew counts only if it was meant. */
  #second(event: HandEvent): void {
    if (this.#mode.is !== 'draw' || this.#mode.by !== 'touch') return
    if (this.#mode.length < slip) this.#acts.cancel()
    else this.#acts.end(event)
    this.#mode = { is: 'pinch' }
  }

  #pinch(now: HandEvent, before: At): void {
    const other = [...this.#down].find(([id]) => id !== now.id)?.[1]
    if (!other) return
    const [from, to] = [middle(before, other), middle(now, other)]
    this.#acts.zoom({ ...to, factor: apart(now, other) / Math.max(1, apart(before, other)) })
    this.#acts.pan(to.x - from.x, to.y - from.y)
  }
}

const apart = (a: At, b: At) => Math.hypot(a.x - b.x, a.y - b.y)
const middle = (a: At, b: At): At => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })
