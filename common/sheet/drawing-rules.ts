/** Drawings: made and changed by their author; author and staff may hide and delete. Who drew it, when and on which version never changes. */
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
  const author = from.author === facts.viewer.person
  if (!author && !facts.viewer.staff) return 'not-yourself'
  if (after === undefined) return null
  const to = drawingSchema.safeParse(after)
  if (!to.success) return 'malformed'
  if (!stays(from, to.data)) return 'not-allowed'
  return author || sameStroke(from, to.data) ? null : 'not-yourself'
}

function added({ viewer, state, photo, now }: SheetFacts, after: unknown): Verdict {
  const to = drawingSchema.safeParse(after)
  if (!to.success) return 'malformed'
  if (to.data.author !== viewer.person) return 'not-yourself'
  return timely(to.data.at, now) && hasVersion(state, photo, to.data.version) ? null : 'malformed'
}

/** A drawing stays its author's, on its version, made with its tool. */
const stays = (from: Drawing, to: Drawing): boolean =>
  from.author === to.author && from.at === to.at && from.version === to.version && from.tool === to.tool

const sameStroke = (a: Drawing, b: Drawing): boolean =>
  a.colour === b.colour && a.width === b.width && a.text === b.text && sameBytes(a.points, b.points) && sameBytes(a.pressure, b.pressure)

/** Nothing anybody could see differs. */
export const sameDrawing = (a: Drawing, b: Drawing): boolean => stays(a, b) && sameStroke(a, b) && a.hidden === b.hidden

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, i) => byte === b[i])
