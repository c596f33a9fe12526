/**
 * After every change of an open gallery, in one synchronous stretch: whoever lost the gallery is shown out, what waits
 * for those who lost something is dropped, each view is told what differs, and whoever sees by other grants now moves.
 */

import type { Change, GalleryState, RecordKind } from '../../common/gallery/model.ts'
import type { PhotoId } from '../../common/ids.ts'
import { canEnter, viewKey } from '../../common/visibility/see.ts'
import { told } from '../../common/visibility/told.ts'
import { chunksOf, statesOf } from './bundle.ts'
import { dueAt } from './entering.ts'
import type { Member } from './member.ts'
import { changesMine, tellMine } from './mine.ts'
import { type Move, move } from './moving.ts'
import type { OpenGallery } from './open-gallery.ts'
import { showSoon } from './presence.ts'
import type { SheetPlace } from './sheet-index.ts'
import { closingFor, standingOf } from './standing.ts'
import { freshPhotos, readsPlace, type View } from './view.ts'

/** `all`: anything may differ, as after time alone or after records read anew. */
export type Changed = readonly Change[] | 'all'

export function tellAll(open: OpenGallery, step: { before: GalleryState; changes: Changed; now: number }): void {
  const { before, changes, now } = step
  const wide = isWide(changes)
  for (const view of open.views.values()) view.stateChanged()
  const moves = wide ? reviewMembers(open, [...open.everyone()], now) : []
  const places = wide ? [...open.index.all()] : placesOf(open, changes)
  for (const view of open.views.values()) tellView(open, view, { before, changes, places })
  tellOwn(open, before, places)
  for (const one of moves) move(open, one, before)
  if (changesMine(changes)) tellMine(open)
  open.dropEmptyViews()
  open.dueAt = dueAt(open.state, now)
  open.presence.reviewAll()
  showSoon(open)
}

/** Some persons' standing may differ, the gallery does not: members whose seat in the team changed. */
export function tellMembers(open: OpenGallery, members: readonly Member[], now: number): void {
  for (const one of reviewMembers(open, members, now)) move(open, one, open.state)
  tellMine(open)
  open.dropEmptyViews()
  open.presence.reviewAll()
  showSoon(open)
}

/** Shows out who may no longer be here; answers who now belongs to another view. Both no longer listen to their old one. */
function reviewMembers(open: OpenGallery, members: readonly Member[], now: number): readonly Move[] {
  const moves: Move[] = []
  for (const member of members) {
    const who = { person: member.sits.by, as: member.sits.as, staff: member.staff }
    const viewer = standingOf(open.state, who, now)
    const from = member.viewer
    if (!viewer || !canEnter(viewer, open.state)) open.dismiss(member, closingFor(open.state, who, now))
    else if (viewKey(viewer) === member.view.key) member.viewer = viewer
    else if (member.seats.size > 0) moves.push({ member, from, to: viewer })
    else open.dismiss(member, closingFor(open.state, who, now))
  }
  for (const { member } of moves) {
    for (const seat of member.seats) {
      seat.leaveView()
      member.view.seats.delete(seat)
    }
  }
  return moves
}

function tellView(open: OpenGallery, view: View, step: { before: GalleryState; changes: Changed; places: readonly SheetPlace[] }): void {
  const { before, places } = step
  const after = open.state
  const { viewer } = view
  const changes = told({ viewer, state: before }, { viewer, state: after }, step.changes, open.studio)
  const reads = places.filter((place) => view.reads(after, place))
  const gained = reads.filter((place) => !readsPlace(viewer, before, place))
  const lost =
    changes.some((change) => change.type === 'removed') ||
    places.some((place) => !view.reads(after, place) && readsPlace(viewer, before, place))
  if (lost) view.forget()
  const tick = open.nextTick()
  let sub = 0
  if (changes.length > 0) {
    view.fold(changes)
    const sent = view.channel.tell(changes, freshPhotos(changes), tick)
    sub = sent.sub
    view.deliver(sent)
  }
  for (const sheets of chunksOf(statesOf(open, gained))) view.deliver(view.channel.send(sheets, tick, sub))
}

/** Person sheets go to their person, as far as the view does not carry them. */
function tellOwn(open: OpenGallery, before: GalleryState, places: readonly SheetPlace[]): void {
  const gained = new Map<Member, SheetPlace[]>()
  const each = places.flatMap((place) => (place.person ? [...open.membersOf(place.person)].map((member) => ({ place, member })) : []))
  for (const { place, member } of each) {
    if (member.view.reads(open.state, place)) continue
    const reads = readsPlace(member.viewer, open.state, place)
    const read = readsPlace(member.viewer, before, place)
    if (read && !reads) {
      member.own.forget()
      for (const seat of member.seats) seat.forget()
    }
    if (reads && !read) gained.set(member, [...(gained.get(member) ?? []), place])
  }
  for (const [member, own] of gained) {
    for (const sheets of chunksOf(statesOf(open, own))) member.deliver(member.own.send(sheets, open.nextTick()))
  }
}

/** Kinds that say nothing about who may see what else. */
const narrow: ReadonlySet<RecordKind> = new Set(['photo', 'guest', 'session', 'topic', 'vote', 'decision', 'claim'])

/** Whether more than the named photos may be seen otherwise now. */
function isWide(changes: Changed): boolean {
  return changes === 'all' || changes.some(({ kind }) => !narrow.has(kind))
}

function placesOf(open: OpenGallery, changes: Changed): readonly SheetPlace[] {
  if (changes === 'all') return [...open.index.all()]
  return changes.flatMap(({ kind, id }) => (kind === 'photo' ? open.index.ofPhoto(id as PhotoId) : []))
}
