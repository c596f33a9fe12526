/** One person inside a gallery, with any number of seats; kept a moment after the last one left, so that a broken connection resumes. */
import type { PersonId } from '../../common/ids.ts'
import { type Mine, nothingMine } from '../../common/visibility/mine.ts'
import type { StaffSeat, Viewer } from '../../common/visibility/viewer.ts'
import type { Channel, Sent } from './channel.ts'
import type { OpenSeat } from './seat.ts'
import type { View } from './view.ts'

export class Member {
  readonly person: PersonId
  /** The flow of this person's own sheets, as far as their view does not carry them. */
  readonly own: Channel
  readonly seats = new Set<OpenSeat>()
  staff: StaffSeat | null
  viewer: Viewer
  view: View
  leftAt: number | null = null
  /** What is this person's alone, as last told. */
  mine: Mine = nothingMine
  #subs = 0

  constructor(viewer: Viewer, view: View, own: Channel) {
    this.person = viewer.person
    this.staff = viewer.staff
    this.viewer = viewer
    this.view = view
    this.own = own
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
