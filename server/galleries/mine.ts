/** What belongs to one person alone goes to their seats beside the numbered flow: whole, and only when it differs. */
import type { Change } from '../../common/gallery/model.ts'
import { same } from '../../common/same.ts'
import { type Mine, mineOf } from '../../common/visibility/mine.ts'
import type { Member } from './member.ts'
import type { OpenGallery } from './open-gallery.ts'

/** Who comes and goes changes nobody's own. */
export function changesMine(changes: readonly Change[] | 'all'): boolean {
  return changes === 'all' || changes.some(({ kind }) => kind !== 'guest')
}

export function tellMine(open: OpenGallery): void {
  for (const member of open.members.values()) {
    const before = member.mine
    const mine = mineNow(open, member)
    if (mine === before || same(mine, before)) continue
    for (const seat of member.seats) seat.mine({ gallery: open.id, mine })
  }
}

/** As it is now; from here on only what differs is told. */
export function mineNow(open: OpenGallery, member: Member): Mine {
  member.mine = mineOf(member.viewer, open.state)
  return member.mine
}
