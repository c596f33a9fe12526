/** Repeatable chance: the same seed makes the same run. */
export interface Chance {
  readonly seed: number
  /** 0 ≤ n < 1 */
  next(): number
  /** 0 ≤ n < below */
  int(below: number): number
  pick<T>(from: readonly [T, ...T[]]): T
  pickFrom<T>(from: readonly T[]): T | undefined
  flip(odds?: number): boolean
}

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (below: number) => Math.floor(next() * below)
  return {
    seed,
    next,
    int,
    pick: (from) => from[int(from.length)] ?? from[0],
    pickFrom: (from) => from[int(from.length)],
    flip: (odds = 0.5) => next() < odds,
  }
}

/** `SEED` of the environment, or another one each run; printed so that a failure can be repeated. */
export function seedOf(name: string): number {
  const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31)
  process.stdout.write(`${name}: SEED=${seed}\n`)
  return seed
}
