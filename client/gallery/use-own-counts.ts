/** What this person chose so far, counted over what they see. */
import { useMemo } from 'react'
import type { PersonId } from '../../common/ids.ts'
import { useGallery, useGalleryStore, useMarksTick } from './use-gallery.tsx'

export interface OwnCounts {
  readonly picks: number
  readonly favourites: number
  /** Over everybody whose marks this person sees. */
  readonly chosen: number
  readonly favoured: number
  readonly commented: number
  /** Photos picked, by person. */
  readonly picksOf: ReadonlyMap<PersonId, number>
}

export function useOwnCounts(): OwnCounts {
  const { photos } = useGallery()
  const store = useGalleryStore()
  const tick = useMarksTick()
  // biome-ignore lint/correctness/useExhaustiveDependencies: marks are read from the store whenever they changed
  return useMemo(() => {
    const counts = { picks: 0, favourites: 0, chosen: 0, favoured: 0, commented: 0 }
    const picksOf = new Map<PersonId, number>()
    for (const { id } of photos) {
      const { mine, byPerson, comments } = store.marks(id)
      const marks = [...byPerson]
      if (mine.flag === 'pick') counts.picks++
      if (mine.favourite) counts.favourites++
      if (marks.some(([, mark]) => mark.flag === 'pick')) counts.chosen++
      if (marks.some(([, mark]) => mark.favourite)) counts.favoured++
      if (comments > 0) counts.commented++
      for (const [person, mark] of marks) if (mark.flag === 'pick') picksOf.set(person, (picksOf.get(person) ?? 0) + 1)
    }
    return { ...counts, picksOf }
  }, [photos, store, tick])
}
