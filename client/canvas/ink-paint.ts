/** Strokes as paths a canvas fills, kept until they change. */
import { centreLines } from './ink-lines.ts'
import { highlightWidth, lineHeight } from './ink-place.ts'
import { type Inked, inkEdge, inkSize } from './ink-shape.ts'
import { letterFont, letterWeight } from './letters.ts'
import { paintGrowing } from './settled-wax.ts'
import type { Box, Size } from './view-box.ts'
import { growingPaths, waxPath } from './wax-paths.ts'

/** What a picture is drawn on at the moment. */
export interface Sheet {
  readonly box: Box
  readonly picture: Size
}

/** The little of a canvas this needs. */
export type Brush = CanvasRenderingContext2D

/** Pixels on the screen: the dark line round wax, and the least a stroke is wide however far away one looks. */
const casing = 1.7
const thinnest = 1.6
const dark = 'rgba(0, 0, 0, 0.58)'

export function paint(brush: Brush, sheet: Sheet, ink: Inked): void {
  const scale = unitScale(sheet)
  brush.save()
  brush.translate(sheet.box.x, sheet.box.y)
  brush.scale(scale, scale)
  brush.globalAlpha = ink.pale ? 0.3 : 1
  if (ink.tool === 'text') paintText(brush, sheet, ink)
  else if (ink.tool === 'highlight') paintMarker(brush, sheet, ink)
  else paintWax(brush, sheet, ink)
  brush.restore()
}

/** Pixels of the stage for one unit. */
export const unitScale = ({ box, picture }: Sheet): number => (box.scale * Math.max(picture.width, picture.height)) / inkEdge

function paintWax(brush: Brush, sheet: Sheet, ink: Inked): void {
  brush.lineJoin = 'round'
  brush.strokeStyle = dark
  brush.lineWidth = (2 * casing) / unitScale(sheet)
  if (ink.growing) {
    paintGrowing(brush, { id: ink.id, paths: growingPaths(ink, sheet.picture), colour: ink.colour })
    return
  }
  const path = waxPath(ink, sheet.picture, Math.max(1, thinnest / (ink.width * inkEdge * unitScale(sheet))))
  brush.stroke(path)
  brush.fillStyle = ink.colour
  brush.fill(path)
}

function paintMarker(brush: Brush, sheet: Sheet, ink: Inked): void {
  const size = inkSize(sheet.picture)
  brush.globalAlpha *= 0.42
  // A marker is wide: nothing of it beside the picture.
  brush.beginPath()
  brush.rect(0, 0, size.width, size.height)
  brush.clip()
  brush.lineJoin = 'round'
  brush.lineCap = 'butt'
  for (const { points, width } of centreLines(ink, size)) {
    brush.strokeStyle = ink.colour
    brush.lineWidth = Math.max(width * highlightWidth, 3 / unitScale(sheet))
    const path = new Path2D()
    for (const [x, y] of points) path.lineTo(x, y)
    const [only] = points
    if (only && points.length === 1) path.lineTo(only[0] + 0.1, only[1])
    brush.stroke(path)
  }
}

function paintText(brush: Brush, sheet: Sheet, ink: Inked): void {
  const size = inkSize(sheet.picture)
  const [x, y] = ink.points[0] ?? [0, 0]
  const letters = ink.width * inkEdge
  brush.font = `${letterWeight} ${letters}px ${letterFont}`
  brush.textBaseline = 'top'
  brush.lineJoin = 'round'
  brush.strokeStyle = 'rgba(0, 0, 0, 0.66)'
  brush.lineWidth = Math.max(letters * 0.14, 3 / unitScale(sheet))
  brush.fillStyle = ink.colour
  for (const [i, line] of (ink.text ?? '').split('\n').entries()) {
    const top = y * size.height + (i * lineHeight + 0.12) * letters
    brush.strokeText(line, x * size.width, top)
    brush.fillText(line, x * size.width, top)
  }
}
