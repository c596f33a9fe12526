import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { boxOf, fitLook, type Look, panBy, percentOf, toggled, zoomAt } from '../../../client/canvas/view-box.ts'

const at = { picture: { width: 3000, height: 2000 }, stage: { width: 900, height: 700 }, density: 1 }
const sizes = fc.record({
  picture: fc.record({ width: fc.integer({ min: 40, max: 12_000 }), height: fc.integer({ min: 40, max: 12_000 }) }),
  stage: fc.record({ width: fc.integer({ min: 200, max: 3_000 }), height: fc.integer({ min: 200, max: 2_000 }) }),
  density: fc.constantFrom(1, 1.5, 2, 3),
})

test('[LOUPE-1] the whole picture is seen at first, centred, never larger than its own pixels', () => {
  fc.assert(
    fc.property(sizes, (scene) => {
      const box = boxOf(fitLook, scene)
      expect(box.x).toBeGreaterThanOrEqual(-0.001)
      expect(box.y).toBeGreaterThanOrEqual(-0.001)
      expect(box.scale * scene.density).toBeLessThanOrEqual(1.0001)
    }),
  )
})

test('[LOUPE-2] zooming keeps the point under the hand where it is', () => {
  const [px, py] = [450, 350]
  const before = boxOf(fitLook, at)
  const look = zoomAt(before, { ...at, px, py, factor: 4 })
  const after = boxOf(look, at)
  expect((px - after.x) / after.scale).toBeCloseTo((px - before.x) / before.scale, 3)
  expect((py - after.y) / after.scale).toBeCloseTo((py - before.y) / before.scale, 3)
})

test('[LOUPE-3] Z goes to 1:1 and back to the whole picture', () => {
  const one = toggled(fitLook, boxOf(fitLook, at), { ...at, px: 450, py: 350 })
  expect(percentOf(boxOf(one, at), 1)).toBe(100)
  expect(toggled(one, boxOf(one, at), { ...at, px: 450, py: 350 })).toEqual(fitLook)
})

test('[LOUPE-4] however one zooms and pans, a picture larger than the stage fills it and a smaller one is centred', () => {
  const act = fc.oneof(
    fc.record({
      zoom: fc.double({ min: 0.2, max: 5, noNaN: true }),
      px: fc.integer({ min: 0, max: 200 }),
      py: fc.integer({ min: 0, max: 200 }),
    }),
    fc.record({ dx: fc.integer({ min: -900, max: 900 }), dy: fc.integer({ min: -900, max: 900 }) }),
  )
  fc.assert(
    fc.property(sizes, fc.array(act, { maxLength: 12 }), (scene, acts) => {
      let look: Look = fitLook
      for (const one of acts) {
        if ('zoom' in one) look = zoomAt(boxOf(look, scene), { ...scene, px: one.px, py: one.py, factor: one.zoom })
        else look = panBy(look, { ...scene, ...one })
      }
      const box = boxOf(look, scene)
      for (const [place, size, room] of [
        [box.x, scene.picture.width * box.scale, scene.stage.width],
        [box.y, scene.picture.height * box.scale, scene.stage.height],
      ] as const) {
        if (size <= room) expect(place).toBeCloseTo((room - size) / 2, 3)
        else {
          expect(place).toBeLessThanOrEqual(0.001)
          expect(place + size).toBeGreaterThanOrEqual(room - 0.001)
        }
      }
    }),
  )
})

test('[LOUPE-5] paging keeps the zoom and the place, as a fraction of the next picture', () => {
  const look: Look = { fit: false, zoom: 1, cx: 0.7, cy: 0.4 }
  const next = boxOf(look, { ...at, picture: { width: 6000, height: 4000 } })
  expect(next.scale).toBe(1)
  expect((at.stage.width / 2 - next.x) / 6000).toBeCloseTo(0.7, 5)
})
