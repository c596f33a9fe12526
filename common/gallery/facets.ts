/** What a wall can be filtered by, with how often it occurs. Counted over what one sees and nothing else. */
import { captureOf, type FilterPhoto } from './filter.ts'

export interface Facet {
  readonly value: string
  readonly count: number
}
export interface Facets {
  readonly cameras: readonly Facet[]
  readonly keywords: readonly Facet[]
  /** Days of capture, the earliest first. */
  readonly days: readonly Facet[]
}

export function facetsOf(photos: Iterable<FilterPhoto>): Facets {
  const [cameras, keywords, days] = [new Map<string, number>(), new Map<string, number>(), new Map<number, number>()]
  for (const photo of photos) {
    const capture = captureOf(photo)
    if (!capture) continue
    if (capture.camera) count(cameras, capture.camera)
    for (const keyword of once(capture.keywords)) count(keywords, keyword)
    if (capture.takenAt !== null) count(days, Math.floor(capture.takenAt / day))
  }
  return { cameras: oftenFirst(cameras), keywords: oftenFirst(keywords), days: inOrder(days) }
}

function count<Value>(counts: Map<Value, number>, value: Value): void {
  counts.set(value, (counts.get(value) ?? 0) + 1)
}

const once = (values: readonly string[]): Iterable<string> => (values.length > 1 ? new Set(values) : values)

/** Milliseconds. */
const day = 24 * 60 * 60_000

/** Photos are counted by number of day: words are made for each day, not for each photo. */
const nameOf = (of: number): string => new Date(of * day).toISOString().slice(0, 10)

const facets = (counts: ReadonlyMap<string, number>): Facet[] => [...counts].map(([value, n]) => ({ value, count: n }))

const oftenFirst = (counts: ReadonlyMap<string, number>): readonly Facet[] =>
  facets(counts).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))

const inOrder = (counts: ReadonlyMap<number, number>): readonly Facet[] =>
  [...counts].sort(([a], [b]) => a - b).map(([of, n]) => ({ value: nameOf(of), count: n }))
