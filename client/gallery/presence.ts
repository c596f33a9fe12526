/** Who else is here, and what this page says of itself: the latest only, a few times a second. */
import type { GalleryId, PersonId } from '../../common/ids.ts'
import { presencePerSecond } from '../../common/limits.ts'
import type { PresenceFrame, PresenceSay, PresenceState } from '../../common/protocol/live.ts'

/** Milliseconds between two words: a little under the server's limit. */
const apart = Math.ceil(1_000 / (presencePerSecond - 3))

export class Presence {
  readonly #gallery: GalleryId
  readonly #send: (say: PresenceSay) => void
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
    this.say(this.#said)
  }

  take({ changed, gone }: PresenceFrame): void {
    for (const state of changed) this.#others.set(state.seat, state)
    for (const seat of gone) this.#others.delete(seat)
  }

  clear(): void {
    this.#others.clear()
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
