/** What is drawn on the open version, as this screen looks at it. */
import { useMemo } from 'react'
import type { DrawingId, PhotoId, VersionId } from '../../common/ids.ts'
import type { Inked } from '../canvas/ink-shape.ts'
import type { CommentThread, SeenDrawing } from '../gallery/gallery-view.ts'
import { usePhotoTalk } from '../gallery/use-gallery.tsx'
import { inkOf } from './inks.ts'
import { seesDrawing, seesThread } from './sight.ts'
import { useInkSight } from './sight-room.tsx'

export interface NumberedThread {
  readonly thread: CommentThread
  readonly number: number
}
export interface OpenInk {
  /** Of this version, hidden ones included. */
  readonly drawings: readonly SeenDrawing[]
  readonly known: ReadonlySet<DrawingId>
  /** Those one looks at. */
  readonly inks: readonly Inked[]
  /** With their numbers in the list of threads; those of other versions and those not looked at are left out. */
  readonly threads: readonly NumberedThread[]
}

export function useOpenInk(photo: PhotoId, version: VersionId | null): OpenInk {
  const talk = usePhotoTalk(photo)
  const { sight } = useInkSight()
  return useMemo(() => {
    const drawings = talk.drawings.filter((one) => one.version === version)
    const seen = drawings.filter((one) => seesDrawing(sight, one, talk.threads))
    const threads = talk.threads
      .map((thread, index) => ({ thread, number: index + 1 }))
      .filter(({ thread }) => (thread.first.version === null || thread.first.version === version) && seesThread(sight, thread))
    return { drawings, known: new Set(drawings.map(({ id }) => id)), inks: seen.map(inkOf), threads }
  }, [talk, version, sight])
}
