/** Rows fetched at once at the most. */
const sizeMost = 1_000

/** One journal read backwards, a few rows at a time; more with every time, as little is told of what was read so far. */
export class Reel<Row> {
  readonly #fetch: (before: Row | null, limit: number) => Promise<readonly Row[]>
  #size: number
  #rows: readonly Row[] = []
  #at = 0
  #ended = false
  /** The last row taken. */
  last: Row | null = null

  /** `fetch`: rows before one, newest first; fewer than asked for are the last. */
  constructor(fetch: (before: Row | null, limit: number) => Promise<readonly Row[]>, size: number) {
    this.#fetch = fetch
    this.#size = size
  }

  async head(): Promise<Row | null> {
    if (this.#at === this.#rows.length && !this.#ended) {
      this.#rows = await this.#fetch(this.last, this.#size)
      this.#at = 0
      this.#ended = this.#rows.length < this.#size
      this.#size = Math.min(this.#size * 8, sizeMost)
    }
    return this.#rows[this.#at] ?? null
  }

  take(): void {
    this.last = this.#rows[this.#at] ?? this.last
    this.#at++
  }
}

/** Neither does this reel hold anything, nor is anything looked for. */
export const emptyReel = <Row>(): Reel<Row> => new Reel<Row>(async () => [], 1)
