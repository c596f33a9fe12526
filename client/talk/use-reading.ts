/** What is in view for a moment has been read; what was new when the photo was opened stays marked until it is left. */
import { type RefObject, useEffect, useState } from 'react'
import type { CommentId, PhotoId } from '../../common/ids.ts'
import type { CommentThread } from '../gallery/gallery-view.ts'
import { useGallery } from '../gallery/use-gallery.tsx'

/** Milliseconds words are in view before they count as read. */
const moment = 900
/** How much of the last words must be seen. */
const enough = 0.6

/** A thread is read when the last of its new words have been in view, on a page one looks at. */
export function useReadInView(place: RefObject<HTMLElement | null>, photo: PhotoId, { unread, whole }: CommentThread): void {
  const { actions } = useGallery()
  const last = unread.at(-1)
  useEffect(() => {
    const box = place.current
    const seen = last && (box?.querySelector(`[data-comment="${last}"]`) ?? box)
    if (!seen) return
    let timer: ReturnType<typeof setTimeout> | null = null
    let inView = false
    const rest = () => {
      if (timer) clearTimeout(timer)
      timer = null
    }
    const look = () => {
      if (!inView || document.visibilityState !== 'visible') rest()
      else timer ??= setTimeout(() => actions.read(photo, [whole]), moment)
    }
    const watch = new IntersectionObserver(
      (entries) => {
        inView = entries.some(({ isIntersecting }) => isIntersecting)
        look()
      },
      { threshold: enough },
    )
    watch.observe(seen)
    document.addEventListener('visibilitychange', look)
    return () => {
      rest()
      watch.disconnect()
      document.removeEventListener('visibilitychange', look)
    }
  }, [place, photo, last, whole, actions])
}

interface Fresh {
  readonly photo: PhotoId
  readonly kept: boolean
  readonly ids: ReadonlySet<CommentId>
}

const none: ReadonlySet<CommentId> = new Set()

/** Everything that was new at some moment since this photo was opened; what this browser kept of it counts until the server has told. */
export function useFresh(photo: PhotoId, threads: readonly CommentThread[]): ReadonlySet<CommentId> {
  const kept = useGallery().asOf !== null
  const [fresh, setFresh] = useState<Fresh>({ photo, kept, ids: none })
  const same = fresh.photo === photo && fresh.kept === kept
  const before = same ? fresh.ids : none
  const unread = threads.flatMap((thread) => thread.unread)
  if (!same || unread.some((id) => !before.has(id))) {
    const ids = new Set([...before, ...unread])
    setFresh({ photo, kept, ids })
    return ids
  }
  return before
}
