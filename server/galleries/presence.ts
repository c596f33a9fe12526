/** Who is where, as far as each view may know: unknown persons are not there at all, somebody on an unseen photo is on none. */
import type { GalleryState } from '../../common/gallery/model.ts'
import type { PersonId } from '../../common/ids.ts'
import { presencePerSecond } from '../../common/limits.ts'
import type { PresenceFrame, PresenceSay, PresenceState } from '../../common/protocol/live.ts'
import { same } from '../../common/same.ts'
import { canSee } from '../../common/visibility/see.ts'
import type { OpenGallery } from './open-gallery.ts'
import { mayDraw, seesStroke } from './presence-stroke.ts'
import type { OpenSeat } from './seat.ts'
import type { View } from './view.ts'

const tickMs = Math.ceil(1000 / presencePerSecond)

/** Takes what a seat says of itself; who it is, the server says. */
export function sayPresence(open: OpenGallery, seat: OpenSeat, say: PresenceSay | null): void {
  const { gallery: _, ...said } = say ?? { gallery: open.id, photo: null }
  const { person, staff } = seat.member
  const name = open.state.guests.get(person)?.name ?? seat.name
  open.presence.put({ ...mayDraw(said, seat.member.viewer, open.state), seat: seat.id, person, name, staff: staff !== null })
  showSoon(open)
}

export function showSoon(open: OpenGallery): void {
  open.presence.soon(tickMs, () => showPresence(open))
}

export function showPresence(open: OpenGallery): void {
  const seats = open.presence.changed()
  for (const view of open.views.values()) {
    const frame = frameFor(open, view, seats)
    if (frame.changed.length === 0 && frame.gone.length === 0) continue
    for (const seat of view.seats) {
      const mine = withoutSelf(frame, seat.id)
      if (mine) seat.presence(mine)
    }
  }
}

/** A view nobody listened to yet: whoever joins it is told everything with the join. */
export function showAtOnce(open: OpenGallery, view: View): void {
  for (const state of open.presence.states.values()) {
    const seen = seenPresence(view, open.state, state)
    if (seen) view.shown.set(state.seat, seen)
  }
}

/** Everyone a seat may know of, without itself; what the others of its view are told only at the next tick included. */
export function presenceFor(open: OpenGallery, view: View, self: string): readonly PresenceState[] {
  const here: PresenceState[] = []
  for (const state of open.presence.states.values()) {
    const seen = state.seat === self ? null : seenPresence(view, open.state, state)
    if (!seen) continue
    here.push(seen)
    view.early.add(state.seat)
  }
  return here
}

/** A seat that changed its view: what is there now, and who is no longer. */
export function presenceAfterMove(open: OpenGallery, seat: OpenSeat, from: View): PresenceFrame {
  const changed = presenceFor(open, seat.member.view, seat.id)
  const now = new Set(changed.map((state) => state.seat))
  return { gallery: open.id, changed, gone: [...from.shown.keys()].filter((one) => !now.has(one) && one !== seat.id) }
}

export function personsHere(open: OpenGallery, view: View): number {
  const persons = new Set<PersonId>()
  for (const { person } of open.presence.states.values()) if (view.persons.has(person)) persons.add(person)
  return persons.size
}

function frameFor(open: OpenGallery, view: View, seats: readonly string[]): PresenceFrame {
  const changed: PresenceState[] = []
  const gone: string[] = []
  for (const seat of seats) {
    const state = open.presence.states.get(seat)
    const seen = state ? seenPresence(view, open.state, state) : null
    const shown = view.shown.get(seat)
    if (seen && (!shown || !alike(seen, shown))) changed.push(seen)
    if (!seen && (shown || view.early.has(seat))) gone.push(seat)
    if (seen) view.shown.set(seat, seen)
    else view.shown.delete(seat)
  }
  view.early.clear()
  return { gallery: open.id, changed, gone }
}

function seenPresence(view: View, state: GalleryState, said: PresenceState): PresenceState | null {
  if (!view.persons.has(said.person)) return null
  const photo = said.photo && state.photos.get(said.photo)
  if (photo && canSee(view.viewer, state, photo)) return seesStroke(said, view.viewer, state)
  const { seat, person, name, staff } = said
  return { seat, person, name, staff, photo: null }
}

/** Nobody is told again where nothing this view sees is different. */
const alike = (a: PresenceState, b: PresenceState): boolean => a === b || same(a, b)

function withoutSelf(frame: PresenceFrame, self: string): PresenceFrame | null {
  if (!frame.changed.some(({ seat }) => seat === self)) return frame
  const changed = frame.changed.filter(({ seat }) => seat !== self)
  return changed.length + frame.gone.length > 0 ? { ...frame, changed } : null
}
