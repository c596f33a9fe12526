/** What belongs to one person alone goes to their seats beside the numbered flow: whole, and only when it differs. */
import type { Change } from '../../common/gallery/model.ts'
import { same } from '../../common/same.ts'
import { type Mine, mineOf, nothingMine } from '../../common/visibility/mine.ts'
import type { Member } from './member.ts'
import type { OpenGallery } from './open-gallery.ts'

/** Who comes and goes changes nobody's own. */
export function changesMine(changes: readonly Change[] | 'all'): boolean {
  return changes === 'all' || changes.some(({ kind }) => kind !== 'guest')
}

export function tellMine(open: OpenGallery): void {
  for (const member of open.everyone()) {
    const before = member.mine
    const mine = mineNow(open, member)
    if (mine === before || same(mine, before)) continue
    for (const seat of member.seats) seat.mine({ gallery: open.id, mine })
  }
}

/** As it is now; from here on only what differs is told. Whoever looks is not shown what a person keeps to themselves: how they voted, and views of their own. */
export function mineNow(open: OpenGallery, member: Member): Mine {
  const mine = mineOf(member.viewer, open.state)
  member.mine = member.looks ? { ...nothingMine, records: mine.records } : mine
  return member.mine
}
