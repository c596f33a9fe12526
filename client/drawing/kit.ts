/** What a hand may hold: tools, three widths, a few colours. */
import { toolKeys } from '../../common/key-wishes.ts'
import type { Tool } from '../../common/sheet/shape.ts'

export type DrawTool = 'select' | Exclude<Tool, 'pin'> | 'pin'
export type Thickness = 0 | 1 | 2

export interface Kit {
  readonly tool: DrawTool
  readonly width: Thickness
  /** Null: one's own hue. */
  readonly colour: string | null
  /** Staff: for the studio alone. */
  readonly teamOnly: boolean
}

/** In the order of the rail. */
export const drawTools: readonly DrawTool[] = toolKeys

/** Colours that are nobody's hue, so that a stroke never looks like another person's. */
export const palette = [
  { name: 'white', colour: '#ffffff' },
  { name: 'black', colour: '#171716' },
  { name: 'yellow', colour: '#ffe600' },
  { name: 'cyan', colour: '#00e5ff' },
] as const

/** Pixels on the screen where one draws, however far one has zoomed in: strokes, and letters of texts. */
const strokePixels = [3, 5, 9] as const
const letterPixels = [16, 22, 34] as const

/** The width as the sheet keeps it: a fraction of the long edge. `edge`: that edge in pixels on the screen now. */
export function widthOf(tool: DrawTool, width: Thickness, edge: number): number {
  const pixels = tool === 'text' ? letterPixels[width] : strokePixels[width]
  return Math.min(0.2, Math.max(0.0001, pixels / Math.max(1, edge)))
}
