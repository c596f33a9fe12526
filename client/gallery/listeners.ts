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
