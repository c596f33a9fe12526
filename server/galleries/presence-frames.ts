/**
 * Frames of presence for the seats of one view. Where somebody is goes to all of them; what moves on a photo goes to those who have it open,
 * and to those who have just opened it. Seats with the same photos open are sent the same frame.
 */
import type { PhotoId } from '../../common/ids.ts'
import type { PresenceFrame, PresenceState } from '../../common/protocol/live.ts'
import { same } from '../../common/same.ts'
import type { OpenGallery } from './open-gallery.ts'
import { opened, seenPresence, staysThere, whereOf } from './presence-seen.ts'
import type { OpenSeat } from './seat.ts'
import type { View } from './view.ts'

/** What of somebody is new to a view. */
interface News {
  readonly state: PresenceState
  readonly opened: readonly PhotoId[]
  /** They are elsewhere; and something else lies side by side. */
  readonly went: boolean
  readonly laid: boolean
}

export function tellPresence(open: OpenGallery, view: View, seats: readonly string[]): void {
  const { news, gone } = newsFor(open, view, seats)
  const frames = new Map<string, PresenceFrame>()
  for (const seat of view.seats) {
    if (seat.missedPresence) {
      seat.presence(wholeFor(open, view, seat))
      continue
    }
    const mine = open.presence.opened(seat.id)
    const lately = open.presence.lately.has(seat.id)
    const key = `${lately} ${mine.join(' ')}`
    const frame = frames.get(key) ?? {
      gallery: open.id,
      changed: [...framed(news, mine), ...(lately ? movingOn(view, mine, news) : [])],
      gone,
    }
    frames.set(key, frame)
    const others = withoutSelf(frame, seat.id)
    if (others.changed.length + others.gone.length > 0) seat.presence(others)
  }
}

/** Everyone a seat may know of, without itself. */
export function everyone(open: OpenGallery, view: View, self: string): readonly PresenceState[] {
  const mine = open.presence.opened(self)
  const here: PresenceState[] = []
  for (const said of open.presence.states.values()) {
    if (said.seat === self || !view.persons.has(said.person)) continue
    const state = seenPresence(said, view.viewer, open.state)
    here.push(meets(opened(state), mine) ? state : whereOf(state))
  }
  return here
}

export const wholeFor = (open: OpenGallery, view: View, seat: OpenSeat): PresenceFrame => ({
  gallery: open.id,
  changed: everyone(open, view, seat.id),
  gone: [],
  whole: true,
})

function newsFor(
  open: OpenGallery,
  view: View,
  seats: readonly string[],
): { readonly news: readonly News[]; readonly gone: readonly string[] } {
  const news: News[] = []
  const gone: string[] = []
  for (const seat of seats) {
    const said = open.presence.states.get(seat)
    const state = said && view.persons.has(said.person) ? seenPresence(said, view.viewer, open.state) : null
    // Some met this one ahead of the others, and perhaps as it is no longer.
    const shown = view.early.has(seat) ? undefined : view.shown.get(seat)
    const went = state !== null && !(shown && staysThere(state, shown))
    if (state && (went || !(shown && same(state, shown)))) {
      news.push({ state, opened: opened(state), went, laid: !shown || !same(shown.side, state.side) })
    }
    if (!state && (view.shown.has(seat) || view.early.has(seat))) gone.push(seat)
    if (state) view.shown.set(seat, state)
    else view.shown.delete(seat)
  }
  view.early.clear()
  return { news, gone }
}

/** For whoever has these photos open. */
function framed(news: readonly News[], mine: readonly PhotoId[]): readonly PresenceState[] {
  return news.flatMap((one) => {
    const near = meets(one.opened, mine)
    if (!one.went && !near) return []
    const state = near ? one.state : whereOf(one.state)
    return [one.laid ? state : withoutSide(state)]
  })
}

/** What moves on photos that were opened just now, as far as it is no news. */
function movingOn(view: View, mine: readonly PhotoId[], news: readonly News[]): readonly PresenceState[] {
  const told = new Set(news.map(({ state }) => state.seat))
  return [...view.shown.values()]
    .filter((state) => !told.has(state.seat) && meets(opened(state), mine) && (state.pointer || state.rect || state.parts || state.stroke))
    .map(withoutSide)
}

function withoutSide(state: PresenceState): PresenceState {
  const { side: _, ...rest } = state
  return rest
}

const meets = (a: readonly PhotoId[], b: readonly PhotoId[]): boolean => a.some((photo) => b.includes(photo))

function withoutSelf(frame: PresenceFrame, self: string): PresenceFrame {
  if (!frame.changed.some(({ seat }) => seat === self)) return frame
  return { ...frame, changed: frame.changed.filter(({ seat }) => seat !== self) }
}
