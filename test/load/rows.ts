/** What a measurement says: ours beside a peer doing the same work, in one run. */
export interface BenchRow {
  readonly name: string
  readonly ours: number
  readonly peer: number
  /** Ours divided by the peer's, or the other way round where more is better: see `name`. */
  readonly ratio: number
  readonly target: string
  readonly unit: string
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

export const percentile = (values: readonly number[], part: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}

/** One line for people. */
export function lineOf({ name, ours, peer, ratio, target, unit }: BenchRow): string {
  const figures = `ours ${short(ours)}, theirs ${short(peer)} ${unit}`
  return `${ratio.toFixed(3).padStart(9)}  target ${target.padEnd(8)}  ${name}  (${figures})`
}

const short = (value: number): string => (value >= 100 ? Math.round(value).toString() : value.toPrecision(3))
