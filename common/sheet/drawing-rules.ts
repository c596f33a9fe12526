/** Drawings: made by their author and never changed but for being hidden or shown; author and staff may hide and delete. */
import { drawingId } from '../ids.ts'
import { may } from '../visibility/rights.ts'
import { hasVersion } from './comment-rules.ts'
import { drawingSchema } from './schema.ts'
import type { Drawing } from './shape.ts'
import { type EntryChange, type SheetFacts, timely, type Verdict } from './verdict.ts'

export function drawingVerdict(facts: SheetFacts, { key, before, after }: EntryChange): Verdict {
  if (!drawingId.safeParse(key).success) return 'malformed'
  if (!may(facts.viewer, facts.state, 'draw')) return 'not-allowed'
  if (before === undefined) return after === undefined ? null : added(facts, after)
  const from = drawingSchema.parse(before)
  if (from.author !== facts.viewer.person && !facts.viewer.staff) return 'not-yourself'
  if (after === undefined) return null
  const to = drawingSchema.safeParse(after)
  if (!to.success) return 'malformed'
  return keeps(from, to.data) ? null : 'not-allowed'
}

function added({ viewer, state, photo, now }: SheetFacts, after: unknown): Verdict {
  const to = drawingSchema.safeParse(after)
  if (!to.success) return 'malformed'
  if (to.data.author !== viewer.person) return 'not-yourself'
  return timely(to.data.at, now) && hasVersion(state, photo, to.data.version) ? null : 'malformed'
}

/** Everything but `hidden`. */
const keeps = (from: Drawing, to: Drawing): boolean =>
  from.author === to.author &&
  from.at === to.at &&
  from.version === to.version &&
  from.tool === to.tool &&
  from.colour === to.colour &&
  from.width === to.width &&
  from.text === to.text &&
  sameBytes(from.points, to.points) &&
  sameBytes(from.pressure, to.pressure)

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, i) => byte === b[i])
