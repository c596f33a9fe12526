/** What others do on the open picture, laid over it; and what they are told of this page: its part of the picture and its pointer. */
import { useEffect, useRef } from 'react'
import type { PhotoId } from '../../common/ids.ts'
import { type Part, partOf } from '../canvas/part.ts'
import type { Placed } from '../canvas/photo-canvas.tsx'
import type { Look } from '../canvas/view-box.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { Pointers } from './pointers.tsx'
import { useTable } from './session-room.tsx'
import { useLed } from './use-led.ts'
import { usePointing } from './use-pointing.ts'

interface OverPictureProps {
  readonly photo: PhotoId
  readonly at: Placed
  readonly look: Look
  /** Whoever is followed looks so. */
  readonly onLed: (look: Look) => void
  /** Told of the part seen here, null for all of it, while there is anybody to follow. */
  readonly onPart: (part: Part | null) => void
}

export function OverPicture({ photo, at, look, onLed, onPart }: OverPictureProps) {
  const { laser } = useTable()
  const layer = useRef<HTMLDivElement>(null)
  useSayPart(partOf(look, at), onPart)
  useLed({ photo, at, onLed })
  const own = usePointing(layer, { photo, at })
  const stop = (event: { stopPropagation(): void }) => {
    if (laser) event.stopPropagation()
  }
  return (
    <div
      ref={layer}
      className={laser ? 'over-picture pointing' : 'over-picture'}
      onPointerDown={stop}
      onPointerMove={stop}
      onPointerUp={stop}
      aria-hidden="true"
    >
      <Pointers photo={photo} at={at} own={own} />
    </div>
  )
}

/** Said while there is anybody to follow it. */
function useSayPart(part: Part | null, onPart: (part: Part | null) => void): void {
  const { here } = useGallery()
  const watched = here.length > 0
  const said = watched ? part?.join(' ') : null
  const latest = useRef(part)
  latest.current = part
  // biome-ignore lint/correctness/useExhaustiveDependencies: the part as text says when it differs
  useEffect(() => {
    if (watched) onPart(latest.current)
  }, [said, watched, onPart])
  useEffect(() => () => onPart(null), [onPart])
}
