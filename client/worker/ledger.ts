/** Which pictures are kept, how large they are and when they were last looked at: what is least looked at goes first. */
export interface Kept {
  readonly url: string
  readonly bytes: number
  /** Milliseconds since 1970. */
  readonly at: number
}

export class Ledger {
  /** Least recently looked at first. */
  readonly #kept = new Map<string, Kept>()
  readonly #most: number
  #bytes = 0

  /** `most`: bytes of everything together. `kept`: least recently looked at first, whatever a clock said meanwhile. */
  constructor(most: number, kept: readonly Kept[] = []) {
    this.#most = most
    for (const one of kept) this.#put(one)
  }

  get bytes(): number {
    return this.#bytes
  }

  get all(): readonly Kept[] {
    return [...this.#kept.values()]
  }

  has(url: string): boolean {
    return this.#kept.has(url)
  }

  looked(url: string, at: number): void {
    const known = this.#kept.get(url)
    if (known) this.#put({ ...known, at })
  }

  /** Returns what must go to make room for it: itself alone if it can never fit. */
  add(one: Kept): readonly string[] {
    if (one.bytes > this.#most) return [one.url]
    this.#put(one)
    const gone: string[] = []
    for (const { url } of this.#kept.values()) {
      if (this.#bytes <= this.#most) break
      gone.push(url)
      this.drop(url)
    }
    return gone
  }

  drop(url: string): void {
    this.#bytes -= this.#kept.get(url)?.bytes ?? 0
    this.#kept.delete(url)
  }

  #put(one: Kept): void {
    this.drop(one.url)
    this.#kept.set(one.url, one)
    this.#bytes += one.bytes
  }
}
