import { useMemo } from 'react'
import { type Facets, facetsOf } from '../../common/gallery/facets.ts'
import { useGallery } from '../gallery/use-gallery.tsx'

/** Cameras, keywords and days of what this person sees. */
export function useFacets(): Facets {
  const { photos } = useGallery()
  return useMemo(() => facetsOf(photos), [photos])
}
