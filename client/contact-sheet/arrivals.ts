/** Who marks which photo in this moment. What is marked out of sight tells nobody: twenty people at work render the tiles they touch. */
import type { PersonId, PhotoId } from '../../common/ids.ts'
import { ListenersBy } from '../gallery/listeners.ts'

/** How long a name stays at the tip of its stroke, milliseconds. */
const rest = 2200

interface Arrival {
  readonly person: PersonId
  readonly timer: ReturnType<typeof setTimeout>
}

export class Arrivals {
  readonly #now = new Map<PhotoId, Arrival>()
  readonly #listeners = new ListenersBy<PhotoId>()

  at(photo: PhotoId): PersonId | null {
    return this.#now.get(photo)?.person ?? null
  }

  listen(photo: PhotoId, listener: () => void): () => void {
    return this.#listeners.add(photo, listener)
  }

  /** Whoever comes last is shown, for as long again. */
  come(photo: PhotoId, person: PersonId): void {
    clearTimeout(this.#now.get(photo)?.timer)
    this.#now.set(photo, { person, timer: setTimeout(() => this.#leave(photo), rest) })
    this.#listeners.tell(photo)
  }

  stop(): void {
    for (const { timer } of this.#now.values()) clearTimeout(timer)
    this.#now.clear()
  }

  #leave(photo: PhotoId): void {
    this.#now.delete(photo)
    this.#listeners.tell(photo)
  }
}
