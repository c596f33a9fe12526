/** Who else is here, and what this page says of itself: the latest only, a few times a second. */
import type { GalleryId, PersonId } from '../../common/ids.ts'
import { presencePerSecond } from '../../common/limits.ts'
import type { PresenceFrame, PresenceSay, PresenceSide, PresenceState } from '../../common/protocol/live.ts'
import { goneIn, heard } from '../../common/protocol/presence.ts'
import { same } from '../../common/same.ts'
import type { Here } from './gallery-view.ts'
import { Listeners } from './listeners.ts'
import { StrokeBook } from './stroke-book.ts'

/** Milliseconds between two words: a little under the server's limit. */
const apart = Math.ceil(1_000 / (presencePerSecond - 3))

export class Presence {
  readonly #gallery: GalleryId
  readonly #send: (say: PresenceSay) => void
  /** What others are drawing now. */
  readonly strokes = new StrokeBook()
  readonly #listeners = new Listeners()
  readonly #others = new Map<string, PresenceState>()
  #said: Omit<PresenceSay, 'gallery'> = { photo: null }
  /** What this connection was told to lie side by side: it is said once. */
  #laid: PresenceSide | null = null
  #timer: ReturnType<typeof setTimeout> | null = null
  #due = false
  #here: { readonly me: PersonId | null; readonly list: readonly Here[] } | null = null

  constructor(gallery: GalleryId, send: (say: PresenceSay) => void) {
    this.#gallery = gallery
    this.#send = send
  }

  /** One for each open page of everybody else: the same list until somebody comes, goes, or turns to another photo. */
  here(me: PersonId | null): readonly Here[] {
    if (this.#here?.me !== me) {
      const others = this.all().filter(({ person }) => person !== me)
      const list = others.map(({ seat, person, name, staff, photo, side = null }) => ({ seat, person, name, staff, photo, side }))
      this.#here = { me, list }
    }
    return this.#here.list
  }

  /** Every other page, with all that moves. */
  all(): readonly PresenceState[] {
    return [...this.#others.values()]
  }

  /** Called many times a second while somebody points or draws. */
  listen(listener: () => void): () => void {
    return this.#listeners.add(listener)
  }

  joined(here: readonly PresenceState[]): void {
    this.clear()
    for (const state of here) this.#others.set(state.seat, state)
    this.strokes.take({ gallery: this.#gallery, changed: here, gone: [] })
    this.#laid = null
    this.say(this.#said)
  }

  /** True if `here` differs: what moves has listeners of its own. */
  take(frame: PresenceFrame): boolean {
    let differs = false
    const gone = goneIn(frame, this.#others.keys())
    for (const seat of gone) differs = this.#others.delete(seat) || differs
    for (const said of frame.changed) {
      const before = this.#others.get(said.seat)
      const state = heard(said, before)
      differs ||= !alike(before, state)
      // Whoever spoke last stands last.
      this.#others.delete(state.seat)
      this.#others.set(state.seat, state)
    }
    if (differs) this.#here = null
    this.strokes.take({ ...frame, gone })
    this.#listeners.tell()
    return differs
  }

  clear(): void {
    this.#others.clear()
    this.strokes.clear()
    this.#here = null
    this.#listeners.tell()
  }

  /** What is not named stays as it was last said. */
  say(said: Partial<Omit<PresenceSay, 'gallery'>>): void {
    this.#said = { ...this.#said, ...said }
    this.#due = true
    // One page takes the place of another in one go: only where that leads is said.
    this.#timer ??= setTimeout(() => this.#speak(), 0)
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
  }

  #speak(): void {
    this.#timer = null
    if (!this.#due) return
    this.#due = false
    const { side = null, ...said } = this.#said
    this.#send({ gallery: this.#gallery, ...said, ...(same(side, this.#laid) ? {} : { side }) })
    this.#laid = side
    this.#timer = setTimeout(() => this.#speak(), apart)
  }
}

function alike(a: PresenceState | undefined, b: PresenceState): boolean {
  return a !== undefined && a.photo === b.photo && a.name === b.name && a.staff === b.staff && a.person === b.person && same(a.side, b.side)
}
