/** Pointers of everybody on a picture that lies among others, always seen whole. */
import { useMemo, useRef } from 'react'
import type { SeenPhoto } from '../../common/visibility/seen.ts'
import type { Placed } from '../canvas/photo-canvas.tsx'
import { Pointers } from './pointers.tsx'
import { usePointing } from './use-pointing.ts'

interface OverFrameProps {
  readonly photo: SeenPhoto
  /** Pixels. */
  readonly width: number
  readonly height: number
}

export function OverFrame({ photo, width, height }: OverFrameProps) {
  const layer = useRef<HTMLSpanElement>(null)
  const at = useMemo<Placed>(() => {
    const size = { width, height }
    return { box: { x: 0, y: 0, scale: 1 }, picture: size, stage: size, density: 1 }
  }, [width, height])
  const own = usePointing(layer, { photo: photo.id, at })
  return (
    <span ref={layer} className="over-picture" aria-hidden="true">
      <Pointers photo={photo.id} at={at} own={own} />
    </span>
  )
}
