/** React's way to an open gallery. `GalleryRoom` opens it once for everything below; leaving the last room closes it a little later. */
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import type { GalleryId, PhotoId } from '../../common/ids.ts'
import type { GalleryActions, GalleryStore, GalleryView, PhotoMarks, PhotoTalk } from './gallery-view.ts'
import type { Notice } from './notice.ts'
import { holdGallery } from './open-galleries.ts'

/** A gallery that is open already, for everything below. */
export const GalleryStoreRoom = createContext<GalleryStore | null>(null)

export function GalleryRoom({ gallery, children }: { readonly gallery: GalleryId; readonly children: ReactNode }) {
  const [held, setHeld] = useState<{ readonly id: GalleryId; readonly store: GalleryStore } | null>(null)
  useEffect(() => {
    const { store, release } = holdGallery(gallery)
    setHeld({ id: gallery, store })
    return release
  }, [gallery])
  return held?.id === gallery ? <GalleryStoreRoom value={held.store}>{children}</GalleryStoreRoom> : null
}

export function useGalleryStore(): GalleryStore {
  const store = useContext(GalleryStoreRoom)
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

/** Milliseconds between two looks at all marks: with twenty people marking, counters and filters need not follow each of them. */
const marksPace = 100

/** Told of marks at most ten times a second; of the first of them at once. */
export function listenPaced(store: Pick<GalleryStore, 'onMarks'>, changed: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null
  let missed = false
  const rest = () => {
    timer = missed ? setTimeout(rest, marksPace) : null
    if (missed) changed()
    missed = false
  }
  const stop = store.onMarks(() => {
    missed = true
    if (timer === null) rest()
  })
  return () => {
    stop()
    if (timer !== null) clearTimeout(timer)
  }
}

/** A number that grows after any photo's marks changed: a dependency for filters and counters. Whoever asks nothing of marks needs none. */
export function useMarksTick(wanted = true): number {
  const store = useGalleryStore()
  const [tick, setTick] = useState(() => store.marksChanges())
  useEffect(() => {
    if (!wanted) return
    const look = () => setTick(store.marksChanges())
    const stop = listenPaced(store, look)
    // What changed between the first look and here was told to nobody.
    look()
    return stop
  }, [store, wanted])
  return wanted ? tick : 0
}

export function useNotices(listener: (notice: Notice) => void): void {
  const store = useGalleryStore()
  useEffect(() => store.onNotice(listener), [store, listener])
}
