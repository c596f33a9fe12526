import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { boxOf, type Look } from '../../../client/canvas/view-box.ts'
import { showingIn, showingSearch } from '../../../client/loupe/shown-version.ts'
import { asLarge, lookOn } from '../../../client/loupe/version-look.ts'
import type { VersionId } from '../../../common/ids.ts'
import type { SeenPhoto, SeenVersion } from '../../../common/visibility/seen.ts'

const version = (n: number, width = 6000, height = 4000): SeenVersion => ({
  id: `v_${String(n).padStart(20, '0')}` as VersionId,
  n,
  width,
  height,
  thumbhash: null,
  capture: { takenAt: null, camera: null, lens: null, exposure: null, caption: null, creator: null, copyright: null, keywords: [] },
})
const [one, two, three] = [version(1), version(2), version(3)]
const photo = { versions: [one, two, three] } as unknown as SeenPhoto
const numbers = (search: string) => {
  const { version: shown, other, manner } = showingIn(search, photo)
  return [shown?.n, other?.n ?? null, manner]
}

test('[COMPARE-14] the address says which version is shown and against which; the current one needs no naming', () => {
  expect(numbers('')).toEqual([3, null, null])
  expect(numbers(`?v=${one.id}`)).toEqual([1, null, null])
  expect(numbers('?v=v_gone&way=wipe')).toEqual([3, 2, 'wipe'])
  expect(numbers(`?v=${one.id}&way=side`)).toEqual([1, 2, 'side'])
  expect(numbers(`?vs=${one.id}&way=side`)).toEqual([3, 1, 'side'])
  expect(numbers(`?vs=${three.id}&way=side`)).toEqual([3, 2, 'side'])
  expect(showingIn('?way=wipe', { versions: [one] } as unknown as SeenPhoto)).toMatchObject({ other: null, manner: null })
  expect(showingSearch('?flag=pick', photo, { version: three.id })).toBe('flag=pick')
  expect(numbers(`?${showingSearch('', photo, { version: one.id })}`)).toEqual([1, null, null])
  expect(numbers(`?${showingSearch('?way=wipe', photo, { version: one.id })}`)).toEqual([1, 3, 'wipe'])
  expect(numbers(`?${showingSearch(`?vs=${one.id}&way=wipe`, photo, { manner: 'side' })}`)).toEqual([3, 1, 'side'])
  expect(numbers(`?${showingSearch(`?v=${one.id}&way=wipe`, photo, { manner: null })}`)).toEqual([1, null, null])
})

test('[COMPARE-15] versions of one proportion cover each other to the pixel, whatever their sizes; a cropped one keeps its own', () => {
  const looks = fc.record({
    zoom: fc.double({ min: 0.1, max: 4, noNaN: true }),
    cx: fc.double({ min: 0, max: 1, noNaN: true }),
    cy: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  const large = { of: 'b', picture: { width: 6000, height: 4000 }, renditions: [], fullSize: () => '', placeholder: null }
  const small = { ...large, of: 'a', picture: { width: 3000, height: 2000 } }
  const cropped = { ...large, of: 'c', picture: { width: 3000, height: 3000 } }
  expect(asLarge(small, large)).toMatchObject({ of: 'a', picture: large.picture, fullSize: null })
  expect(asLarge(cropped, large)).toBe(cropped)
  fc.assert(
    fc.property(looks, (at) => {
      const look: Look = { fit: false, ...at }
      const there = lookOn(look, large.picture, cropped.picture)
      const stage = { width: 900, height: 700 }
      if (there.fit) throw new Error('not fitted')
      expect(there.zoom * cropped.picture.width).toBeCloseTo(Math.min(8 * 3000, look.zoom * large.picture.width), 3)
      expect(boxOf(lookOn(look, large.picture, asLarge(small, large).picture), { picture: large.picture, stage, density: 1 })).toEqual(
        boxOf(look, { picture: large.picture, stage, density: 1 }),
      )
    }),
  )
})
