/** Where somebody is, as far as one sees it: of several pages the one that spoke last. */
import { useCallback, useMemo } from 'react'
import { useIntl } from 'react-intl'
import type { PersonId } from '../../common/ids.ts'
import type { Here } from '../gallery/gallery-view.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import type { Place } from './place.ts'
import { shortName } from './short-name.ts'

export function usePlaceOf(person: PersonId | null): Place | null {
  const { here, photoById } = useGallery()
  const seat = here.findLast((one) => one.person === person && one.photo !== null)
  return useMemo(() => {
    const { photo = null, side = null } = seat ?? {}
    // A word about a photo may be faster than the photo.
    if (!photo || !photoById.has(photo)) return null
    return { photo, side: side && { ...side, photos: side.photos.filter((one) => photoById.has(one)) } }
  }, [seat, photoById])
}

/** The photo by name, or how many lie side by side; null for one that is not here. */
export function useSaysPlace(): (place: Pick<Here, 'photo' | 'side'>) => string | null {
  const intl = useIntl()
  const { photoById } = useGallery()
  return useCallback(
    ({ photo, side }) => {
      const seen = photo ? photoById.get(photo) : undefined
      if (!seen) return null
      if (!side) return shortName(seen)
      const lie = side.photos.filter((one) => photoById.has(one) && !side.dropped.includes(one))
      return intl.formatMessage({ id: 'live.beside' }, { n: lie.length })
    },
    [intl, photoById],
  )
}
