/**
 * How far one person has read. Counted by thread, in words of others and in those that call the reader: comments are never
 * removed, so counts only grow, devices may meet in any order, and words that arrive late (written offline) are still new.
 */
import type { CommentId, PersonId } from '../ids.ts'
import type { Comment } from './shape.ts'

/** A thread, and how many words of others in it, and how many that call the reader, have been read. */
export type ReadThread = readonly [thread: CommentId, words: number, calls: number]
/** By thread; the last read stands last. */
export type ReadCounts = ReadonlyMap<CommentId, ReadThread>

/** The counts with these threads read, or null if nothing is new in them. */
export function withRead(counts: ReadCounts, threads: readonly ReadThread[]): ReadCounts | null {
  const next = new Map(counts)
  let differs = false
  for (const [thread, words, calls] of threads) {
    const [, w, c] = counts.get(thread) ?? [thread, 0, 0]
    if (words <= w && calls <= c) continue
    differs = true
    next.delete(thread)
    next.set(thread, [thread, Math.max(w, words), Math.max(c, calls)])
  }
  return differs ? next : null
}

export interface Reading {
  readonly counts: ReadCounts
  /** Everything said until then counts as read, milliseconds since 1970. */
  readonly until: number
}

type Word = Pick<Comment, 'id' | 'author' | 'at' | 'mentions' | 'deleted'>

/** How far a thread is read when all of it is. Deleted words count on: they are never removed. */
export function wholeRead(thread: CommentId, words: readonly Word[], me: PersonId): ReadThread {
  const others = words.filter(({ author }) => author !== me)
  return [thread, others.length, others.filter((word) => callsFor(word, me)).length]
}

/** What of a thread (in the order it was said) is new to this person: the last words, and a call that was written into older ones. */
export function unreadIn(thread: CommentId, words: readonly Word[], { me, reading }: { me: PersonId; reading: Reading }): readonly Word[] {
  const [, read, called] = reading.counts.get(thread) ?? [thread, 0, 0]
  const others = words.filter(({ author, at }) => author !== me && (at > reading.until || reading.counts.has(thread)))
  const fresh = new Set<Word>(others.slice(read))
  const calls = others.filter((word) => callsFor(word, me))
  for (const word of calls.slice(called)) fresh.add(word)
  return others.filter((word) => fresh.has(word) && word.deleted === null)
}

export const callsFor = ({ mentions, deleted }: Pick<Comment, 'mentions' | 'deleted'>, me: PersonId): boolean =>
  deleted === null && mentions.includes(me)
