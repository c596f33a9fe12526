import { useMemo } from 'react'
import { useGallery } from '../gallery/use-gallery.tsx'
import { serverNow } from '../net/server-clock.ts'
import { type ShownSubject, subjectsOf } from './subjects.ts'

/** Reckoned anew when something of it differs, and not with every mark: each photo is asked about for each of them. */
export function useSubjects(): readonly ShownSubject[] {
  const { gallery, scenes, photos, photoById, people, grants, links } = useGallery()
  return useMemo(
    () => subjectsOf({ gallery, scenes, photos, photoById, people, grants, links }, serverNow()),
    [gallery, scenes, photos, photoById, people, grants, links],
  )
}
