import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { lookAt, partOf, spotOf, towards } from '../../../client/canvas/part.ts'
import { boxOf, fitLook, type Look, mostZoom } from '../../../client/canvas/view-box.ts'

const side = (min: number, max: number) => fc.integer({ min, max })
const size = (min: number, max: number) => fc.record({ width: side(min, max), height: side(min, max) })
const framed = { picture: size(800, 9_000), stage: size(300, 2_000), density: fc.constantFrom(1, 2, 3) }
const zoomed = fc.record({
  fit: fc.constant(false as const),
  zoom: fc.double({ min: 0.5, max: mostZoom, noNaN: true }),
  cx: fc.double({ min: 0, max: 1, noNaN: true }),
  cy: fc.double({ min: 0, max: 1, noNaN: true }),
})

test('[SESSION-11] another window, of any size, shows at least the part that is led, as far as zoom goes', () => {
  fc.assert(
    fc.property(fc.record(framed), size(300, 2_000), fc.constantFrom(1, 2), zoomed, (at, stage, density, look: Look) => {
      const part = partOf(look, at)
      if (!part) throw new Error('a zoomed look has a part')
      const there = { picture: at.picture, stage, density }
      const led = lookAt(part, there)
      const seen = partOf(led, there) ?? [0, 0, 1, 1]
      // Closer than the most zoom nobody sees more of a smaller part; everybody else sees all of it.
      if (!led.fit && led.zoom >= mostZoom) return
      const slack = 0.0005
      expect(seen[0]).toBeLessThanOrEqual(part[0] + slack)
      expect(seen[1]).toBeLessThanOrEqual(part[1] + slack)
      expect(seen[2]).toBeGreaterThanOrEqual(part[2] - slack)
      expect(seen[3]).toBeGreaterThanOrEqual(part[3] - slack)
    }),
  )
})

test('[SESSION-11] a window of the same size shows exactly the same part, and the whole picture is led as such', () => {
  fc.assert(
    fc.property(fc.record(framed), zoomed, (at, look: Look) => {
      const part = partOf(look, at)
      const again = partOf(lookAt(part, at), at)
      for (const [i, value] of (part ?? []).entries()) expect(again?.[i]).toBeCloseTo(value, 2)
    }),
  )
  const at = { picture: { width: 3_000, height: 2_000 }, stage: { width: 900, height: 600 }, density: 1 }
  expect(partOf(fitLook, at)).toBeNull()
  expect(lookAt(null, at)).toEqual(fitLook)
})

test('[SESSION-11] a pointer is a place in the picture, and a way towards a part ends there', () => {
  const at = { picture: { width: 3_000, height: 2_000 }, stage: { width: 900, height: 600 }, density: 1 }
  const box = boxOf(fitLook, at)
  expect(spotOf([450, 300], box, at.picture)).toEqual([0.5, 0.5])
  expect(towards([0, 0, 1, 1], [0.5, 0.5, 0.75, 0.75], 1)).toEqual([0.5, 0.5, 0.75, 0.75])
  expect(towards([0, 0, 1, 1], [0.5, 0.5, 0.75, 0.75], 0.5)).toEqual([0.25, 0.25, 0.875, 0.875])
})
