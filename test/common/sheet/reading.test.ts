import { expect, test } from '@jest/globals'
import type { CommentId, PersonId } from '../../../common/ids.ts'
import { type ReadCounts, type Reading, type ReadThread, unreadIn, wholeRead, withRead } from '../../../common/sheet/reading.ts'
import { chanceOf } from '../../fuzz/chance.ts'

const [me, ann] = ['u_00000000000000000001', 'v_00000000000000000002'] as [PersonId, PersonId]
const thread = 'c_00000000000000000001' as CommentId
const word = (n: number, author: PersonId, more: { mentions?: readonly PersonId[]; deleted?: number } = {}) => ({
  id: `c_${String(n).padStart(20, '0')}` as CommentId,
  author,
  at: n,
  mentions: more.mentions ?? [],
  deleted: more.deleted ?? null,
})
const reading = (...threads: ReadThread[]): Reading => ({ counts: new Map(threads.map((one) => [one[0], one])), until: 0 })
const fresh = (words: Parameters<typeof unreadIn>[1], by: Reading) => unreadIn(thread, words, { me, reading: by }).map(({ at }) => at)

test('[TALK-1] words of others are new until they are read, own ones never', () => {
  const words = [word(1, ann), word(2, me), word(3, ann)]
  expect(fresh(words, reading())).toEqual([1, 3])
  expect(fresh(words, reading([thread, 1, 0]))).toEqual([3])
  expect(fresh(words, reading(wholeRead(thread, words, me)))).toEqual([])
})

test('[TALK-2] a thread with words that arrive late, with an earlier time, is new again', () => {
  const words = [word(5, ann), word(9, ann)]
  const read = reading(wholeRead(thread, words, me))
  expect(fresh([word(5, ann), word(7, ann), word(9, ann)], read)).toHaveLength(1)
})

test('[TALK-3] deleted words are never new, and make nothing else new or read', () => {
  const words = [word(1, ann), word(2, ann)]
  const read = reading(wholeRead(thread, words, me))
  expect(fresh([word(1, ann, { deleted: 4 }), word(2, ann), word(3, ann)], read)).toEqual([3])
  expect(fresh([word(1, ann), word(2, ann, { deleted: 4 })], reading([thread, 1, 0]))).toEqual([])
})

test('[TALK-4] a call that is written into words read before makes them new', () => {
  const before = [word(1, ann), word(2, ann)]
  const read = reading(wholeRead(thread, before, me))
  expect(fresh([word(1, ann), word(2, ann, { mentions: [me] })], read)).toEqual([2])
  expect(fresh([word(1, ann), word(2, ann, { mentions: [ann] })], read)).toEqual([])
})

test('[TALK-5] what several pages read comes to the same in whatever order it is heard, and is never unread', () => {
  const pick = chanceOf(7)
  for (let round = 0; round < 200; round++) {
    const said = Array.from({ length: 8 }, (): ReadThread => [word(1 + pick.int(3), ann).id, pick.int(6), pick.int(3)])
    const heard = (order: readonly ReadThread[]) => order.reduce<ReadCounts>((counts, one) => withRead(counts, [one]) ?? counts, new Map())
    const one = heard(said)
    const other = heard([...said].reverse())
    expect(new Map([...one].sort())).toEqual(new Map([...other].sort()))
    for (const [id, words, calls] of said) {
      const [, w, c] = one.get(id) ?? [id, 0, 0]
      expect(w >= words && c >= calls).toBe(true)
    }
    expect(withRead(one, said)).toBeNull()
  }
})
