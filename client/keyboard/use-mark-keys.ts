/** Keys that mark: one act on all photos held, with the label that all carry taken off. */
import { useCallback } from 'react'
import type { PhotoId } from '../../common/ids.ts'
import { useGallery, useGalleryStore } from '../gallery/use-gallery.tsx'
import { type MarkAct, patchOf } from './keys.ts'

/** Returns a function that marks these photos; false if this person may not. */
export function useMarking(): (photos: readonly PhotoId[], mark: MarkAct) => boolean {
  const store = useGalleryStore()
  const { gallery } = useGallery()
  return useCallback(
    (photos, mark) => {
      if (!gallery || photos.length === 0) return false
      const patch = patchOf(
        mark,
        photos.map((photo) => store.marks(photo).mine),
        gallery.rights,
      )
      if (!patch) return false
      store.actions.mark(photos, patch)
      return true
    },
    [store, gallery],
  )
}
