/** What is told is derived: compare what a view saw before with what it sees after. */
import type { Change, GalleryState } from '../gallery/model.ts'
import { same } from '../same.ts'
import { seenSelection, seenSubmission } from './list-records.ts'
import { termsByPerson } from './persons.ts'
import { type Looking, looking, seenGallery, seenGrant, seenLink, seenPerson, seenPhoto, seenScene } from './records.ts'
import { canEnter, viewKey } from './see.ts'
import type { Seen, SeenRecord, ToldChange } from './seen.ts'
import { tableOf } from './session.ts'
import { type Touched, touchedBy } from './touched.ts'
import type { Viewer } from './viewer.ts'
import { seenView } from './views.ts'

export interface Moment {
  readonly viewer: Viewer
  readonly state: GalleryState
}

/** Everything the viewer sees. Nothing in it depends on the viewer's person. */
export function seenOf(viewer: Viewer, state: GalleryState, studio?: string): Seen {
  return seenTouched({ viewer, state }, 'all', studio)
}

/** The least that leads from what was seen before to what is seen after; null sees nothing. `changes` are the records between both states. */
export function told(
  before: Moment | null,
  after: Moment | null,
  changes: readonly Change[] | 'all',
  studio?: string,
): readonly ToldChange[] {
  const touched = touchedBetween(before, after, changes)
  const old = before ? seenTouched(before, touched, studio) : new Map<string, SeenRecord>()
  const now = after ? seenTouched(after, touched, studio) : new Map<string, SeenRecord>()
  const tell: ToldChange[] = []
  for (const [key, { kind, id }] of old) if (!now.has(key)) tell.push({ type: 'removed', kind, id })
  for (const [key, record] of now) {
    const known = old.get(key)
    if (!known) tell.push({ type: 'added', record })
    else if (!same(known, record)) tell.push({ type: 'changed', record })
  }
  return tell
}

/** What is seen once `changes` have been heard. */
export function fold(seen: Seen, changes: readonly ToldChange[]): Seen {
  const next = new Map(seen)
  for (const change of changes) {
    if (change.type === 'removed') next.delete(`${change.kind}:${change.id}`)
    else next.set(keyOf(change.record), change.record)
  }
  return next
}

/** Only for one and the same view between two states do the changed records bound what differs. */
function touchedBetween(before: Moment | null, after: Moment | null, changes: readonly Change[] | 'all'): Touched | 'all' {
  if (changes === 'all' || !before || !after) return 'all'
  if (viewKey(before.viewer) !== viewKey(after.viewer)) return 'all'
  return touchedBy(changes, [before.state, after.state])
}

function keyOf({ kind, id }: Pick<SeenRecord, 'kind' | 'id'>): string {
  return `${kind}:${id}`
}

/** The touched records as this view sees them, in the order a screen is built. */
function seenTouched({ viewer, state }: Moment, touched: Touched | 'all', studio?: string): ReadonlyMap<string, SeenRecord> {
  const seen = new Map<string, SeenRecord>()
  if (!canEnter(viewer, state)) return seen
  const look = looking(viewer, state, studio)
  const put = (record: SeenRecord | null) => {
    if (record) seen.set(keyOf(record), record)
  }
  if (touched === 'all' || touched.gallery) put(seenGallery(look, state.gallery))
  for (const scene of chosen(state.scenes, touched === 'all' || touched.scenes)) put(seenScene(look, scene))
  putPersons(look, touched === 'all' || touched.persons, put)
  for (const photo of chosen(state.photos, touched === 'all' || touched.photos)) put(seenPhoto(look, photo))
  putLists(look, touched === 'all' || touched.lists, put)
  for (const link of chosen(state.links, touched === 'all' || touched.links)) put(seenLink(look, link))
  for (const grant of chosen(state.grants, touched === 'all' || touched.grants)) put(seenGrant(look, grant))
  putTable(look, touched, put)
  if (touched === 'all' || touched.views) for (const view of state.views.values()) put(seenView(look, view))
  return seen
}

function putTable({ viewer, state }: Looking, touched: Touched | 'all', put: (record: SeenRecord | null) => void): void {
  const table = tableOf(viewer, state)
  for (const session of chosen(state.sessions, touched === 'all' || touched.sessions)) put(table.session(session))
  for (const topic of chosen(state.topics, touched === 'all' || touched.topics)) put(table.topic(topic))
  for (const vote of chosen(state.votes, touched === 'all' || touched.votes)) put(table.vote(vote))
  for (const decision of chosen(state.decisions, touched === 'all' || touched.decisions)) put(table.decision(decision))
}

/** Few, and by many things concerned: all of them or none. */
function putLists(look: Looking, which: boolean, put: (record: SeenRecord | null) => void): void {
  if (!which) return
  for (const selection of look.state.selections.values()) put(seenSelection(look, selection))
  for (const submission of look.state.submissions.values()) put(seenSubmission(look, submission))
}

function putPersons(look: Looking, which: true | Touched['persons'], put: (record: SeenRecord | null) => void): void {
  if (which !== true && which !== 'all' && which.size === 0) return
  const held = termsByPerson(look.state)
  for (const guest of chosen(look.state.guests, which === 'all' || which)) put(seenPerson(look, guest, held.get(guest.id) ?? []))
}

function chosen<Id extends string, One>(records: ReadonlyMap<Id, One>, which: true | ReadonlySet<Id>): readonly One[] {
  return which === true ? [...records.values()] : [...which].flatMap((id) => records.get(id) ?? [])
}
