import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { hueOf, hues } from '../../../client/ui/hue.ts'
import { initialsOf } from '../../../client/ui/monogram.tsx'
import { crossPath, linePath, loopLine, loopPath, ringPath, tallyPath, tickPath } from '../../../client/ui/stroke-shapes.ts'
import { dice, seedOf, smooth, wax } from '../../../client/ui/strokes.ts'

const sizes = fc.record({
  width: fc.integer({ min: 60, max: 1200 }),
  height: fc.integer({ min: 60, max: 1200 }),
  seed: fc.integer({ min: 0, max: 9972 }),
})
const closed = /^M[-\d. ]+(Q[-\d. ]+)+Z/

describe('strokes', () => {
  test('[HAND-1] the same points, width and seed give the same stroke; another seed gives another hand', () => {
    fc.assert(
      fc.property(sizes, (size) => {
        expect(loopPath(size)).toBe(loopPath(size))
        expect(loopPath(size)).not.toBe(loopPath({ ...size, seed: size.seed + 1 }))
      }),
    )
    expect(ringPath(seedOf('u_a'))).not.toBe(ringPath(seedOf('u_b')))
  })

  test('[HAND-2] every stroke is a closed outline of finite numbers', () => {
    fc.assert(
      fc.property(sizes, ({ width, height, seed }) => {
        for (const path of [
          loopPath({ width, height, seed }),
          ringPath(seed),
          tickPath(seed),
          crossPath(width, height, seed),
          tallyPath(width, 12, seed),
          linePath(0, width, 10, seed),
        ]) {
          expect(path).toMatch(closed)
          expect(path).not.toMatch(/NaN|Infinity/)
        }
      }),
    )
    expect(wax([[3, 3]], 2)).toMatch(closed)
    expect(
      wax(
        [
          [3, 3],
          [3, 3],
        ],
        2,
      ),
    ).not.toMatch(/NaN/)
  })

  test('[HAND-3] a loop runs round its frame: never into the picture, never far from it', () => {
    fc.assert(
      fc.property(sizes, (size) => {
        for (const [x, y] of loopLine(size)) {
          const outside = Math.max(-x, x - size.width, -y, y - size.height)
          expect(outside).toBeGreaterThan(-12)
          expect(outside).toBeLessThan(13 + Math.max(size.width, size.height) * 0.02)
        }
      }),
    )
  })

  test('[HAND-4] the stroke is drawn from the given dice alone', () => {
    const [a, b] = [dice(5), dice(5)]
    const rolled = Array.from({ length: 50 }, () => a())
    expect(rolled).toEqual(Array.from({ length: 50 }, () => b()))
    expect(rolled.every((n) => n >= 0 && n < 1)).toBe(true)
    expect(
      smooth([
        [0, 0],
        [10, 0],
      ]).at(-1),
    ).toEqual([10, 0])
  })
})

describe('hands of people', () => {
  test('[HAND-5] a hue comes from the id alone, and all seven are used alike', () => {
    const counts = new Map<string, number>()
    for (let n = 0; n < 7_000; n++) {
      const hue = hueOf(`v_${String(n).padStart(20, 'x')}`)
      counts.set(hue, (counts.get(hue) ?? 0) + 1)
    }
    expect([...counts.keys()].sort()).toEqual([...hues].sort())
    for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(250)
  })

  test('[HAND-6] initials are of the first and the last word, in every script', () => {
    expect(['Clara Winter', 'Mara', 'Jean de la Fontaine', '  ', 'élodie', 'Clara Winter (you)', '李 小龙'].map(initialsOf)).toEqual([
      'CW',
      'M',
      'JF',
      '?',
      'É',
      'CW',
      '李小',
    ])
  })
})
