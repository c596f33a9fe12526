import type { Box, Size } from '../canvas/view-box.ts'

/** A point of a picture, as fractions of it. */
export interface Spot {
  readonly fx: number
  readonly fy: number
}

/** Where the picture lies in a lens of this size so that the spot is in its middle, a pixel of it on one of the screen. */
export function lensBox({ fx, fy }: Spot, picture: Size, lens: { readonly across: number; readonly density: number }): Box {
  const scale = 1 / lens.density
  return { scale, x: lens.across / 2 - fx * picture.width * scale, y: lens.across / 2 - fy * picture.height * scale }
}
