/** Two layers above a picture: still ink, painted again only when it or the look changes, and the ink that moves. */
import type Konva from 'konva'
import { useCallback, useEffect, useRef } from 'react'
import { Layer, Shape } from 'react-konva'
import { paint, type Sheet } from './ink-paint.ts'
import type { Inked } from './ink-shape.ts'

/** Ink that changes from frame to frame. */
export interface MovingInk {
  all(): readonly Inked[]
  listen(changed: () => void): () => void
}

export function StillInk({ sheet, inks }: { readonly sheet: Sheet; readonly inks: readonly Inked[] }) {
  const scene = useCallback(
    (context: Konva.Context) => {
      for (const ink of inks) paint(context._context, sheet, ink)
    },
    [sheet, inks],
  )
  return (
    <Layer listening={false}>
      <Shape sceneFunc={scene} listening={false} perfectDrawEnabled={false} />
    </Layer>
  )
}

export function MovingInkLayer({ sheet, source }: { readonly sheet: Sheet; readonly source: MovingInk }) {
  const layer = useRef<Konva.Layer>(null)
  useEffect(() => source.listen(() => layer.current?.batchDraw()), [source])
  const scene = useCallback(
    (context: Konva.Context) => {
      for (const ink of source.all()) paint(context._context, sheet, ink)
    },
    [sheet, source],
  )
  return (
    <Layer ref={layer} listening={false}>
      <Shape sceneFunc={scene} listening={false} perfectDrawEnabled={false} />
    </Layer>
  )
}
