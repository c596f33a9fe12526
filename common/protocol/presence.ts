/** Presence as it is put together from what is sent. Pure. */
import type { PresenceFrame, PresenceState } from './live.ts'

/** What lies side by side is not said again: it is as it was. */
export const heard = (state: PresenceState, before: PresenceState | undefined): PresenceState =>
  state.side === undefined ? { ...state, side: before?.side ?? null } : state

/** Seats that are no longer there. */
export function goneIn({ changed, gone, whole }: PresenceFrame, known: Iterable<string>): readonly string[] {
  if (!whole) return gone
  const here = new Set(changed.map(({ seat }) => seat))
  return [...known].filter((seat) => !here.has(seat))
}
