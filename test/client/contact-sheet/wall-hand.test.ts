import { expect, test } from '@jest/globals'
import { layOut } from '../../../client/contact-sheet/layout.ts'
import { measuresFor } from '../../../client/contact-sheet/measures.ts'
import { closedUp, everything, gathered, type Held, moved, pressed } from '../../../client/contact-sheet/wall-hand.ts'
import type { PhotoId, SceneId } from '../../../common/ids.ts'

const photo = (n: number) => `p_${String(n).padStart(20, '0')}` as PhotoId
const layout = layOut(
  [{ scene: 's_00000000000000000000' as SceneId, frames: [0, 1, 2, 3, 4].map((n) => ({ id: photo(n), ratio: 1.5 })) }],
  measuresFor(2000, 'staff', false),
)
const nothing: Held = { active: null, selected: new Set() }
const plain = { shift: false, command: false }
const names = (held: Held) => [...held.selected].map((id) => Number(id.slice(2))).sort()

test('[WALL-7] a click takes one photo, Ctrl adds and takes away, Shift takes everything up to it', () => {
  const one = pressed(nothing, photo(1), plain, layout)
  expect([one.active, names(one)]).toEqual([photo(1), [1]])
  const two = pressed(one, photo(3), { shift: false, command: true }, layout)
  expect(names(two)).toEqual([1, 3])
  expect(names(pressed(two, photo(1), { shift: false, command: true }, layout))).toEqual([3])
  expect(names(pressed(one, photo(4), { shift: true, command: false }, layout))).toEqual([1, 2, 3, 4])
})

test('[WALL-7] an arrow moves, Shift and an arrow grow the selection, Ctrl+A takes all', () => {
  const one = moved(nothing, 'right', plain, layout)
  expect([one.active, names(one)]).toEqual([photo(0), [0]])
  const grown = moved(moved(one, 'right', { shift: true, command: false }, layout), 'right', { shift: true, command: false }, layout)
  expect([grown.active, names(grown)]).toEqual([photo(2), [0, 1, 2]])
  expect(names(everything(nothing, layout))).toEqual([0, 1, 2, 3, 4])
})

test('[MARK-6] a long press begins gathering: taps add and take away, an arrow or the last one taken away ends it', () => {
  const one = gathered(nothing, photo(1))
  const two = pressed(one, photo(3), plain, layout)
  expect([names(one), names(two), two.gathering]).toEqual([[1], [1, 3], true])
  expect(names(gathered(two, photo(4)))).toEqual([1, 3, 4])
  expect(names(pressed(two, photo(4), { shift: true, command: false }, layout))).toEqual([1, 3, 4])
  const none = pressed(pressed(two, photo(3), plain, layout), photo(1), plain, layout)
  expect([names(none), none.gathering]).toEqual([[], undefined])
  expect([names(pressed(none, photo(2), plain, layout)), moved(two, 'left', plain, layout).gathering]).toEqual([[2], undefined])
})

test('[REACH-11] the active photo goes: what hung after it is active, else what hung before, and nothing gone is selected', () => {
  const hung = (...left: number[]) =>
    layOut(
      [{ scene: 's_00000000000000000000' as SceneId, frames: left.map((n) => ({ id: photo(n), ratio: 1.5 })) }],
      measuresFor(2000, 'staff', false),
    )
  const held: Held = { active: photo(2), selected: new Set([photo(1), photo(2)]) }
  const after = closedUp(held, layout, hung(0, 1, 4))
  expect([after.active, names(after)]).toEqual([photo(4), [1]])
  expect(closedUp(held, layout, hung(0, 1)).active).toBe(photo(1))
  expect(closedUp(held, layout, hung()).active).toBe(null)
  expect(closedUp(held, layout, hung(2, 3))).toBe(held)
})
