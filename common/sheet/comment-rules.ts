/** Comments: written, edited and deleted by their author; resolved by author and staff; never removed, so that replies keep their thread. */
import type { GalleryState } from '../gallery/model.ts'
import { commentId, type PhotoId, type VersionId } from '../ids.ts'
import { mayBeCalled } from '../visibility/readers.ts'
import { may } from '../visibility/rights.ts'
import { commentSchema } from './schema.ts'
import type { Comment } from './shape.ts'
import { type EntryChange, type SheetFacts, timely, type Verdict } from './verdict.ts'

type Body = Omit<Comment, 'id'>

export function commentVerdict(facts: SheetFacts, { key, before, after }: EntryChange): Verdict {
  if (!commentId.safeParse(key).success) return 'malformed'
  if (!may(facts.viewer, facts.state, 'comment')) return 'not-allowed'
  if (after === undefined) return 'not-allowed'
  const to = commentSchema.safeParse(after)
  if (!to.success) return 'malformed'
  return before === undefined ? added(facts, key, to.data) : changed(facts, commentSchema.parse(before), to.data)
}

function added(facts: SheetFacts, key: string, to: Body): Verdict {
  const { viewer, state, photo, now } = facts
  if (to.author !== viewer.person) return 'not-yourself'
  if (!timely(to.at, now) || !sound(to, now)) return 'malformed'
  if (to.resolved && to.resolved.by !== viewer.person) return 'not-yourself'
  if (to.deleted === null && to.body.trim() === '') return 'malformed'
  if (to.version && !hasVersion(state, photo, to.version)) return 'malformed'
  return (to.parent === null ? null : threadStands(facts, key, to.parent)) ?? callsVerdict(facts, to.mentions)
}

/** Only who reads this sheet is called by name. Whoever was called before stays called, also once they read it no more. */
function callsVerdict({ state, photo: id, audience, now }: SheetFacts, called: Body['mentions'], before: Body['mentions'] = []): Verdict {
  const photo = state.photos.get(id)
  const more = called.filter((person) => !before.includes(person))
  return more.every((person) => photo && mayBeCalled({ state, photo, audience, now }, person)) ? null : 'not-a-reader'
}

/** A reply follows a first comment of the same sheet. */
function threadStands(facts: SheetFacts, key: string, parent: string): Verdict {
  const first = commentSchema.safeParse(facts.comment(parent))
  return parent !== key && first.success && first.data.parent === null ? null : 'malformed'
}

/** Stamps a new comment carries (made, edited and resolved in one push) are as timely as the comment. */
const sound = (to: Body, now: number): boolean =>
  [to.edited, to.deleted, to.resolved?.at ?? null].every((at) => at === null || timely(at, now)) && (to.deleted === null || to.body === '')

function changed(facts: SheetFacts, from: Body, to: Body): Verdict {
  const { viewer, now } = facts
  const author = from.author === viewer.person
  if (!author && !viewer.staff) return 'not-yourself'
  if (!keeps(from, to)) return 'not-allowed'
  const resolution = resolutionVerdict(facts, from, to)
  if (resolution) return resolution
  const words = from.body !== to.body || from.edited !== to.edited || from.deleted !== to.deleted || !sameList(from.mentions, to.mentions)
  if (!words) return null
  if (!author) return 'not-yourself'
  return wordsStand(from, to, now) ? callsVerdict(facts, to.mentions, from.mentions) : 'malformed'
}

function wordsStand(from: Body, to: Body, now: number): boolean {
  if (from.deleted !== null) return from.deleted === to.deleted && from.body === to.body && from.edited === to.edited
  if (to.deleted !== null) return timely(to.deleted, now) && to.body === ''
  return to.body.trim() !== '' && to.edited !== null && (to.edited === from.edited || timely(to.edited, now))
}

function resolutionVerdict({ viewer, now }: SheetFacts, from: Body, to: Body): Verdict {
  if (from.resolved?.by === to.resolved?.by && from.resolved?.at === to.resolved?.at) return null
  if (to.resolved === null) return null
  if (to.resolved.by !== viewer.person) return 'not-yourself'
  return timely(to.resolved.at, now) ? null : 'malformed'
}

/** What a comment is about never changes. */
const keeps = (from: Body, to: Body): boolean =>
  from.author === to.author &&
  from.at === to.at &&
  from.parent === to.parent &&
  from.version === to.version &&
  from.drawing === to.drawing &&
  from.place?.[0] === to.place?.[0] &&
  from.place?.[1] === to.place?.[1]

const sameList = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((item, i) => item === b[i])

export const hasVersion = (state: GalleryState, photo: PhotoId, version: VersionId): boolean =>
  state.photos.get(photo)?.versions.some(({ id }) => id === version) ?? false
