/** Several pictures looked at together: one is moved, the others follow and keep what sets them apart. Pure. */
import { fitLook, type Look, mostZoom } from '../canvas/view-box.ts'

export interface Moved {
  readonly index: number
  readonly look: Look
  /** Whether the others follow. */
  readonly together: boolean
}

/** From a picture seen whole there is no step to follow: the others then look where this one looks. */
export function movedLooks(looks: readonly Look[], { index, look, together }: Moved): readonly Look[] {
  const before = looks[index]
  return looks.map((one, i) => (i === index ? look : together && before ? followed(one, before, look) : one))
}

function followed(own: Look, before: Look, after: Look): Look {
  if (after.fit) return fitLook
  if (own.fit || before.fit) return after
  return {
    fit: false,
    zoom: Math.min(mostZoom, (own.zoom * after.zoom) / before.zoom),
    cx: own.cx + after.cx - before.cx,
    cy: own.cy + after.cy - before.cy,
  }
}

/** As many looks as there are pictures: a new picture looks where the first one does. */
export const looksFor = (looks: readonly Look[], count: number): readonly Look[] =>
  Array.from({ length: count }, (_, i) => looks[i] ?? looks[0] ?? fitLook)

/** Round the middle of what is seen; smaller than the whole picture never. `now`: screen pixels for one of the picture. */
export function zoomedBy(look: Look, now: number, factor: number): Look {
  const [cx, cy] = look.fit ? [0.5, 0.5] : [look.cx, look.cy]
  return { fit: false, zoom: Math.min(mostZoom, Math.max(0.02, now * factor)), cx, cy }
}
