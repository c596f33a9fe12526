/** Bytes a second over the last few seconds. Times are milliseconds of any steady clock. */
const span = 5_000

export class Speed {
  #samples: { readonly bytes: number; readonly at: number }[] = []

  add(bytes: number, at: number): void {
    this.#samples.push({ bytes: Math.max(0, bytes), at })
    this.#samples = this.#samples.filter((sample) => at - sample.at <= span)
  }

  forget(): void {
    this.#samples = []
  }

  /** 0 until there is something to divide by. */
  now(at: number): number {
    const recent = this.#samples.filter((sample) => at - sample.at <= span)
    const first = recent[0]
    if (!first) return 0
    return recent.reduce((sum, sample) => sum + sample.bytes, 0) / (Math.max(250, at - first.at) / 1000)
  }
}
