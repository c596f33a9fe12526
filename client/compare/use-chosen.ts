import { useMemo } from 'react'
import type { PhotoId } from '../../common/ids.ts'
import { picksOf } from '../gallery/picks.ts'
import { useGalleryStore, useMarksTick } from '../gallery/use-gallery.tsx'
import { mostSurveyed } from './survey.ts'
import type { SideRoom } from './use-side.ts'

/** Chosen photos that hang on the wall, in order: what "all chosen" lays out. */
export function useChosen({ wall }: Pick<SideRoom, 'wall'>): readonly PhotoId[] {
  const store = useGalleryStore()
  const tick = useMarksTick()
  // biome-ignore lint/correctness/useExhaustiveDependencies: marks are read from the store whenever they changed
  return useMemo(() => wall.filter((photo) => picksOf(store.marks(photo)).length > 0).slice(0, mostSurveyed), [wall, store, tick])
}
