/** Outlines of strokes as paths, worked out once for as long as they stay the same. */
import type { Place } from '../../common/sheet/shape.ts'
import { centreLines, seedOf } from './ink-lines.ts'
import { type Ribbon, ribbon } from './ink-ribbon.ts'
import { type InkShape, inkSize } from './ink-shape.ts'
import type { Size } from './view-box.ts'

interface Kept {
  readonly shape: InkShape
  readonly ratio: number
  readonly swell: number
  readonly path: Path2D
}
const kept = new Map<string, Kept>()
/** More than a screen ever shows: then everything is worked out anew. */
const mostKept = 2_000

/** `swell`: how much wider than it was drawn, so that it can be seen from afar. */
export function waxPath(shape: InkShape, picture: Size, swell: number): Path2D {
  const ratio = picture.width / picture.height
  const steps = Math.ceil(swell * 4) / 4
  const known = kept.get(shape.id)
  if (known && known.ratio === ratio && known.swell === steps && sameShape(known.shape, shape)) return known.path
  const free = shape.tool === 'pen' || shape.tool === 'ellipse'
  const path = new Path2D()
  trace(path, { ...shape, width: shape.width * steps }, picture, free ? [1, 1] : [0.3, 0.3])
  if (kept.size > mostKept) kept.clear()
  kept.set(shape.id, { shape, ratio, swell: steps, path })
  return path
}

/** Points of a growing stroke in one path; a path begins a little before the last one ends. */
const pointsPerPath = 160
const overlap = 3
let growing: { readonly id: string; readonly ratio: number; readonly paths: Path2D[] }[] = []
/** Strokes that grow at the same time: one's own and those of some others. */
const mostGrowing = 12

/** A stroke to which points are added: all of its paths but the last stay as they are. */
export function growingPaths(shape: InkShape, picture: Size): readonly Path2D[] {
  const ratio = picture.width / picture.height
  const known = growing.find((one) => one.id === shape.id && one.ratio === ratio) ?? { id: shape.id, ratio, paths: [] }
  growing = [known, ...growing.filter(({ id }) => id !== shape.id)].slice(0, mostGrowing)
  const whole = Math.floor((shape.points.length - 1) / pointsPerPath)
  if (known.paths.length > whole) known.paths.length = 0
  while (known.paths.length < whole) known.paths.push(piece(shape, picture, known.paths.length))
  return [...known.paths, piece(shape, picture, whole)]
}

function piece(shape: InkShape, picture: Size, n: number): Path2D {
  const [from, to] = [Math.max(0, n * pointsPerPath - overlap), (n + 1) * pointsPerPath + 1]
  const part = { ...shape, points: shape.points.slice(from, to), pressure: shape.pressure.slice(from, to) }
  const path = new Path2D()
  trace(path, part, picture, [n === 0 ? 1 : 0, 0])
  return path
}

function trace(path: Path2D, shape: InkShape, picture: Size, taper: NonNullable<Ribbon['taper']>): void {
  const seed = seedOf(shape.id)
  for (const [i, { points, pressure, width }] of centreLines(shape, inkSize(picture)).entries()) {
    const outline = ribbon({ points, pressure, width, seed: seed + i, taper })
    const [first] = outline
    if (!first) continue
    path.moveTo(first[0], first[1])
    outline.forEach((point, k) => {
      const next = outline[(k + 1) % outline.length] ?? point
      if (k > 0) path.quadraticCurveTo(point[0], point[1], (point[0] + next[0]) / 2, (point[1] + next[1]) / 2)
    })
    path.closePath()
  }
}

function sameShape(a: InkShape, b: InkShape): boolean {
  return (
    a === b ||
    (a.tool === b.tool &&
      a.width === b.width &&
      a.text === b.text &&
      samePlaces(a.points, b.points) &&
      a.pressure.length === b.pressure.length)
  )
}

const samePlaces = (a: readonly Place[], b: readonly Place[]): boolean =>
  a === b || (a.length === b.length && a.every((place, i) => place[0] === b[i]?.[0] && place[1] === b[i]?.[1]))
