/** Whether one looks closer than what one may see has pixels for. Pure. */
import type { Pictured } from './pictured.ts'

/** Per cent of its own pixels up to which a picture is as sharp as it is; null where nothing is held back. */
export function sharpUpTo({ picture, renditions, fullSize }: Pick<Pictured, 'picture' | 'renditions' | 'fullSize'>): number | null {
  const finest = renditions.at(-1)?.edge
  const longest = Math.max(picture.width, picture.height)
  return fullSize || finest === undefined || finest >= longest ? null : (100 * finest) / longest
}
