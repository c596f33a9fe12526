/** Who is where, as far as each view may know: unknown persons are not there at all, somebody on an unseen photo is on none. */
import { presencePerSecond } from '../../common/limits.ts'
import type { PresenceFrame, PresenceSay, PresenceState } from '../../common/protocol/live.ts'
import type { OpenGallery } from './open-gallery.ts'
import { everyone, tellPresence } from './presence-frames.ts'
import { opened, seenPresence } from './presence-seen.ts'
import { mayDraw } from './presence-stroke.ts'
import type { OpenSeat } from './seat.ts'
import type { View } from './view.ts'

const tickMs = Math.ceil(1000 / presencePerSecond)

/** Takes what a seat says of itself; who it is, the server says. */
export function sayPresence(open: OpenGallery, seat: OpenSeat, say: PresenceSay | null): void {
  if (seat.member.looks) {
    if (say) watch(open, seat, say)
    return
  }
  const { gallery: _, ...said } = say ?? { gallery: open.id, photo: null }
  const { person, staff } = seat.member
  const name = open.state.guests.get(person)?.name ?? seat.name
  const side = said.side === undefined ? (open.presence.states.get(seat.id)?.side ?? null) : said.side
  open.presence.put({ ...mayDraw(said, seat.member.viewer, open.state), side, seat: seat.id, person, name, staff: staff !== null })
  showSoon(open)
}

/** Who only looks has photos open too. What lies side by side is said once. */
function watch(open: OpenGallery, seat: OpenSeat, { photo, side }: PresenceSay): void {
  const before = open.presence.opened(seat.id)
  if (side !== undefined || !photo || !before.includes(photo)) open.presence.watch(seat.id, opened({ photo, side: side ?? null }))
  showSoon(open)
}

export function showSoon(open: OpenGallery): void {
  open.presence.soon(tickMs, () => showPresence(open))
}

function showPresence(open: OpenGallery): void {
  const seats = open.presence.changed()
  for (const view of open.views.values()) tellPresence(open, view, seats)
  open.presence.lately.clear()
  const owed = [...open.views.values()].some((view) => [...view.seats].some((seat) => seat.missedPresence))
  if (owed) showSoon(open)
}

/** A view nobody listened to yet: whoever joins it is told everything with the join. */
export function showAtOnce(open: OpenGallery, view: View): void {
  for (const said of open.presence.states.values()) {
    if (view.persons.has(said.person)) view.shown.set(said.seat, seenPresence(said, view.viewer, open.state))
  }
}

/** Everyone a seat may know of, ahead of what the others of its view are told at the next tick. */
export function presenceFor(open: OpenGallery, view: View, self: string): readonly PresenceState[] {
  const here = everyone(open, view, self)
  for (const { seat } of here) view.early.add(seat)
  return here
}

/** A seat that changed its view: who is there now, and nobody else. */
export function presenceAfterMove(open: OpenGallery, seat: OpenSeat): PresenceFrame {
  return { gallery: open.id, changed: presenceFor(open, seat.member.view, seat.id), gone: [], whole: true }
}
