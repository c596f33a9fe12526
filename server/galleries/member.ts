/**
 * One person inside a gallery, with any number of seats; kept a moment after the last one left, so that a broken connection resumes. Staff who
 * look as somebody else are a member of their own for each of them, who sees what that person sees and of whom nobody knows.
 */
import type { PersonId } from '../../common/ids.ts'
import { type Mine, nothingMine } from '../../common/visibility/mine.ts'
import type { Subject } from '../../common/visibility/view-as.ts'
import type { StaffSeat, Viewer } from '../../common/visibility/viewer.ts'
import type { Channel, Sent } from './channel.ts'
import type { OpenSeat } from './seat.ts'
import type { View } from './view.ts'

/** Who looks, as whom. */
export interface Looker {
  readonly by: PersonId
  readonly as: Subject
  readonly staff: StaffSeat | null
}

export class Member {
  readonly person: PersonId
  /** Who really sits here, and as whom; `as` is null for everybody who is here themselves. */
  readonly sits: Pick<Looker, 'by'> & { readonly as: Subject | null }
  /** The flow of this person's own sheets, as far as their view does not carry them. */
  readonly own: Channel
  readonly seats = new Set<OpenSeat>()
  /** The seat in the team of who really sits here. */
  staff: StaffSeat | null
  viewer: Viewer
  view: View
  leftAt: number | null = null
  /** What is this person's alone, as last told. */
  mine: Mine = nothingMine
  #subs = 0

  constructor(viewer: Viewer, at: { readonly view: View; readonly own: Channel; readonly looker: Looker | null }) {
    this.person = viewer.person
    this.sits = at.looker ?? { by: viewer.person, as: null }
    this.staff = at.looker ? at.looker.staff : viewer.staff
    this.viewer = viewer
    this.view = at.view
    this.own = at.own
  }

  get looks(): boolean {
    return this.sits.as !== null
  }

  /** A subscription no seat of this person had before: odd, those of channels are even. */
  newSub(): number {
    return this.#subs++ * 2 + 1
  }

  /** To all seats of this person: frames of its own channel. */
  deliver(sent: Sent): void {
    for (const seat of this.seats) seat.deliver(sent)
  }
}
