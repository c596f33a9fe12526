/** Where a line of history leads: to what was said, to the photo, to the page where such things are done. */
import type { GalleryId } from '../../common/ids.ts'
import { commentPath } from '../talk/comment-address.ts'
import type { HistoryLine } from './lines.ts'

/** Null where there is nothing to go to any more. */
export function whereTo(gallery: GalleryId, { act, photos }: HistoryLine): string | null {
  const [first] = photos
  if (first && 'comment' in act) return commentPath(gallery, first, act.comment)
  if (first) return `/g/${gallery}/p/${first}`
  if ('scene' in act && act.scene) return `?scene=${act.scene}`
  const [subject] = act.type.split(':')
  switch (subject) {
    case 'selection':
      return act.type === 'selection:remove' ? null : '?tab=selections'
    case 'link':
    case 'grant':
      return '?tab=share'
    case 'guest':
    case 'terms':
      return '?tab=people'
    case 'gallery':
      return '?tab=settings'
    default:
      return null
  }
}
