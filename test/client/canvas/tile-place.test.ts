import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { neededTiles, placedTile, seenPart } from '../../../client/canvas/tile-place.ts'
import { boxOf } from '../../../client/canvas/view-box.ts'
import { levelFor, tileEdge, tileLevels, tilesIn } from '../../../common/gallery/tiles.ts'

const scenes = fc
  .record({
    picture: fc.record({ width: fc.integer({ min: 2600, max: 12_000 }), height: fc.integer({ min: 200, max: 12_000 }) }),
    stage: fc.record({ width: fc.integer({ min: 200, max: 2_600 }), height: fc.integer({ min: 200, max: 1_600 }) }),
    density: fc.constantFrom(1, 1.25, 1.5, 2, 3),
    zoom: fc.double({ min: 0.05, max: 8, noNaN: true }),
    cx: fc.double({ min: 0, max: 1, noNaN: true }),
    cy: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ zoom, cx, cy, ...at }) => ({ ...at, box: boxOf({ fit: false, zoom, cx, cy }, at) }))

/** Half a pixel of the screen, in CSS pixels, and a breath for floating point. */
const half = (density: number) => 0.5 / density + 1e-6

test('[FULL-14] on the stage tiles meet on whole pixels of the screen and cover the picture, whatever the zoom', () => {
  fc.assert(
    fc.property(scenes, fc.nat({ max: 3 }), (scene, wished) => {
      const { picture, box, density } = scene
      const level = Math.min(wished, tileLevels(picture) - 1)
      const all = tilesIn(picture, level, { left: 0, top: 0, right: picture.width, bottom: picture.height })
      const placed = new Map(all.map((at) => [`${at.column} ${at.row}`, placedTile(at, scene)]))
      for (const at of all) {
        const own = placedTile(at, scene)
        const whole = own.x * density
        expect(Math.abs(whole - Math.round(whole))).toBeLessThan(1e-6)
        const right = placed.get(`${at.column + 1} ${at.row}`)
        const below = placed.get(`${at.column} ${at.row + 1}`)
        const [endX, endY] = [box.x + picture.width * box.scale, box.y + picture.height * box.scale]
        expect(Math.abs(own.x + own.width - (right ? right.x : endX))).toBeLessThanOrEqual(right ? 1e-9 : half(density))
        expect(Math.abs(own.y + own.height - (below ? below.y : endY))).toBeLessThanOrEqual(below ? 1e-9 : half(density))
        expect(Math.abs(own.x - (box.x + at.column * tileEdge * 2 ** level * box.scale))).toBeLessThanOrEqual(half(density))
      }
    }),
    { numRuns: 60 },
  )
})

test('[FULL-15] at 1:1 a pixel of a tile is a pixel of the screen', () => {
  fc.assert(
    fc.property(scenes, (scene) => {
      const box = { ...scene.box, scale: 1 / scene.density }
      for (const at of neededTiles({ ...scene, box })) {
        const { width, height } = placedTile(at, { ...scene, box })
        expect(at.level).toBe(0)
        expect(width * scene.density).toBeCloseTo(Math.min(tileEdge, scene.picture.width - at.column * tileEdge), 6)
        expect(height * scene.density).toBeCloseTo(Math.min(tileEdge, scene.picture.height - at.row * tileEdge), 6)
      }
    }),
  )
})

test('[FULL-15] also where the picture begins on half a pixel', () => {
  for (const [x, density] of [
    [340.5, 3],
    [-170.1, 5],
    [0.25, 2],
  ] as const) {
    const box = { x, y: x, scale: 1 / density }
    const place = (column: number) => placedTile({ level: 0, column, row: 0 }, { picture: { width: 9000, height: 9000 }, box, density })
    for (let column = 0; column < 8; column++) expect(place(column).width * density).toBeCloseTo(tileEdge, 6)
  }
})

test('[FULL-16] however large the picture, a screen needs a handful of tiles', () => {
  fc.assert(
    fc.property(scenes, (scene) => {
      const needed = neededTiles(scene)
      const { stage, density } = scene
      const across = (side: number) => Math.ceil((side * density * 2) / tileEdge) + 1
      expect(needed.length).toBeLessThanOrEqual(across(stage.width) * across(stage.height))
      const part = seenPart(scene)
      const level = levelFor(scene.picture, scene.box.scale * density)
      if (level !== null && part.right > part.left && part.bottom > part.top) expect(needed.length).toBeGreaterThan(0)
    }),
  )
})
