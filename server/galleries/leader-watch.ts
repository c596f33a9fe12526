/**
 * A session whose leader has left ends after a while. A node that never had the leader hears from the one that has; where no hint
 * arrives a session may end early, which costs a click.
 */
import { sessionOf } from '../../common/gallery/session-state.ts'
import type { PersonId } from '../../common/ids.ts'
import { leaderGraceMs } from '../../common/limits.ts'
import type { GalleriesDeps } from './deps.ts'
import type { OpenGallery } from './open-gallery.ts'
import { performIn } from './performing.ts'

/** Milliseconds between hints to other nodes: several fit into the grace. */
const hintEvery = leaderGraceMs / 6

export class LeaderWatch {
  /** Who leads as far as this node looked, and when they were last known to be here. */
  #leader: PersonId | null = null
  #seenAt = 0
  #saidAt = Number.NEGATIVE_INFINITY
  /** The session is being ended. */
  ending = false

  heard(person: PersonId, now: number): void {
    if (person === this.#leader) this.#seenAt = now
  }

  /** True when this leader has been away for too long. */
  gone(leader: PersonId | null, here: boolean, now: number): boolean {
    if (leader !== this.#leader || here) this.#seenAt = now
    this.#leader = leader
    return leader !== null && now - this.#seenAt >= leaderGraceMs
  }

  /** True when it is time to tell other nodes. */
  hints(now: number): boolean {
    if (now - this.#saidAt < hintEvery) return false
    this.#saidAt = now
    return true
  }
}

export function leaderGone(open: OpenGallery, { clock, bus }: Pick<GalleriesDeps, 'clock' | 'bus'>): boolean {
  const leader = sessionOf(open.state)?.leader ?? null
  const here = leader !== null && (open.members.get(leader)?.seats.size ?? 0) > 0
  const now = clock.now()
  if (here && open.leader.hints(now)) bus.say({ type: 'leads', gallery: open.id, person: leader })
  return open.leader.gone(leader, here, now) && !open.leader.ending
}

export async function endSession(open: OpenGallery, deps: GalleriesDeps): Promise<void> {
  open.leader.ending = true
  try {
    await open.turn.take(async () => {
      const session = sessionOf(open.state)
      if (!session || open.members.get(session.leader)?.seats.size) return
      const command = { type: 'session:end', id: session.id } as const
      await performIn(open, { gallery: open.id, by: null, commandId: null, command }, deps)
    })
  } finally {
    open.leader.ending = false
  }
}
