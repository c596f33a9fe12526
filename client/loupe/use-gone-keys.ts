import { useGallery } from '../gallery/use-gallery.tsx'
import { useKeys } from '../keyboard/use-keys.ts'
import type { Paging } from './use-paging.ts'

/** Where a photo was that is gone: on, back, or to the wall. */
export function useGoneKeys({ next, previous, go, leave }: Pick<Paging, 'next' | 'previous' | 'go' | 'leave'>): void {
  const { gallery } = useGallery()
  useKeys(gallery?.keys ?? 'lightroom', ({ type }) => {
    if (type === 'close' || type === 'grid') leave()
    else if (type === 'right' && next) go(next.id)
    else if (type === 'left' && previous) go(previous.id)
    else return false
    return true
  })
}
