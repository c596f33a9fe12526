import { expect, test } from '@jest/globals'
import { daysOf, linesOf, stillThere } from '../../../client/history/lines.ts'
import { rollOf, unrolled, withNewer, withOlder } from '../../../client/history/roll.ts'
import type { HistoryEntry } from '../../../common/history/entry.ts'
import type { CommentId } from '../../../common/ids.ts'
import { photoIdOf, selectionIdOf, visitorIdOf } from '../../helpers/sample-gallery.ts'

const [anna, bob] = [visitorIdOf(1), visitorIdOf(2)]
let n = 0
const entry = (seconds: number, more: Partial<HistoryEntry> = {}): HistoryEntry => ({
  id: `e${++n}`,
  at: 1_000 * seconds,
  by: anna,
  act: { type: 'marked', stars: 3 },
  photos: [photoIdOf(n % 40)],
  seen: 1,
  gone: 0,
  ...more,
})

test('[HIST-5] forty marks of one person in one go are one line, though another acts in between', () => {
  const marks = Array.from({ length: 40 }, (_, i) => entry(400 - i))
  const other = entry(390, { by: bob })
  const lines = linesOf([...marks, other].sort((a, b) => b.at - a.at))
  expect(lines.map(({ by, alike, photos, seen }) => [by, alike, photos.length, seen])).toEqual([
    [anna, true, 40, 40],
    [bob, true, 1, 1],
  ])
})

test('[HIST-9] photos deleted in one go are one line with the names of all', () => {
  const deleted = (seconds: number, names?: readonly string[]) =>
    entry(seconds, { act: { type: 'photo:remove', ...(names ? { names } : {}) }, photos: [], seen: 0, gone: names?.length ?? 3 })
  const [line, ...others] = linesOf([deleted(100, ['PRF_3.jpg']), deleted(90, ['PRF_1.jpg', 'PRF_2.jpg']), deleted(80)])
  expect(others).toEqual([])
  expect(line).toMatchObject({ photos: [], seen: 0, gone: 6, names: ['PRF_3.jpg', 'PRF_1.jpg', 'PRF_2.jpg'] })
})

test('[HIST-9] what was done on a photo goes along with it also where it was read before', () => {
  const [kept, gone] = [photoIdOf(1), photoIdOf(2)]
  const hid = entry(7, { id: 'r3', act: { type: 'photo:hide' }, photos: [gone] })
  const removed = entry(8, { id: 'r4', act: { type: 'photo:remove', names: ['PRF_2.jpg'] }, photos: [], gone: 1 })
  const marks = [kept, gone].map((photo, i) => entry(6 - i, { id: `${photo}/shared/1.1.0`, photos: [photo] }))
  const shown = stillThere([removed, hid, ...marks], new Set([kept]))
  expect(shown.map(({ id }) => id)).toEqual(['r4', 'r3', `${kept}/shared/1.1.0`])
})

test('[HIST-5] what differs, comes later, or is said, stands alone', () => {
  const mixed = linesOf([entry(100), entry(90, { act: { type: 'marked', label: 'red' } })])
  expect(mixed.map(({ alike }) => alike)).toEqual([false])
  expect(linesOf([entry(100), entry(39)])).toHaveLength(2)
  expect(linesOf([entry(100), entry(99, { by: bob })])).toHaveLength(2)
  const picks = [1, 2].map((list) => entry(100, { act: { type: 'picked', selection: selectionIdOf(list) } }))
  expect(linesOf(picks)).toHaveLength(2)
  const words = [1, 2].map((word) => entry(100, { act: { type: 'wrote', comment: `c_${word}` as CommentId } }))
  expect(linesOf(words)).toHaveLength(2)
})

test('[HIST-5] of one photo that was marked again and again it is told what became of it', () => {
  const of = { photos: [photoIdOf(1)] }
  const marks = [
    entry(3, of),
    entry(2, { ...of, act: { type: 'marked', label: 'red' } }),
    entry(1, { ...of, act: { type: 'marked', stars: 5 } }),
  ]
  expect(linesOf(marks)).toMatchObject([{ alike: true, act: { type: 'marked', stars: 3, label: 'red' } }])
})

test('[HIST-5] photos are counted once each, those that are gone beside them', () => {
  const again = [entry(3, { photos: [photoIdOf(1)] }), entry(2, { photos: [photoIdOf(1)] })]
  expect(linesOf(again)).toMatchObject([{ photos: [photoIdOf(1)], seen: 1, gone: 0 }])
  const many = entry(1, { act: { type: 'photo:remove' }, photos: [], seen: 0, gone: 3 })
  expect(linesOf([many, { ...many, id: 'x', gone: 2 }])).toMatchObject([{ seen: 0, gone: 5 }])
})

test('[HIST-5] days stand newest first', () => {
  const noon = (day: number, minutes: number) => new Date(2026, 10, day, 12, minutes).getTime() / 1_000
  const days = daysOf(linesOf([entry(noon(26, 9)), entry(noon(26, 2)), entry(noon(25, 9))]))
  expect(days.map(({ at, lines }) => [new Date(at).getDate(), lines.length])).toEqual([
    [26, 2],
    [25, 1],
  ])
})

test('[HIST-6] what comes in while one reads waits, and nothing is told twice or left out', () => {
  const [a, b, c, d] = [entry(4), entry(3), entry(2), entry(1)]
  const roll = withOlder(rollOf({ entries: [c], next: 'on' }), { entries: [c, d], next: null })
  expect(roll).toEqual({ entries: [c, d], waiting: [], next: null })
  const held = withNewer(withNewer(roll, { entries: [b, c], next: 'on' }, true), { entries: [a, b, c], next: 'on' }, true)
  expect([held.waiting, held.entries]).toEqual([
    [a, b],
    [c, d],
  ])
  expect(unrolled(held).entries).toEqual([a, b, c, d])
  expect(withNewer(roll, { entries: [b, c], next: 'on' }, false).entries).toEqual([b, c, d])
  expect(withNewer(roll, { entries: [c], next: 'on' }, false)).toBe(roll)
})

test('[HIST-6] where the newest page does not reach down to what is known it begins anew', () => {
  const roll = rollOf({ entries: [entry(1)], next: null })
  const page = { entries: [entry(9), entry(8)], next: 'on' }
  expect(withNewer(roll, page, false)).toEqual({ entries: page.entries, waiting: [], next: 'on' })
})
