import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { fitLook, type Look } from '../../../client/canvas/view-box.ts'
import { coversWall, sideOf, sideSearch, wallSearch } from '../../../client/compare/address.ts'
import {
  activated,
  activeOf,
  type Comparison,
  candidate,
  most,
  photosFrom,
  replaced,
  sized,
  swapped,
  without,
} from '../../../client/compare/comparison.ts'
import { looksFor, movedLooks } from '../../../client/compare/looks.ts'
import { drop, only, putBack, type Survey, staying, undone } from '../../../client/compare/survey.ts'
import type { PhotoId } from '../../../common/ids.ts'

const id = (n: number) => `p_${String(n).padStart(20, '0')}` as PhotoId
const wall = Array.from({ length: 9 }, (_, n) => id(n))
const near: fc.Arbitrary<Look> = fc
  .record({
    zoom: fc.double({ min: 0.1, max: 2, noNaN: true }),
    cx: fc.double({ min: 0.2, max: 0.8, noNaN: true }),
    cy: fc.double({ min: 0.2, max: 0.8, noNaN: true }),
  })
  .map((at) => ({ fit: false as const, ...at }))

test('[COMPARE-1] zoom and place move together, and what sets the pictures apart stays', () => {
  fc.assert(
    fc.property(fc.array(near, { minLength: 2, maxLength: 4 }), near, fc.nat({ max: 3 }), (looks, look, at) => {
      const index = at % looks.length
      const moved = movedLooks(looks, { index, look, together: true })
      const apart = (all: readonly Look[], i: number) => {
        const [a, b] = [all[index], all[i]]
        return a && b && !a.fit && !b.fit ? [b.zoom / a.zoom, b.cx - a.cx, b.cy - a.cy] : []
      }
      for (let i = 0; i < looks.length; i++) {
        const [before, after] = [apart(looks, i), apart(moved, i)]
        for (const [j, value] of after.entries()) if (j > 0 || value * 2 < 4) expect(value).toBeCloseTo(before[j] ?? Number.NaN, 6)
      }
      expect(moved[index]).toEqual(look)
      expect(movedLooks(moved, { index, look: fitLook, together: true })).toEqual(looks.map(() => fitLook))
    }),
  )
})

test('[COMPARE-2] apart, only the picture under the hand moves; a new picture looks where the first one does', () => {
  const look: Look = { fit: false, zoom: 1, cx: 0.3, cy: 0.4 }
  expect(movedLooks([fitLook, fitLook], { index: 1, look, together: false })).toEqual([fitLook, look])
  expect(movedLooks([fitLook, fitLook], { index: 1, look, together: true })).toEqual([look, look])
  expect(looksFor([look], 3)).toEqual([look, look, look])
})

test('[COMPARE-3] whatever is done, two to four photos lie side by side, each once, one of them active', () => {
  const acts = fc.oneof(
    fc.record({ replace: fc.nat({ max: 3 }), by: fc.nat({ max: 8 }) }),
    fc.record({ size: fc.constantFrom(2, 3, 4) }),
    fc.record({ active: fc.integer({ min: -2, max: 6 }) }),
    fc.constant({ swap: true }),
    fc.record({ step: fc.constantFrom(1 as const, -1 as const) }),
  )
  fc.assert(
    fc.property(fc.array(acts, { maxLength: 30 }), (all) => {
      let at: Comparison = { photos: [id(3), id(4)], active: 0 }
      for (const act of all) {
        if ('replace' in act) at = replaced(at, act.replace % at.photos.length, id(act.by))
        else if ('size' in act) at = sized(at, act.size, wall)
        else if ('active' in act) at = activated(at, act.active)
        else if ('swap' in act) at = swapped(at)
        else {
          const next = candidate(at, at.active, { wall, step: act.step })
          if (next) at = replaced(at, at.active, next)
        }
        expect(new Set(at.photos).size).toBe(at.photos.length)
        expect(at.photos.length).toBeGreaterThanOrEqual(2)
        expect(at.photos.length).toBeLessThanOrEqual(most)
        expect(wall).toContain(activeOf(at))
      }
    }),
  )
})

