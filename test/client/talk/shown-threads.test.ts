/** @jest-environment node */
import { expect, test } from '@jest/globals'
import type { CommentThread, SeenComment } from '../../../client/gallery/gallery-view.ts'
import { shownThreads, speakersOf, type TalkFilter } from '../../../client/talk/shown-threads.ts'
import type { CommentId, PersonId } from '../../../common/ids.ts'

const [me, ann, bob] = ['u_00000000000000000001', 'v_00000000000000000002', 'v_00000000000000000003'] as [PersonId, PersonId, PersonId]
const idOf = (n: number) => `c_${String(n).padStart(20, '0')}` as CommentId
const word = (n: number, author: PersonId, more: Partial<SeenComment> = {}): SeenComment => ({
  id: idOf(n),
  author,
  at: n,
  parent: null,
  body: 'words',
  place: null,
  version: null,
  drawing: null,
  mentions: [],
  edited: null,
  deleted: null,
  resolved: null,
  sheet: { audience: 'shared', person: null },
  mine: author === me,
  ...more,
})
const thread = (first: SeenComment, replies: readonly SeenComment[] = [], unread: readonly CommentId[] = []): CommentThread => ({
  first,
  replies,
  unread,
  called: null,
  whole: [first.id, 0, 0],
})
const threads = [
  thread(word(1, ann, { resolved: { by: ann, at: 9 } })),
  thread(word(2, me), [word(3, bob)], [idOf(3)]),
  thread(word(4, bob, { mentions: [me] })),
]
const shown = (filter: TalkFilter, more: { lastVisit?: number; fresh?: readonly CommentId[] } = {}) =>
  shownThreads(threads, filter, { me, lastVisit: more.lastVisit ?? null, fresh: new Set(more.fresh) }).map(({ number }) => number)

test('[TALK-15] open threads come first, and every thread keeps its number', () => {
  expect(shown('open')).toEqual([2, 3, 1])
  expect(shown('order')).toEqual([1, 2, 3])
  expect(shown('unresolved')).toEqual([2, 3])
})

test('[TALK-15] mine are those I wrote in or am called in; a person’s are theirs', () => {
  expect(shown('mine')).toEqual([2, 3])
  expect(shown(ann)).toEqual([1])
  expect(shown(bob)).toEqual([2, 3])
  expect(speakersOf(threads)).toEqual([ann, me, bob])
})

test('[TALK-15] new is what others said since the last visit, what is not read, and what was not when the photo was opened', () => {
  expect(shown('new')).toEqual([2])
  expect(shown('new', { lastVisit: 3 })).toEqual([2, 3])
  expect(shown('new', { fresh: [idOf(1)] })).toEqual([1, 2])
})
