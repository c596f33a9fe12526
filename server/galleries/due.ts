/** What time alone changes: links and galleries that end, terms that run out. */
import type { GalleriesDeps } from './deps.ts'
import { dueAt, isOverdue } from './entering.ts'
import type { OpenGallery } from './open-gallery.ts'
import { performIn } from './performing.ts'
import { tellMembers } from './telling.ts'

export function isDue(open: OpenGallery, deps: GalleriesDeps): boolean {
  return deps.clock.now() >= open.dueAt
}

export function takeDue(open: OpenGallery, deps: GalleriesDeps): Promise<void> {
  return open.turn.take(async () => {
    if (!isDue(open, deps)) return
    const now = deps.clock.now()
    if (isOverdue(open.state, now)) {
      await performIn(open, { gallery: open.id, by: null, commandId: null, command: { type: 'gallery:expire' } }, deps)
    }
    tellMembers(open, [...open.everyone()], now)
    open.dueAt = dueAt(open.state, now)
  })
}
