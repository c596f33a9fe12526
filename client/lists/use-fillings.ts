/** Lists as they stand now, worked out anew whenever marks change or a minute passes. */

import { useEffect, useMemo, useState } from 'react'
import { listId } from '../../common/gallery/selection.ts'
import { useGallery, useGalleryStore, useMarksTick } from '../gallery/use-gallery.tsx'
import { serverNow } from '../net/server-clock.ts'
import { isStaff } from '../sheet/audience.ts'
import { emptyFilling, type Filling, fillingsOf, ownAudience } from './filling.ts'

/** Every list in which something stands, or that was sent, by its id. */
export function useFillings(): ReadonlyMap<string, Filling> {
  const { photos, selections, submissions } = useGallery()
  const store = useGalleryStore()
  const tick = useMarksTick()
  const now = useMinutes()
  // biome-ignore lint/correctness/useExhaustiveDependencies: marks are read from the store whenever they changed
  return useMemo(
    () => fillingsOf({ photos, selections, submissions }, (photo) => store.marks(photo), now),
    [photos, selections, submissions, store, tick, now],
  )
}

/** The lists this person fills, empty ones too: of the studio, those nobody else is asked for. */
export function useOwnLists(): readonly Filling[] {
  const { gallery, me, selections } = useGallery()
  const fillings = useFillings()
  return useMemo(() => {
    if (!me || !gallery) return []
    const audience = ownAudience(gallery, me.person)
    const mine = isStaff(gallery) ? selections.filter(({ owner, request }) => owner === null && request === null) : selections
    return mine.map((one) => fillings.get(listId(one.id, audience)) ?? emptyFilling(one, audience, serverNow()))
  }, [gallery, me, selections, fillings])
}

/** The time, a new one each minute: deadlines come by themselves. */
function useMinutes(): number {
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), 60_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
