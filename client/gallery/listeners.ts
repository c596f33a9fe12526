/** Listeners by subject. A listener that throws harms nobody else. */
export class Listeners<Args extends readonly unknown[] = []> {
  readonly #all = new Set<(...args: Args) => void>()

  get size(): number {
    return this.#all.size
  }

  add(listener: (...args: Args) => void): () => void {
    // A listener added twice is two: React subscribes the same function from two components.
    const own = (...args: Args) => listener(...args)
    this.#all.add(own)
    return () => {
      this.#all.delete(own)
    }
  }

  tell(...args: Args): void {
    for (const listener of [...this.#all]) {
      try {
        listener(...args)
      } catch (fault) {
        console.error(fault)
      }
    }
  }
}

/** Listeners of many subjects, each told of its own. */
export class ListenersBy<Key> {
  readonly #all = new Map<Key, Listeners>()

  add(key: Key, listener: () => void): () => void {
    const listeners = this.#all.get(key) ?? new Listeners()
    this.#all.set(key, listeners)
    const off = listeners.add(listener)
    return () => {
      off()
      if (listeners.size === 0 && this.#all.get(key) === listeners) this.#all.delete(key)
    }
  }

  tell(key: Key): void {
    this.#all.get(key)?.tell()
  }

  tellAll(): void {
    for (const listeners of this.#all.values()) listeners.tell()
  }
}
