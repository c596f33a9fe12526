/** Drawings of a sheet as the canvas knows them; equal drawings are the same object, so that nothing is worked out twice. */
import { sameDrawing } from '../../common/sheet/drawing-rules.ts'
import { packPoints, unpackPoints } from '../../common/sheet/geometry.ts'
import type { Inked, InkShape } from '../canvas/ink-shape.ts'
import type { SeenDrawing } from '../gallery/gallery-view.ts'
import { waxOf } from '../ui/hue.ts'

const known = new Map<string, { readonly drawing: SeenDrawing; readonly ink: Inked }>()
/** More than several photos hold. */
const mostKnown = 2_000

export function inkOf(drawing: SeenDrawing): Inked {
  const before = known.get(drawing.id)
  if (before && sameDrawing(before.drawing, drawing)) return before.ink
  const { id, tool, width, text, colour, author } = drawing
  const ink = {
    ...{ id, tool, width, text },
    points: unpackPoints(drawing.points),
    pressure: [...drawing.pressure],
    colour: colour ?? waxOf(author),
  }
  if (known.size > mostKnown) known.clear()
  known.set(id, { drawing, ink })
  return ink
}

/** Points as the sheet keeps them. */
export const packedOf = ({ points, pressure }: Pick<InkShape, 'points' | 'pressure'>) => ({
  points: packPoints(points),
  pressure: Uint8Array.from(pressure),
})
