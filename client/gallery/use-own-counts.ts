/** What is marked so far, counted over what this person sees. */
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { type Totals, totalsOf } from './mark-totals.ts'
import { listenPaced, useGallery, useGalleryStore, useMarksTick } from './use-gallery.tsx'

export function useOwnCounts(): Totals {
  const { photos } = useGallery()
  const store = useGalleryStore()
  const tick = useMarksTick()
  // biome-ignore lint/correctness/useExhaustiveDependencies: marks are read from the store whenever they changed
  return useMemo(() => totalsOf(store).read(photos), [photos, store, tick])
}

/** One number of them: renders again only when it differs. */
export function useOwnCount(of: (totals: Totals) => number): number {
  const { photos } = useGallery()
  const store = useGalleryStore()
  return useSyncExternalStore(
    useCallback((changed) => listenPaced(store, changed), [store]),
    () => of(totalsOf(store).read(photos)),
  )
}
