/** Which clients see a photo, as far as this person may know it. */
import { useCallback, useMemo } from 'react'
import type { PersonId, PhotoId } from '../../common/ids.ts'
import { canSee } from '../../common/visibility/see.ts'
import type { Viewer } from '../../common/visibility/viewer.ts'
import type { GalleryView } from '../gallery/gallery-view.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { isStaff } from '../sheet/audience.ts'
import { stateOfSeen, termsHeld } from './share/sight.ts'

export type ReadersOf = (photo: PhotoId) => readonly PersonId[] | null

/** Staff: by the rule the server goes by. Main clients among themselves: all of them, for they see everything. Else it is not known. */
export function useReaders(): ReadersOf {
  const { gallery, scenes, photos, people, grants, links, me } = useGallery()
  const staff = gallery !== null && isStaff(gallery)
  const exact = useMemo(
    () => (staff ? readersByRule({ gallery, scenes, photos, people, grants, links }) : null),
    [staff, gallery, scenes, photos, people, grants, links],
  )
  const main = useMemo(() => mainClients(gallery, people, me?.person ?? null), [gallery, people, me?.person])
  return useCallback((photo) => (exact ? exact(photo) : main), [exact, main])
}

type Known = Pick<GalleryView, 'scenes' | 'photos' | 'people' | 'grants' | 'links'> & {
  readonly gallery: NonNullable<GalleryView['gallery']>
}

/** Worked out when somebody looks, photo by photo. */
function readersByRule({ gallery, scenes, photos, people, grants, links }: Known): (photo: PhotoId) => readonly PersonId[] {
  const asked = new Map<PhotoId, readonly PersonId[]>()
  let prepared: { readonly state: ReturnType<typeof stateOfSeen>; readonly viewers: readonly Viewer[] } | null = null
  const prepare = () => ({
    state: stateOfSeen({ gallery, scenes, photos }),
    viewers: [...people.values()]
      .filter((person) => !person.staff)
      .map(({ id }): Viewer => {
        const held = termsHeld(id, grants, links).map((terms) => ({ ...terms, termsHold: true }))
        return { person: id, gallery: gallery.id, staff: null, grants: held }
      }),
  })
  return (id) => {
    const known = asked.get(id)
    if (known) return known
    prepared ??= prepare()
    const { state, viewers } = prepared
    const photo = state.photos.get(id)
    const readers = photo ? viewers.filter((viewer) => canSee(viewer, state, photo)).map(({ person }) => person) : []
    asked.set(id, readers)
    return readers
  }
}

function mainClients(gallery: GalleryView['gallery'], people: GalleryView['people'], me: PersonId | null): readonly PersonId[] | null {
  const clients = [...people.values()].filter((person) => !person.staff && !person.apart)
  if (gallery?.role !== 'mainClient' || clients.some(({ id, role }) => id !== me && role !== 'mainClient')) return null
  return [...new Set([...clients.map(({ id }) => id), ...(me ? [me] : [])])]
}
