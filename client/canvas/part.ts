/** The part of a picture that is seen, as fractions of it: another window, of any size, shows the same part. */
import { type Box, boxOf, fitLook, type Look, mostZoom, type Size } from './view-box.ts'

export type Part = readonly [left: number, top: number, right: number, bottom: number]

export interface Framed {
  readonly picture: Size
  readonly stage: Size
  readonly density: number
}

/** Null when the whole picture is seen. */
export function partOf(look: Look, at: Framed): Part | null {
  if (look.fit) return null
  const box = boxOf(look, at)
  const [across, down] = [at.picture.width * box.scale, at.picture.height * box.scale]
  return [
    within(-box.x / across),
    within(-box.y / down),
    within((at.stage.width - box.x) / across),
    within((at.stage.height - box.y) / down),
  ]
}

/** The largest look at which all of the part is seen, as far as zoom goes. */
export function lookAt(part: Part | null, { picture, stage, density }: Framed): Look {
  if (!part) return fitLook
  const [left, top, right, bottom] = part
  const [across, down] = [Math.max(0.0001, right - left) * picture.width, Math.max(0.0001, bottom - top) * picture.height]
  const scale = Math.min(stage.width / across, stage.height / down)
  return { fit: false, zoom: Math.min(mostZoom, scale * density), cx: (left + right) / 2, cy: (top + bottom) / 2 }
}

/** Where a point of the stage lies in the picture, as fractions. */
export function spotOf([x, y]: readonly [number, number], box: Box, picture: Size): readonly [number, number] {
  return [(x - box.x) / (picture.width * box.scale), (y - box.y) / (picture.height * box.scale)]
}

/** A step from one part towards another: `share` 1 is there. */
export function towards(from: Part, to: Part, share: number): Part {
  const [a, b, c, d] = from
  const [e, f, g, h] = to
  return [a + (e - a) * share, b + (f - b) * share, c + (g - c) * share, d + (h - d) * share]
}

/** A word a few times a second: four digits are finer than a pixel of any screen. */
const within = (fraction: number): number => Math.round(Math.min(1, Math.max(0, fraction)) * 10_000) / 10_000
