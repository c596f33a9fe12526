/** What hangs on the wall now: filter and order from the page's address, chapters by scene. */
import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { type Filter, filterFrom, filterPairs, isFiltering, matcher } from '../../common/gallery/filter.ts'
import type { PhotoId } from '../../common/ids.ts'
import type { SeenPhoto } from '../../common/visibility/seen.ts'
import { type Order, ordered, orderFrom } from '../gallery/photo-order.ts'
import { useGallery, useGalleryStore, useMarksTick } from '../gallery/use-gallery.tsx'
import type { Chapter } from './wall.tsx'

export interface WallState {
  readonly filter: Filter
  readonly filtering: boolean
  readonly order: Order
  readonly chapters: readonly Chapter[]
  /** In the order they hang. */
  readonly hanging: readonly SeenPhoto[]
  readonly setFilter: (filter: Filter) => void
  readonly setOrder: (order: Order) => void
}

export function useWall(): WallState {
  const { scenes, photosOf } = useGallery()
  const store = useGalleryStore()
  const tick = useMarksTick()
  const [search, setSearch] = useSearchParams()
  const address = search.toString()
  const filter = useMemo(() => filterFrom(new URLSearchParams(address)), [address])
  const order = orderFrom(search.get('sort'))
  const filtering = isFiltering(filter)
  const marksCount = filtering || order === 'rating' ? tick : 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: marks are read from the store whenever they changed
  const chapters = useMemo(() => {
    const matches = matcher(filter)
    const marks = (photo: PhotoId) => store.marks(photo)
    return scenes
      .map((scene) => ({
        scene,
        photos: ordered(
          (photosOf.get(scene.id) ?? []).filter((photo) => !filtering || matches(photo, marks(photo.id))),
          order,
          marks,
        ),
      }))
      .filter(({ photos }) => photos.length > 0 || !filtering)
  }, [scenes, photosOf, filter, filtering, order, store, marksCount])
  const change = useCallback(
    (pairs: readonly (readonly [string, string])[], sort: Order) => {
      const next = new URLSearchParams(pairs.map(([name, value]) => [name, value]))
      if (sort !== 'manual') next.set('sort', sort)
      setSearch(next, { replace: true, preventScrollReset: true })
    },
    [setSearch],
  )
  return {
    filter,
    filtering,
    order,
    chapters,
    hanging: useMemo(() => chapters.flatMap(({ photos }) => photos), [chapters]),
    setFilter: useCallback((next) => change(filterPairs(next), order), [change, order]),
    setOrder: useCallback((next) => change(filterPairs(filter), next), [change, filter]),
  }
}
