/** Who else is here, and what this page says of itself: the latest only, a few times a second. */
import type { GalleryId, PersonId } from '../../common/ids.ts'
import { presencePerSecond } from '../../common/limits.ts'
import type { PresenceFrame, PresenceSay, PresenceState } from '../../common/protocol/live.ts'
import { same } from '../../common/same.ts'
import { StrokeBook } from './stroke-book.ts'

/** Milliseconds between two words: a little under the server's limit. */
const apart = Math.ceil(1_000 / (presencePerSecond - 3))

export class Presence {
  readonly #gallery: GalleryId
  readonly #send: (say: PresenceSay) => void
  /** What others are drawing now. */
  readonly strokes = new StrokeBook()
  readonly #others = new Map<string, PresenceState>()
  #said: Omit<PresenceSay, 'gallery'> = { photo: null }
  #timer: ReturnType<typeof setTimeout> | null = null
  #due = false

  constructor(gallery: GalleryId, send: (say: PresenceSay) => void) {
    this.#gallery = gallery
    this.#send = send
  }

  /** One for each open page of everybody else. */
  here(me: PersonId | null): readonly PresenceState[] {
    return [...this.#others.values()].filter(({ person }) => person !== me)
  }

  joined(here: readonly PresenceState[]): void {
    this.#others.clear()
    for (const state of here) this.#others.set(state.seat, state)
    this.strokes.take({ gallery: this.#gallery, changed: here, gone: [] })
    this.say(this.#said)
  }

  /** True if anything but a stroke in progress differs: strokes have listeners of their own. */
  take(frame: PresenceFrame): boolean {
    const news = frame.gone.length > 0 || frame.changed.some((state) => !sameBut(state, this.#others.get(state.seat)))
    for (const state of frame.changed) this.#others.set(state.seat, state)
    for (const seat of frame.gone) this.#others.delete(seat)
    this.strokes.take(frame)
    return news
  }

  clear(): void {
    this.#others.clear()
    this.strokes.clear()
  }

  /** What is not named stays as it was last said. */
  say(said: Partial<Omit<PresenceSay, 'gallery'>>): void {
    this.#said = { ...this.#said, ...said }
    this.#due = true
    if (!this.#timer) this.#speak()
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
  }

  #speak(): void {
    this.#timer = null
    if (!this.#due) return
    this.#due = false
    this.#send({ gallery: this.#gallery, ...this.#said })
    this.#timer = setTimeout(() => this.#speak(), apart)
  }
}

/** Whether two words differ in a stroke's points at most. */
function sameBut(a: PresenceState, b: PresenceState | undefined): boolean {
  return b !== undefined && a.stroke?.id === b.stroke?.id && same({ ...a, stroke: null }, { ...b, stroke: null })
}
