/** The part of a growing stroke that no longer changes, kept as pixels: a frame costs as much at its end as at its beginning. */
interface Settled {
  readonly id: string
  /** Where and how large it was painted: pixels of another look are worth nothing. */
  readonly look: string
  readonly casing: CanvasRenderingContext2D
  readonly wax: CanvasRenderingContext2D
  paths: number
}

/** Strokes kept so at the same time: two canvases each. */
const mostSettled = 3
/** Shorter strokes are painted whole. */
const worthwhile = 2
let settled: Settled[] = []

export interface GrowingWax {
  readonly id: string
  /** All but the last are settled. */
  readonly paths: readonly Path2D[]
  readonly colour: string
}

/** The brush stands ready: place, line width and style of the casing. */
export function paintGrowing(brush: CanvasRenderingContext2D, wax: GrowingWax): void {
  const { paths, colour } = wax
  const kept = paths.length > worthwhile ? settle(brush, wax) : null
  const fresh = kept ? paths.slice(-1) : paths
  if (kept) stamp(brush, kept.casing)
  for (const path of fresh) brush.stroke(path)
  if (kept) stamp(brush, kept.wax)
  brush.fillStyle = colour
  for (const path of fresh) brush.fill(path)
}

function settle(brush: CanvasRenderingContext2D, { id, paths, colour }: GrowingWax): Settled | null {
  const { width, height } = brush.canvas
  const place = brush.getTransform()
  const look = `${width} ${height} ${place.a} ${place.e} ${place.f}`
  const known = settled.find((one) => one.id === id)
  const fits = known?.look === look && known.paths < paths.length
  const [casing, wax] = fits ? [known.casing, known.wax] : [sheetOf(brush, known?.casing), sheetOf(brush, known?.wax)]
  if (!casing || !wax) return null
  const one: Settled = fits ? known : { id, look, casing, wax, paths: 0 }
  if (!fits) settled = [one, ...settled.filter((other) => other.id !== id)].slice(0, mostSettled)
  for (const context of [casing, wax]) {
    context.setTransform(place)
    context.lineJoin = brush.lineJoin
    context.lineWidth = brush.lineWidth
    context.strokeStyle = brush.strokeStyle
    context.fillStyle = colour
  }
  for (const path of paths.slice(one.paths, -1)) {
    casing.stroke(path)
    wax.fill(path)
  }
  one.paths = paths.length - 1
  return one
}

/** An empty canvas as large as the brush's. */
function sheetOf(brush: CanvasRenderingContext2D, used?: CanvasRenderingContext2D): CanvasRenderingContext2D | null {
  const canvas = used?.canvas ?? document.createElement('canvas')
  // Setting the size also wipes it.
  canvas.width = brush.canvas.width
  canvas.height = brush.canvas.height
  return canvas.getContext('2d')
}

function stamp(brush: CanvasRenderingContext2D, from: CanvasRenderingContext2D): void {
  brush.save()
  brush.setTransform(1, 0, 0, 1, 0, 0)
  brush.drawImage(from.canvas, 0, 0)
  brush.restore()
}
