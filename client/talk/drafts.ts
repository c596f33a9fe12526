/**
 * Words begun and not sent, by photo or by the thread they answer: paging on takes nothing away, nor does loading the page again. They
 * stay in this tab and end with it, or with whoever was here.
 */
import type { CommentId, PhotoId } from '../../common/ids.ts'
import { wordsAt } from '../net/who.ts'

const keyOf = (on: PhotoId | CommentId): string => `${wordsAt}${on}`

export const drafts = {
  of: (on: PhotoId | CommentId): string => sessionStorage.getItem(keyOf(on)) ?? '',
  keep(on: PhotoId | CommentId, words: string): void {
    try {
      if (words.trim() === '') sessionStorage.removeItem(keyOf(on))
      else sessionStorage.setItem(keyOf(on), words)
    } catch {
      // No room: they last as long as their field.
    }
  },
}
