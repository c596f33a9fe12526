/** What is marked so far, counted over what this person sees. */
import { useMemo } from 'react'
import { type Totals, totalsOf } from './mark-totals.ts'
import { useGallery, useGalleryStore, useMarksTick } from './use-gallery.tsx'

export function useOwnCounts(): Totals {
  const { photos } = useGallery()
  const store = useGalleryStore()
  const tick = useMarksTick()
  // biome-ignore lint/correctness/useExhaustiveDependencies: marks are read from the store whenever they changed
  return useMemo(() => totalsOf(store).read(photos), [photos, store, tick])
}
