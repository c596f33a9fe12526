/** Where tiles lie on the stage: on whole pixels of the screen, so that neighbours meet and 1:1 is exact. */
import { levelFor, type PixelRect, type Pixels, type TileAt, tileRect, tilesIn } from '../../common/gallery/tiles.ts'
import type { Box, Size } from './view-box.ts'

export interface Placed {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
export interface TileScene {
  readonly picture: Pixels
  readonly box: Box
  readonly stage: Size
  readonly density: number
}

/** What of the picture is in sight, in its own pixels. */
export function seenPart({ picture, box, stage }: Omit<TileScene, 'density'>): PixelRect {
  return {
    left: Math.max(0, -box.x / box.scale),
    top: Math.max(0, -box.y / box.scale),
    right: Math.min(picture.width, (stage.width - box.x) / box.scale),
    bottom: Math.min(picture.height, (stage.height - box.y) / box.scale),
  }
}

/** The tiles that the zoom needs, most urgent first; none while a rendition is enough. */
export function neededTiles(scene: TileScene): readonly TileAt[] {
  const level = levelFor(scene.picture, scene.box.scale * scene.density)
  return level === null ? [] : tilesIn(scene.picture, level, seenPart(scene))
}

export function placedTile(at: TileAt, { picture, box, density }: Omit<TileScene, 'stage'>): Placed {
  const rect = tileRect(picture, at)
  const onScreen = (start: number, pixel: number) => whole((start + pixel * box.scale) * density) / density
  const x = onScreen(box.x, rect.left)
  const y = onScreen(box.y, rect.top)
  return { x, y, width: onScreen(box.x, rect.right) - x, height: onScreen(box.y, rect.bottom) - y }
}

/** Half a pixel goes up, whatever floating point makes of it: else one edge of a tile goes up and the other down. */
const whole = (pixels: number): number => Math.floor(pixels + 0.5 + 1e-7)
