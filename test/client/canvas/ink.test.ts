/** @jest-environment node */
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { centreLines } from '../../../client/canvas/ink-lines.ts'
import { anchorOf, boundsOf, isHit, movedBy, resized } from '../../../client/canvas/ink-place.ts'
import { ribbon } from '../../../client/canvas/ink-ribbon.ts'
import { type InkShape, inkEdge, inkSize } from '../../../client/canvas/ink-shape.ts'
import { drawnOn, finished, noLine, steadied } from '../../../client/canvas/pen-line.ts'
import { boxOf, toPicture, toStage, zoomAt } from '../../../client/canvas/view-box.ts'
import { pointsPerStroke } from '../../../common/limits.ts'
import { packPoints, unpackPoints } from '../../../common/sheet/geometry.ts'
import { type Place, tools } from '../../../common/sheet/shape.ts'

const fraction = fc.double({ min: 0, max: 1, noNaN: true })
const place = fc.tuple(fraction, fraction)
const edge = fc.integer({ min: 40, max: 12_000 })
const picture = fc.record({ width: edge, height: edge })
const scene = fc.record({
  picture,
  stage: fc.record({ width: fc.integer({ min: 200, max: 3_000 }), height: fc.integer({ min: 200, max: 2_000 }) }),
  density: fc.constantFrom(1, 1.5, 2, 3),
})
const shape: fc.Arbitrary<InkShape> = fc
  .record({
    tool: fc.constantFrom(...tools),
    points: fc.array(place, { minLength: 1, maxLength: 40 }),
    width: fc.double({ min: 0.0005, max: 0.02, noNaN: true }),
  })
  .map(({ tool, points, width }) => {
    const free = tool === 'pen' || tool === 'highlight'
    const one = tool === 'text' || tool === 'pin'
    const [first = [0, 0]] = points
    const kept = free ? points : one ? [first] : [first, points[1] ?? first]
    return { id: 'd_1', tool, points: kept, pressure: [], width, text: tool === 'text' ? 'Two\nlines' : null }
  })

test('[DRAW-20] a place on the picture is the same place at every zoom, size of window, rotation of the screen and density', () => {
  fc.assert(
    fc.property(scene, scene, place, fc.double({ min: 0.2, max: 40, noNaN: true }), (one, other, at, factor) => {
      const here = boxOf(zoomAt(boxOf({ fit: true }, one), { ...one, px: one.stage.width / 3, py: one.stage.height / 2, factor }), one)
      const there = boxOf({ fit: true }, { ...other, picture: one.picture })
      const drawn = toPicture(here, one.picture, toStage(here, one.picture, at))
      const seen = toPicture(there, one.picture, toStage(there, one.picture, drawn))
      expect(seen[0]).toBeCloseTo(at[0], 9)
      expect(seen[1]).toBeCloseTo(at[1], 9)
    }),
  )
})

test('[DRAW-21] what is drawn at eight times the pixels lands on the pixel of the picture under the hand', () => {
  fc.assert(
    fc.property(scene, place, fraction, fraction, (at, centre, x, y) => {
      const box = boxOf({ fit: false, zoom: 8, cx: centre[0], cy: centre[1] }, at)
      const drawn = toPicture(box, at.picture, [x * at.stage.width, y * at.stage.height])
      if (drawn.some((side) => side < 0 || side > 1)) return
      const [kept = [0, 0]] = unpackPoints(packPoints([drawn]))
      expect(Math.abs(kept[0] - drawn[0]) * at.picture.width).toBeLessThan(0.5)
      expect(Math.abs(kept[1] - drawn[1]) * at.picture.height).toBeLessThan(0.5)
    }),
  )
})

test('[DRAW-22] steadying and thinning keep both ends, the order and the pressure of a stroke', () => {
  fc.assert(
    fc.property(picture, fc.array(fc.record({ place, pressure: fraction }), { minLength: 1, maxLength: 200 }), (size, points) => {
      const line = drawnOn(noLine, points, { picture: size, least: 0.5 })
      const kept = finished(line, { picture: size, tolerance: 0.3 })
      expect(kept.points[0]).toEqual(line.points[0])
      expect(kept.points.at(-1)).toEqual(line.points.at(-1))
      expect(kept.points.length).toBeLessThanOrEqual(line.points.length)
      expect(kept.pressure.length).toBe(kept.points.length)
      const steady = steadied(line.points)
      let from = 0
      for (const point of kept.points) {
        from = steady.findIndex(([x, y], i) => i >= from && x === point[0] && y === point[1])
        expect(from).toBeGreaterThanOrEqual(0)
      }
    }),
  )
})

