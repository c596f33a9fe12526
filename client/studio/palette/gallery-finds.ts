/** What an open gallery holds, found by words: bounded, however large it is. Pure over what the page was sent. */
import { folded, hasWords } from '../../../common/gallery/find-words.ts'
import type { SeenPhoto } from '../../../common/visibility/seen.ts'
import { splitName } from '../../contact-sheet/split-name.ts'
import type { SeenComment } from '../../gallery/gallery-view.ts'
import type { FoundThread } from '../../talk/all-threads.ts'
import { bestOf, fitOf, frameFit } from './matching.ts'

/** Photos by what they are called, else by what their captions and keywords say, as every search here does. */
export function photosFound(photos: readonly SeenPhoto[], words: readonly string[], most: number): readonly SeenPhoto[] {
  const elsewhere = 2 * words.length + 1
  const fit = (photo: SeenPhoto) => (hasWords(photo, words) ? (fitOf(folded(photo.cameraName), words) ?? elsewhere) : null)
  return words.length === 0 ? [] : bestOf(photos, fit, most)
}

export const framesFound = (photos: readonly SeenPhoto[], asked: string, most: number): readonly SeenPhoto[] =>
  bestOf(photos, ({ cameraName }) => frameFit(splitName(cameraName)[1], asked), most)

export interface FoundComment {
  readonly photo: SeenPhoto
  readonly comment: SeenComment
}

/** Words somebody said, the newest threads first. */
export function commentsFound(threads: readonly FoundThread[], words: readonly string[], most: number): readonly FoundComment[] {
  if (words.length === 0) return []
  const said = threads.flatMap(({ photo, thread: { first, replies } }) =>
    [first, ...replies].flatMap((comment) => (comment.deleted === null ? [{ photo, comment }] : [])),
  )
  return bestOf(said, ({ comment }) => fitOf(folded(comment.body), words), most)
}

/** Letters of a comment before the first word that was found, where it is long. */
const before = 24
const room = 60

/** One line of what was said, beginning near what was found in it. */
export function excerpt(body: string, words: readonly string[]): string {
  const line = body.replace(/\s+/g, ' ').trim()
  const plain = folded(line)
  const first = Math.min(...words.map((word) => plain.indexOf(word)).filter((at) => at >= 0))
  if (!Number.isFinite(first) || first < room) return line
  const cut = line.indexOf(' ', first - before)
  return cut < 0 ? line : `… ${line.slice(cut + 1)}`
}
