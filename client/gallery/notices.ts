/** What somebody else just did on a photo, told from what its sheet was and is. */
import type { CommentId, PersonId, PhotoId } from '../../common/ids.ts'
import { parsePickKey, type SheetContent } from '../../common/sheet/shape.ts'
import type { Notice } from './notice.ts'
import { sameMark } from './summary.ts'

export function noticesOf(
  photo: PhotoId,
  { before, after }: { before: SheetContent; after: SheetContent },
  me: PersonId,
): readonly Notice[] {
  const notices: Notice[] = []
  for (const [key, mark] of Object.entries(after.marks)) {
    if (mark.by !== me && !sameMark(mark, before.marks[key] ?? null)) notices.push({ type: 'marked', photo, person: mark.by, mark })
  }
  for (const key of Object.keys(after.picks)) {
    const pick = before.picks[key] ? null : parsePickKey(key)
    if (pick && pick.person !== me) notices.push({ type: 'picked', photo, ...pick })
  }
  for (const [id, comment] of Object.entries(after.comments)) {
    if (comment.author !== me && !before.comments[id] && comment.deleted === null) {
      notices.push({ type: 'commented', photo, person: comment.author, comment: id as CommentId })
    }
  }
  return notices
}
