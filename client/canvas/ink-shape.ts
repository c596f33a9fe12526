/** A drawing as the canvas knows it, and the space it is worked out in. Places are fractions of the picture, 0..1. */
import type { Place, Tool } from '../../common/sheet/shape.ts'
import type { Size } from './view-box.ts'

export interface InkShape {
  /** Seeds the hand: the same drawing looks the same everywhere. */
  readonly id: string
  readonly tool: Tool
  /** Line, arrow: both ends. Rectangle, ellipse: two opposite corners. Text: its top left. Pin: its middle. Else the stroke. */
  readonly points: readonly Place[]
  /** 0..255 for each point, or none. */
  readonly pressure: readonly number[]
  /** Fraction of the picture's long edge; of a text the height of its letters. */
  readonly width: number
  readonly text: string | null
}

/** `#rrggbb`: what the stroke is filled with. */
export interface Inked extends InkShape {
  readonly colour: string
  /** Hidden on the sheet, or not meant at the moment: drawn paler. */
  readonly pale?: boolean
  /** Points are still added at its end: what is there already is not worked out again. */
  readonly growing?: boolean
}

/** Units of the picture's long edge in which strokes are worked out: about the pixels of a large screen, so that a hand looks like a hand. */
export const inkEdge = 1_600

/** Side lengths of the picture in units. */
export function inkSize(picture: Size): Size {
  const unit = inkEdge / Math.max(picture.width, picture.height, 1)
  return { width: picture.width * unit, height: picture.height * unit }
}

/** Lines and marker strokes a hand made freely. */
export const isFree = (tool: Tool): boolean => tool === 'pen' || tool === 'highlight'
