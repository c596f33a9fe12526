/**
 * Where a picture lies on its stage: pure numbers. `scale` is CSS pixels for one pixel of the picture; `x`, `y` its top left corner.
 * What one looks at is kept as a fraction of the picture, so that it stays while paging through photos of any size.
 */
export interface Size {
  readonly width: number
  readonly height: number
}
export interface Box {
  readonly x: number
  readonly y: number
  readonly scale: number
}
/** `fit`: the whole picture. Else `zoom` screen pixels for one picture pixel round the fraction (cx, cy) of the picture. */
export type Look = { readonly fit: true } | { readonly fit: false; readonly zoom: number; readonly cx: number; readonly cy: number }

export const fitLook: Look = { fit: true }
/** Screen pixels for one pixel of the picture. */
export const mostZoom = 8
const margin = 0

/** The scale at which the whole picture is seen; never larger than its own pixels. */
export function fitScale(picture: Size, stage: Size, density: number): number {
  const scale = Math.min((stage.width - margin) / picture.width, (stage.height - margin) / picture.height)
  return Math.max(0.001, Math.min(scale, 1 / density))
}

export function boxOf(look: Look, at: { picture: Size; stage: Size; density: number }): Box {
  const { picture, stage, density } = at
  const fit = fitScale(picture, stage, density)
  const scale = look.fit ? fit : Math.max(look.zoom / density, Math.min(fit, 1 / density))
  const [cx, cy] = look.fit ? [0.5, 0.5] : [look.cx, look.cy]
  return {
    scale,
    x: place(stage.width, picture.width * scale, cx),
    y: place(stage.height, picture.height * scale, cy),
  }
}

/** Along one side: centred while it fits, else never further than its edges. */
function place(stage: number, picture: number, centre: number): number {
  if (picture <= stage) return (stage - picture) / 2
  return Math.min(0, Math.max(stage - picture, stage / 2 - centre * picture))
}

/** Zooms by a factor so that the point (px, py) of the stage stays on the same point of the picture. Back to fit when it gets smaller than that. */
export function zoomAt(box: Box, at: { picture: Size; stage: Size; density: number; px: number; py: number; factor: number }): Look {
  const { picture, stage, density, px, py, factor } = at
  const fit = fitScale(picture, stage, density)
  const scale = Math.min(mostZoom / density, box.scale * factor)
  if (scale <= fit * 1.001) return fitLook
  const fx = (px - box.x) / (picture.width * box.scale)
  const fy = (py - box.y) / (picture.height * box.scale)
  return clamped(
    {
      fit: false,
      zoom: scale * density,
      cx: fx + (stage.width / 2 - px) / (picture.width * scale),
      cy: fy + (stage.height / 2 - py) / (picture.height * scale),
    },
    at,
  )
}

/** Moves by pixels of the stage. */
export function panBy(look: Look, at: { picture: Size; stage: Size; density: number; dx: number; dy: number }): Look {
  if (look.fit) return look
  const scale = look.zoom / at.density
  return clamped({ ...look, cx: look.cx - at.dx / (at.picture.width * scale), cy: look.cy - at.dy / (at.picture.height * scale) }, at)
}

/** The centre never further than where the picture's edge meets the stage's. */
function clamped(look: Look & { fit: false }, { picture, stage, density }: { picture: Size; stage: Size; density: number }): Look {
  const scale = look.zoom / density
  const bound = (centre: number, size: number, room: number) => {
    const half = room / 2 / (size * scale)
    return half >= 0.5 ? 0.5 : Math.min(1 - half, Math.max(half, centre))
  }
  return { ...look, cx: bound(look.cx, picture.width, stage.width), cy: bound(look.cy, picture.height, stage.height) }
}

/** Every pixel of the picture on one of the screen, round a point of the stage; and back. */
export function toggled(look: Look, box: Box, at: { picture: Size; stage: Size; density: number; px: number; py: number }): Look {
  if (!look.fit) return fitLook
  const one = 1 / at.density
  // A picture smaller than the stage is already at 1:1: twice that.
  const factor = box.scale >= one * 0.999 ? 2 : one / box.scale
  return zoomAt(box, { ...at, factor })
}

/** Percent of the picture's own pixels. */
export const percentOf = (box: Box, density: number): number => Math.round(box.scale * density * 100)

/** Where a point of the stage is on the picture, as a fraction; beyond 0..1 outside of it. */
export const toPicture = (box: Box, picture: Size, [x, y]: readonly [number, number]): readonly [number, number] => [
  (x - box.x) / (picture.width * box.scale),
  (y - box.y) / (picture.height * box.scale),
]

/** And back. */
export const toStage = (box: Box, picture: Size, [x, y]: readonly [number, number]): readonly [number, number] => [
  box.x + x * picture.width * box.scale,
  box.y + y * picture.height * box.scale,
]
