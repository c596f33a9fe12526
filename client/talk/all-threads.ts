/** Every thread of the gallery that this person reads, the newest words first. */
import type { PersonId } from '../../common/ids.ts'
import type { SeenPhoto } from '../../common/visibility/seen.ts'
import type { GalleryStore } from '../gallery/gallery-view.ts'
import { fits, type NumberedThread, type TalkFilter, type TalkReader } from './shown-threads.ts'

export interface FoundThread extends NumberedThread {
  readonly photo: SeenPhoto
  /** When the last words were said. */
  readonly at: number
}

export function allThreads(store: Pick<GalleryStore, 'marks' | 'talk'>, photos: readonly SeenPhoto[]): readonly FoundThread[] {
  const found: FoundThread[] = []
  for (const photo of photos) {
    // Most photos of a large gallery have none: their sheets are not looked into.
    if (store.marks(photo.id).comments === 0) continue
    store.talk(photo.id).threads.forEach((thread, index) => {
      const at = Math.max(thread.first.at, ...thread.replies.map((reply) => reply.at))
      found.push({ photo, thread, number: index + 1, at })
    })
  }
  return found.sort((a, b) => b.at - a.at)
}

export const fitting = (all: readonly FoundThread[], filter: TalkFilter, reader: TalkReader): readonly FoundThread[] =>
  all.filter(({ thread }) => fits(thread, filter, reader))

export const speakersIn = (all: readonly FoundThread[]): readonly PersonId[] => [
  ...new Set(all.flatMap(({ thread: { first, replies } }) => [first, ...replies].map(({ author }) => author))),
]
