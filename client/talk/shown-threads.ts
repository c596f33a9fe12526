/** Which threads of a photo are shown, and in which order. Numbers are of the photo: a filter changes none. */
import type { CommentId, PersonId } from '../../common/ids.ts'
import type { CommentThread } from '../gallery/gallery-view.ts'

/** `open`: all, those still open first. A person: threads they wrote in or are called in. */
export type TalkFilter = 'open' | 'order' | 'unresolved' | 'mine' | 'new' | PersonId

export interface NumberedThread {
  readonly thread: CommentThread
  readonly number: number
}

export interface TalkReader {
  readonly me: PersonId | null
  readonly lastVisit: number | null
  /** Words that were new when this photo was opened: they stay among the new ones while one reads. */
  readonly fresh: ReadonlySet<CommentId>
}

export function shownThreads(threads: readonly CommentThread[], filter: TalkFilter, reader: TalkReader): readonly NumberedThread[] {
  const numbered = threads.map((thread, index) => ({ thread, number: index + 1 }))
  if (filter === 'order') return numbered
  const isOpen = ({ thread }: NumberedThread) => thread.first.resolved === null
  if (filter === 'open') return [...numbered.filter(isOpen), ...numbered.filter((one) => !isOpen(one))]
  return numbered.filter(({ thread }) => fits(thread, filter, reader))
}

export function fits(thread: CommentThread, filter: TalkFilter, { me, lastVisit, fresh }: TalkReader): boolean {
  const words = [thread.first, ...thread.replies]
  if (filter === 'open' || filter === 'order') return true
  if (filter === 'unresolved') return thread.first.resolved === null
  if (filter === 'new') {
    return words.some(
      ({ id, at, mine }) => !mine && (fresh.has(id) || thread.unread.includes(id) || (lastVisit !== null && at > lastVisit)),
    )
  }
  const person = filter === 'mine' ? me : filter
  return words.some(({ author, mentions }) => author === person || (person !== null && mentions.includes(person)))
}

/** Everybody who said something, in the order they first did. */
export function speakersOf(threads: readonly CommentThread[]): readonly PersonId[] {
  return [...new Set(threads.flatMap(({ first, replies }) => [first, ...replies].map(({ author }) => author)))]
}
