/** React's way to an open gallery. `GalleryRoom` opens it once for everything below; leaving the last room closes it a little later. */
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import type { GalleryId, PhotoId } from '../../common/ids.ts'
import type { GalleryActions, GalleryStore, GalleryView, Notice, PhotoMarks, PhotoTalk } from './gallery-view.ts'
import { holdGallery } from './open-galleries.ts'

const Room = createContext<GalleryStore | null>(null)

export function GalleryRoom({ gallery, children }: { readonly gallery: GalleryId; readonly children: ReactNode }) {
  const [held, setHeld] = useState<{ readonly id: GalleryId; readonly store: GalleryStore } | null>(null)
  useEffect(() => {
    const { store, release } = holdGallery(gallery)
    setHeld({ id: gallery, store })
    return release
  }, [gallery])
  return held?.id === gallery ? <Room value={held.store}>{children}</Room> : null
}

export function useGalleryStore(): GalleryStore {
  const store = useContext(Room)
  if (!store) throw new Error('there is no GalleryRoom around this')
  return store
}

/** The gallery of the room around this component. */
export function useGallery(): GalleryView & { readonly actions: GalleryActions } {
  const store = useGalleryStore()
  const view = useSyncExternalStore(
    useCallback((changed) => store.onView(changed), [store]),
    () => store.view(),
  )
  return { ...view, actions: store.actions }
}

/** Renders again only when this photo's marks change. */
export function usePhotoMarks(photo: PhotoId): PhotoMarks {
  const store = useGalleryStore()
  return useSyncExternalStore(
    useCallback((changed) => store.onPhoto(photo, changed), [store, photo]),
    () => store.marks(photo),
  )
}

export function usePhotoTalk(photo: PhotoId): PhotoTalk {
  const store = useGalleryStore()
  return useSyncExternalStore(
    useCallback((changed) => store.onPhoto(photo, changed), [store, photo]),
    () => store.talk(photo),
  )
}

/** A number that changes whenever any photo's marks do: a dependency for filters and counters. */
export function useMarksTick(): number {
  const store = useGalleryStore()
  const [tick, setTick] = useState(0)
  useEffect(() => store.onMarks(() => setTick((n) => n + 1)), [store])
  return tick
}

export function useNotices(listener: (notice: Notice) => void): void {
  const store = useGalleryStore()
  useEffect(() => store.onNotice(listener), [store, listener])
}
