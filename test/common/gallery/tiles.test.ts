import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isTile, levelFor, levelSize, type PixelRect, type TileAt, tileLevels, tileRect, tilesIn } from '../../../common/gallery/tiles.ts'
import { renditionEdges } from '../../../common/limits.ts'

const largest = Math.max(...renditionEdges)
const pictures = fc.record({ width: fc.integer({ min: 1, max: 20_000 }), height: fc.integer({ min: 1, max: 15_000 }) })
const whole = ({ width, height }: { width: number; height: number }): PixelRect => ({ left: 0, top: 0, right: width, bottom: height })
const areaOf = ({ left, top, right, bottom }: PixelRect) => (right - left) * (bottom - top)
const placeOf = ({ level, column, row }: TileAt) => `${level} ${column} ${row}`

test('[FULL-1] the tiles of every level cover the picture exactly: no gap, no overlap, also at odd sizes', () => {
  fc.assert(
    fc.property(pictures, (picture) => {
      for (let level = 0; level < tileLevels(picture); level++) {
        const tiles = tilesIn(picture, level, whole(picture))
        const rects = tiles.map((at) => tileRect(picture, at))
        expect(rects.reduce((sum, rect) => sum + areaOf(rect), 0)).toBe(picture.width * picture.height)
        expect(rects.every((rect) => areaOf(rect) > 0)).toBe(true)
        expect(new Set(tiles.map(placeOf)).size).toBe(tiles.length)
        const edges = new Set(rects.map(({ left }) => left).concat(picture.width))
        expect(rects.every(({ right }) => edges.has(right))).toBe(true)
      }
    }),
  )
})

test('[FULL-2] levels begin at the original and end where the largest rendition is enough', () => {
  fc.assert(
    fc.property(pictures, (picture) => {
      const levels = tileLevels(picture)
      if (Math.max(picture.width, picture.height) <= largest) expect(levels).toBe(0)
      else {
        expect(levelSize(picture, 0)).toEqual(picture)
        const { width, height } = levelSize(picture, levels)
        expect(Math.max(width, height)).toBeLessThanOrEqual(largest)
      }
    }),
  )
})

test('[FULL-3] a level is chosen that has a pixel for each pixel of the screen, and no finer one than that', () => {
  fc.assert(
    fc.property(pictures, fc.double({ min: 0.01, max: 8, noNaN: true }), (picture, zoom) => {
      const level = levelFor(picture, zoom)
      const longest = Math.max(picture.width, picture.height)
      if (level === null) return expect(longest * zoom <= largest || longest <= largest).toBe(true)
      if (level > 0) expect(0.5 ** level).toBeGreaterThanOrEqual(zoom)
      if (level < tileLevels(picture) - 1) expect(0.5 ** (level + 1)).toBeLessThan(zoom)
    }),
  )
})

test('[FULL-4] of a part of the picture exactly the tiles that touch it are asked for, nearest to its middle first', () => {
  const parts = fc.tuple(fc.double({ min: -0.5, max: 1.5, noNaN: true }), fc.double({ min: 0.01, max: 1, noNaN: true }))
  fc.assert(
    fc.property(pictures, parts, parts, fc.nat({ max: 3 }), (picture, [x, w], [y, h], level) => {
      const part = {
        left: x * picture.width,
        top: y * picture.height,
        right: (x + w) * picture.width,
        bottom: (y + h) * picture.height,
      }
      const touches = (at: TileAt) => {
        const rect = tileRect(picture, at)
        return rect.left < part.right && rect.right > part.left && rect.top < part.bottom && rect.bottom > part.top
      }
      const asked = tilesIn(picture, level, part)
      const wanted = tilesIn(picture, level, whole(picture)).filter(touches)
      expect(asked.map(placeOf).sort()).toEqual(wanted.map(placeOf).sort())
    }),
  )
})

test('[FULL-5] a place beside the picture or beyond its levels is no tile', () => {
  const picture = { width: 8256, height: 5504 }
  expect([tileLevels(picture), isTile(picture, { level: 0, column: 8, row: 5 })]).toEqual([2, true])
  expect(isTile(picture, { level: 0, column: 9, row: 0 })).toBe(false)
  expect(isTile(picture, { level: 0, column: 0, row: 6 })).toBe(false)
  expect(isTile(picture, { level: 1, column: 4, row: 2 })).toBe(true)
  expect(isTile(picture, { level: 1, column: 5, row: 0 })).toBe(false)
  expect(isTile(picture, { level: 2, column: 0, row: 0 })).toBe(false)
  expect(isTile({ width: 2560, height: 1700 }, { level: 0, column: 0, row: 0 })).toBe(false)
})
