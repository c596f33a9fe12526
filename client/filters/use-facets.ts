import { useDeferredValue } from 'react'
import { type Facets, facetsOf } from '../../common/gallery/facets.ts'
import type { SeenPhoto } from '../../common/visibility/seen.ts'
import { useGallery } from '../gallery/use-gallery.tsx'

const kept = new WeakMap<readonly SeenPhoto[], Facets>()
function facetsFor(photos: readonly SeenPhoto[]): Facets {
  const known = kept.get(photos) ?? facetsOf(photos)
  kept.set(photos, known)
  return known
}

const none: readonly SeenPhoto[] = []

/** Cameras, keywords and days of what this person sees: counted once, and not before the window that asks for them shows. */
export function useFacets(): Facets {
  const { photos } = useGallery()
  const counted = useDeferredValue(photos, none)
  return kept.get(photos) ?? facetsFor(counted)
}
