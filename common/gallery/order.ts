/** The one order of scenes and of photos on every screen, in every list and export. */
import type { Photo, Scene } from './model.ts'

interface Ordered {
  readonly id: string
  readonly order: number
}

/** Ascending; of equal order by id, so that everyone's screen agrees. */
export function byOrder(a: Ordered, b: Ordered): number {
  return a.order - b.order || compare(a.id, b.id)
}

export function scenesInOrder<One extends Pick<Scene, 'id' | 'order'>>(scenes: Iterable<One>): readonly One[] {
  return [...scenes].sort(byOrder)
}

/** Scene by scene, then by their own order; photos of scenes that are not given are left out. */
export function photosInOrder<One extends Pick<Photo, 'id' | 'order' | 'scene'>>(
  photos: Iterable<One>,
  scenes: Iterable<Pick<Scene, 'id' | 'order'>>,
): readonly One[] {
  const places = new Map(scenesInOrder(scenes).map(({ id }, index) => [id, index]))
  const place = (photo: One) => places.get(photo.scene) ?? 0
  return [...photos].filter(({ scene }) => places.has(scene)).sort((a, b) => place(a) - place(b) || byOrder(a, b))
}

/** Where `count` records go in a row: after `from` and before the next of `taken`, or after all of them. Null if numbers no longer fit between. */
export function placesFor(taken: readonly number[], count: number, from?: number): readonly number[] | null {
  const start = from ?? Math.max(-1, ...taken) + 1
  const next = taken.filter((order) => order > start).reduce((least, order) => Math.min(least, order), Number.POSITIVE_INFINITY)
  const step = next === Number.POSITIVE_INFINITY ? 1 : (next - start) / count
  const places = Array.from({ length: count }, (_, index) => start + index * step)
  const rising = places.every((place, index) => index === 0 || place > (places[index - 1] ?? place))
  return rising && (places.at(-1) ?? start) < next ? places : null
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