test('[COMPARE-4] the next candidate is the next photo on the wall that does not lie there yet', () => {
  const at: Comparison = { photos: [id(3), id(4)], active: 0 }
  expect(candidate(at, 0, { wall, step: 1 })).toBe(id(5))
  expect(candidate(at, 0, { wall, step: -1 })).toBe(id(2))
  expect(candidate({ photos: [id(7), id(8)], active: 0 }, 0, { wall, step: 1 })).toBeNull()
  expect(candidate({ photos: [id(3), id(99)], active: 1 }, 1, { wall, step: 1 })).toBe(id(4))
  expect(sized(at, 4, wall).photos).toEqual([3, 4, 5, 6].map(id))
  expect(sized({ photos: [7, 8].map(id), active: 1 }, 4, wall)).toEqual({ photos: [7, 8, 0, 1].map(id), active: 1 })
  expect(sized({ photos: [3, 4, 5, 6].map(id), active: 2 }, 2, wall)).toEqual({ photos: [5, 6].map(id), active: 0 })
  expect(sized({ photos: [3, 4, 5, 6].map(id), active: 3 }, 2, wall)).toEqual({ photos: [5, 6].map(id), active: 1 })
})

test('[COMPARE-5] one photo can be taken out, and two change places with the active one staying active', () => {
  const at: Comparison = { photos: [1, 2, 3].map(id), active: 1 }
  expect(without(at, 0)).toEqual({ photos: [2, 3].map(id), active: 0 })
  expect(without(at, 2)).toEqual({ photos: [1, 2].map(id), active: 1 })
  expect(swapped(at)).toEqual({ photos: [1, 3, 2].map(id), active: 2 })
  expect(activeOf(swapped(swapped(at)))).toBe(id(2))
})

test('[COMPARE-6] an address names photos, each once; anything else there is left out', () => {
  expect(photosFrom(`${id(1)},x,${id(2)},${id(1)},../..,${id(3)}`, 2)).toEqual([id(1), id(2)])
  expect(photosFrom(null, 4)).toEqual([])
})

test('[COMPARE-7] what is dropped from a survey can be put back, the latest first, in its old place', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 8 }), { maxLength: 12 }), (drops) => {
      const begun: Survey = { photos: wall, dropped: [], active: id(0) }
      const states = [begun]
      for (const n of drops) states.push(drop(states.at(-1) ?? begun, id(n)))
      let at = states.at(-1) ?? begun
      expect(staying(at).length).toBeGreaterThanOrEqual(1)
      expect(staying(at)).toContain(at.active)
      for (let left = at.dropped.length; left > 0; left--) at = undone(at)
      expect(staying(at)).toEqual(wall)
    }),
  )
  const at = drop({ photos: wall, dropped: [], active: id(4) }, id(4))
  expect([at.active, staying(putBack(at, id(4)))]).toEqual([id(5), wall])
})

test('[COMPARE-8] a photo that goes out of sight leaves the survey, and another one is active', () => {
  const at: Survey = { photos: wall, dropped: [id(2)], active: id(4) }
  const left = only(at, (photo) => photo !== id(4) && photo !== id(2))
  expect(left).toEqual({ photos: wall.filter((one) => one !== id(4) && one !== id(2)), dropped: [], active: id(5) })
  expect(only(at, () => false)).toEqual({ photos: [], dropped: [], active: null })
})

test('[COMPARE-9] the address of photos side by side keeps the filter of the wall, and the wall’s own has nothing of them', () => {
  const search = sideSearch('?flag=pick&names=a%2Cb', { photos: [id(1), id(2)], active: id(2), dropped: [id(2)] })
  expect(search).toBe(`?flag=pick&names=a,b&p=${id(1)},${id(2)}&a=${id(2)}&x=${id(2)}`)
  expect(new URLSearchParams(wallSearch(search))).toEqual(new URLSearchParams('?flag=pick&names=a,b'))
  expect(wallSearch(sideSearch('', { photos: [id(1)], active: null }))).toBe('')
  expect([coversWall('/g/g_1/compare'), coversWall('/g/g_1/survey'), coversWall('/g/g_1/p/p_1'), coversWall('/g/g_1')]).toEqual([
    true,
    true,
    true,
    false,
  ])
  expect([sideOf('/g/g_1/compare'), sideOf('/g/g_1/p/compare')]).toEqual(['compare', null])
})

test('[COMPARE-21] where no photo lies, the first two or the frame pressed are laid out', () => {
  const none: Comparison = { photos: photosFrom('nonsense,,', most), active: 0 }
  expect(none.photos).toEqual([])
  expect(replaced(none, 0, id(3))).toEqual({ photos: [id(3)], active: 0 })
  expect(sized(none, 2, wall)).toEqual({ photos: [id(0), id(1)], active: 0 })
})
