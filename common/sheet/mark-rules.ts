/** Marks and picks: everyone sets their own; on the team sheet all staff set the house mark, each in their own name. */
import type { RightName } from '../gallery/model.ts'
import type { SelectionId } from '../ids.ts'
import { countsPlaces, hasPlace, lockOf, picksInto } from '../visibility/lists.ts'
import { may, rightsOf } from '../visibility/rights.ts'
import { isStaff } from '../visibility/see.ts'
import { markSchema, pickSchema } from './schema.ts'
import { houseKey, type Mark, parsePickKey } from './shape.ts'
import { type EntryChange, type SheetFacts, timely, type Verdict } from './verdict.ts'

const markRights = ['flag', 'label', 'stars', 'favourite'] as const satisfies readonly RightName[]
const unset: Pick<Mark, (typeof markRights)[number]> = { flag: null, label: null, stars: 0, favourite: false }

export function markVerdict(facts: SheetFacts, { key, before, after }: EntryChange): Verdict {
  const { viewer, state, audience, now } = facts
  const own = audience === 'team' ? houseKey : viewer.person
  if (key !== own) return 'not-yourself'
  if (audience === 'team' && !viewer.staff) return 'not-allowed'
  const from = before === undefined ? unset : markSchema.parse(before)
  const rights = rightsOf(viewer, state)
  const allowed = (right: RightName) => rights[right] === 'edit'
  if (after === undefined) return markRights.every((field) => from[field] === unset[field] || allowed(field)) ? null : 'not-allowed'
  const parsed = markSchema.safeParse(after)
  if (!parsed.success) return 'malformed'
  const to = parsed.data
  const changed = markRights.filter((field) => from[field] !== to[field])
  if (!changed.every(allowed)) return 'not-allowed'
  if (same(before, to)) return markRights.some(allowed) ? null : 'not-allowed'
  if (to.by !== viewer.person) return 'not-yourself'
  if (!timely(to.at, now)) return 'malformed'
  return markRights.some(allowed) ? null : 'not-allowed'
}

export function pickVerdict(facts: SheetFacts, { key, before, after }: EntryChange): Verdict {
  const { viewer, state, now } = facts
  const place = parsePickKey(key)
  if (!place) return 'malformed'
  if (place.person !== viewer.person) return 'not-yourself'
  if (!may(viewer, state, 'select')) return 'not-allowed'
  if (after === undefined && before === undefined) return null
  const refusal = refusalToPick(facts, place.selection, { before, after })
  if (refusal || after === undefined) return refusal
  const pick = pickSchema.safeParse(after)
  if (!pick.success) return 'malformed'
  if (pick.data.by !== viewer.person) return 'not-yourself'
  return same(before, pick.data) || timely(pick.data.at, now) ? null : 'malformed'
}

/** Of a list that is gone picks may still be taken away. */
function refusalToPick(facts: SheetFacts, id: SelectionId, { before, after }: Pick<EntryChange, 'before' | 'after'>): Verdict {
  const { viewer, state, audience, photo, now } = facts
  const selection = state.selections.get(id)
  if (!selection) return after === undefined ? null : 'not-found'
  if (isStaff(viewer) && audience !== 'team') return 'not-allowed'
  if (!picksInto(viewer, state, selection)) return after === undefined ? null : 'not-found'
  const locked = lockOf(state, { selection, audience, now })
  if (locked || after === undefined || before !== undefined) return locked
  return countsPlaces(selection, audience) && !hasPlace(state, id, { audience, photo }) ? 'list-full' : null
}

/** Touched without effect: another write to the same key came out on top. */
function same(before: unknown, after: object): boolean {
  if (typeof before !== 'object' || before === null) return false
  return Object.entries(after).every(([field, value]) => Object.entries(before).some(([name, known]) => name === field && known === value))
}
