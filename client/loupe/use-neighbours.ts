/** Which photos to fetch ahead: two in the direction one pages, and one behind. */
import { useMemo, useRef } from 'react'
import type { SeenGallery } from '../../common/visibility/seen.ts'
import type { AheadPicture } from '../canvas/use-ahead.ts'
import { currentVersion } from '../contact-sheet/picture.tsx'
import { pictured } from './pictured.ts'
import type { Paging } from './use-paging.ts'

export function useNeighbours(gallery: SeenGallery, { photos, index }: Pick<Paging, 'photos' | 'index'>): readonly AheadPicture[] {
  const last = useRef({ index, direction: 1 })
  if (last.current.index !== index) last.current = { index, direction: index < last.current.index ? -1 : 1 }
  const { direction } = last.current
  return useMemo(
    () =>
      [1, 2, -1].flatMap((step) => {
        const photo = photos[index + step * direction]
        return photo && photo.state === 'ready' ? (pictured(gallery, photo, currentVersion(photo)) ?? []) : []
      }),
    [gallery, photos, index, direction],
  )
}
