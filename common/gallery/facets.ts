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
  const [cameras, keywords, days] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()]
  for (const photo of photos) {
    const capture = captureOf(photo)
    if (!capture) continue
    if (capture.camera) count(cameras, capture.camera)
    for (const keyword of new Set(capture.keywords)) count(keywords, keyword)
    if (capture.takenAt !== null) count(days, dayOf(capture.takenAt))
  }
  return { cameras: oftenFirst(cameras), keywords: oftenFirst(keywords), days: inOrder(days) }
}

const count = (counts: Map<string, number>, value: string): void => void counts.set(value, (counts.get(value) ?? 0) + 1)

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)

const facets = (counts: ReadonlyMap<string, number>): Facet[] => [...counts].map(([value, n]) => ({ value, count: n }))

const oftenFirst = (counts: ReadonlyMap<string, number>): readonly Facet[] =>
  facets(counts).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))

const inOrder = (counts: ReadonlyMap<string, number>): readonly Facet[] => facets(counts).sort((a, b) => (a.value < b.value ? -1 : 1))
