/** Two versions of one photo looked at alike, whatever their sizes. Pure. */
import { type Look, mostZoom, type Size } from '../canvas/view-box.ts'
import type { Pictured } from './pictured.ts'

/** Versions whose proportion differs by less were not cropped. */
const sameProportion = 0.01

/** A version of the same proportion is laid out as large as the other, so that both cover each other to the pixel. */
export function asLarge(one: Pictured, other: Pictured): Pictured {
  const [a, b] = [one.picture, other.picture]
  if (a.width === b.width && a.height === b.height) return one
  const apart = Math.abs((a.width * b.height) / (a.height * b.width) - 1)
  // Tiles are cut by the version's own size: renditions stand in where it is laid out at another.
  return apart < sameProportion ? { ...one, picture: b, fullSize: null } : one
}

/** The same part of the subject, as large on the screen. */
export function lookOn(look: Look, from: Size, to: Size): Look {
  if (look.fit || from.width === to.width) return look
  return { ...look, zoom: Math.min(mostZoom, (look.zoom * from.width) / to.width) }
}