test('[DRAW-22] a straight stroke keeps its two ends alone, and a stroke never grows above its limit', () => {
  const straight = Array.from({ length: 100 }, (_, i) => ({ place: [0.1 + i / 200, 0.2 + i / 400] as Place, pressure: null }))
  const size = { width: 3_000, height: 2_000 }
  const line = drawnOn(noLine, straight, { picture: size, least: 1 })
  expect(finished(line, { picture: size, tolerance: 0.3 }).points).toHaveLength(2)
  const long = Array.from({ length: 5_000 }, (_, i) => ({ place: [(i % 100) / 100, i / 5_000] as Place, pressure: null }))
  expect(drawnOn(noLine, long, { picture: size, least: 1 }).points).toHaveLength(pointsPerStroke)
})

test('[DRAW-23] a drawing moved, however far, stays whole on the picture', () => {
  fc.assert(
    fc.property(shape, fc.tuple(fc.double({ min: -3, max: 3, noNaN: true }), fc.double({ min: -3, max: 3, noNaN: true })), (one, by) => {
      const moved = movedBy(one, by)
      expect(moved.points.flat().every((side) => side >= 0 && side <= 1)).toBe(true)
      const [first = [0, 0]] = one.points
      const [to = [0, 0]] = moved.points
      one.points.forEach((point, i) => {
        expect((moved.points[i]?.[0] ?? 9) - to[0]).toBeCloseTo(point[0] - first[0], 9)
        expect((moved.points[i]?.[1] ?? 9) - to[1]).toBeCloseTo(point[1] - first[1], 9)
      })
    }),
  )
})

test('[DRAW-23] a drawing resized into any box stays on the picture, and back again it is what it was', () => {
  const side = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(shape, picture, fc.tuple(side, side, side, side), (one, size, [a, b, c, d]) => {
      const from = boundsOf(one, size)
      const to = { left: Math.min(a, b), right: Math.max(a, b) + 0.05, top: Math.min(c, d), bottom: Math.max(c, d) + 0.05 }
      const there = resized(one, from, to)
      expect(there.points.flat().every((value) => value >= 0 && value <= 1)).toBe(true)
      expect(there.width).toBeGreaterThan(0)
      expect(there.width).toBeLessThanOrEqual(0.5)
      if (one.tool === 'text' || from.right - from.left < 0.01 || from.bottom - from.top < 0.01) return
      const back = resized(there, boundsOf(there, size), from)
      back.points.forEach((point, i) => {
        expect(point[0]).toBeCloseTo(one.points[i]?.[0] ?? 9, 6)
        expect(point[1]).toBeCloseTo(one.points[i]?.[1] ?? 9, 6)
      })
    }),
  )
})

test('[DRAW-24] a drawing is hit on its own stroke, at every size of the picture, and not far from it', () => {
  fc.assert(
    fc.property(shape, picture, (one, size) => {
      const space = inkSize(size)
      for (const { points } of centreLines(one, space).slice(0, 1)) {
        const on = points[Math.floor(points.length / 2)] ?? [0, 0]
        expect(isHit(one, [on[0] / space.width, on[1] / space.height], { picture: size, reach: 1 })).toBe(true)
      }
      expect(isHit(one, [5, 5], { picture: size, reach: 10 })).toBe(false)
    }),
  )
})

test('[DRAW-24] where a comment hangs on a drawing is on the picture', () => {
  fc.assert(
    fc.property(shape, picture, (one, size) => {
      expect(anchorOf(one, size).every((side) => side >= 0 && side <= 1)).toBe(true)
    }),
  )
})

test('[DRAW-25] the outline of a stroke lies near its line and is finite, whatever the hand did', () => {
  fc.assert(
    fc.property(shape, picture, (one, size) => {
      for (const { points, pressure, width } of centreLines(one, inkSize(size))) {
        const isNear = ([x, y]: readonly [number, number]) => points.some((point) => Math.hypot(point[0] - x, point[1] - y) <= width)
        expect(ribbon({ points, pressure, width, seed: 3 }).filter((spot) => !isNear(spot))).toEqual([])
      }
    }),
  )
})

test('[DRAW-25] the tip of an arrow and the ends of a line are where they were put', () => {
  fc.assert(
    fc.property(place, place, picture, (a, b, size) => {
      const space = inkSize(size)
      for (const tool of ['line', 'arrow'] as const) {
        const [shaft] = centreLines({ id: 'd_1', tool, points: [a, b], pressure: [], width: 0.005, text: null }, space)
        expect(shaft?.points[0]).toEqual([a[0] * space.width, a[1] * space.height])
        expect(shaft?.points.at(-1)?.[0]).toBeCloseTo(b[0] * space.width, 6)
        expect(shaft?.points.at(-1)?.[1]).toBeCloseTo(b[1] * space.height, 6)
      }
      expect(Math.max(space.width, space.height)).toBeCloseTo(inkEdge, 6)
    }),
  )
})
