/** Keys and habits of who signs in: kept with the person, told to all of their open pages, on other nodes by a hint. */

import type { PersonId } from '../../common/ids.ts'
import type { KeyWishes } from '../../common/key-wishes.ts'
import { done, type Result, refuse } from '../../common/result.ts'
import { same } from '../../common/same.ts'
import type { Bus, Clock, Store } from '../ports.ts'
import { isUser, loadPerson, loadUser, personEntry } from './persons.ts'

export interface KeyBookDeps {
  readonly store: Pick<Store, 'streams'>
  readonly bus: Bus
  readonly clock: Clock
  readonly log: { warn(facts: object, text: string): void }
}

/** Two pages at one moment: the second reads on and tries again, a few times. */
const attempts = 5

type Tell = (kept: KeyWishes | null) => void

export class KeyBook {
  readonly #deps: KeyBookDeps
  readonly #pages = new Map<PersonId, Set<Tell>>()
  readonly #deaf: () => void
  /** One is told after the other: the last is the newest. */
  #line: Promise<void> = Promise.resolve()

  constructor(deps: KeyBookDeps) {
    this.#deps = deps
    this.#deaf = deps.bus.listen((hint) => {
      if (hint.type === 'keys' && this.#pages.has(hint.person)) void this.#tell(hint.person)
    })
  }

  /** A page of somebody who signed in is told now and after every change; visitors have their browser's. Returns how to let go. */
  hold(person: PersonId, tell: Tell): () => void {
    if (!isUser(person)) return () => undefined
    const pages = this.#pages.get(person) ?? new Set()
    this.#pages.set(person, pages.add(tell))
    void this.#tell(person, tell)
    return () => {
      pages.delete(tell)
      if (pages.size === 0 && this.#pages.get(person) === pages) this.#pages.delete(person)
    }
  }

  async keep(person: PersonId, keys: KeyWishes): Promise<Result<void>> {
    const { store, clock, bus } = this.#deps
    for (let attempt = 0; attempt < attempts; attempt++) {
      const kept = await loadPerson(store, person)
      if (kept?.person.kind !== 'user') return refuse('sign-in-needed')
      if (same(kept.person.keys, keys)) return done(undefined)
      const entry = personEntry({ ...kept.person, keys }, kept.rev + 1, { type: 'person:keys', keys }, clock.now())
      if ((await store.streams.commit(entry)) !== 'ok') continue
      await this.#tell(person)
      bus.say({ type: 'keys', person })
      return done(undefined)
    }
    return refuse('retry')
  }

  close(): void {
    this.#deaf()
    this.#pages.clear()
  }

  /** A page that is not told now is with its next connection. */
  #tell(person: PersonId, only?: Tell): Promise<void> {
    this.#line = this.#line.then(() => this.#tellNow(person, only))
    return this.#line
  }

  async #tellNow(person: PersonId, only?: Tell): Promise<void> {
    if (!isUser(person)) return
    try {
      const user = await loadUser(this.#deps.store, person)
      for (const tell of this.#pages.get(person) ?? []) if (user && (!only || tell === only)) tell(user.keys ?? null)
    } catch (fault) {
      this.#deps.log.warn({ err: fault }, 'keys could not be told')
    }
  }
}
