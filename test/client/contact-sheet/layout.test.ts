import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type Layout, type Line, layOut, type Section } from '../../../client/contact-sheet/layout.ts'
import { measuresFor } from '../../../client/contact-sheet/measures.ts'
import { between, hanging, step } from '../../../client/contact-sheet/walk.ts'
import type { PhotoId, SceneId } from '../../../common/ids.ts'

const photo = (n: number) => `p_${String(n).padStart(20, '0')}` as PhotoId
const scene = (n: number) => `s_${String(n).padStart(20, '0')}` as SceneId

/** Sections with these ratios, photos numbered through. */
function sectionsOf(ratios: readonly (readonly number[])[]): readonly Section[] {
  let n = 0
  return ratios.map((list, s) => ({ scene: scene(s), frames: list.map((ratio) => ({ id: photo(n++), ratio })) }))
}
const rowsIn = (layout: Layout) => layout.lines.filter((line): line is Extract<Line, { kind: 'row' }> => line.kind === 'row')

const ratio = fc.double({ min: 0.2, max: 4, noNaN: true })
const walls = fc.record({
  ratios: fc.array(fc.array(ratio, { maxLength: 40 }), { minLength: 1, maxLength: 5 }),
  width: fc.integer({ min: 320, max: 2600 }),
  look: fc.constantFrom('client' as const, 'staff' as const),
  touch: fc.boolean(),
})

/** Rows whose last frame is narrower than what rounding the others may gather. */
const slivers = [
  [3.93, 0.2, 3.98, 3.98, 0.2],
  [0.2, 3.325, 3.775, 2.675, 0.525, 2.377, 0.2],
].map((ratios): [{ ratios: number[][]; width: number; look: 'staff'; touch: boolean }] => [
  { ratios: [ratios], width: 320, look: 'staff', touch: false },
])

describe('the layout of the wall', () => {
  test('[WALL-1] every photo hangs exactly once, in its order, under its own scene', () => {
    fc.assert(
      fc.property(walls, ({ ratios, width, look, touch }) => {
        const sections = sectionsOf(ratios)
        const layout = layOut(sections, measuresFor(width, look, touch))
        expect(hanging(layout)).toEqual(sections.flatMap(({ frames }) => frames.map(({ id }) => id)))
        for (const line of rowsIn(layout)) {
          const own = new Set(sections.find((section) => section.scene === line.scene)?.frames.map(({ id }) => id))
          expect(line.frames.every(({ id }) => own.has(id))).toBe(true)
        }
      }),
    )
  })

  test('[WALL-2] a full row fills the wall to the pixel, and no picture leaves it or lies on another', () => {
    fc.assert(
      fc.property(walls, ({ ratios, width, look, touch }) => {
        const measures = measuresFor(width, look, touch)
        const layout = layOut(sectionsOf(ratios), measures)
        layout.lines.forEach((line, i) => {
          const next = layout.lines[i + 1]
          expect(line.top + line.height).toBe(next ? next.top : layout.height)
          if (line.kind !== 'row') return
          let right = -measures.gap
          for (const frame of line.frames) {
            expect(frame.left).toBe(right + measures.gap)
            expect(frame.width).toBeGreaterThanOrEqual(1)
            right = frame.left + frame.width
          }
          const last = next?.kind !== 'row'
          if (last) expect(right).toBeLessThanOrEqual(width)
          else expect(right).toBe(width)
        })
      }),
      { examples: slivers },
    )
  })

  test('[WALL-3] ten thousand photos are laid out at once, a lone last photo is not blown up, and an empty scene keeps its heading', () => {
    const many = layOut(
      sectionsOf([Array.from({ length: 10_000 }, (_, i) => [1.5, 0.67, 1.33][i % 3] ?? 1)]),
      measuresFor(1344, 'client', false),
    )
    expect(many.where.size).toBe(10_000)
    const measures = measuresFor(1344, 'client', false)
    const lone = layOut(sectionsOf([[1.5, 1.5, 1.5, 1.5], [1.5], []]), measures)
    expect(rowsIn(lone).at(-1)?.picture).toBeLessThanOrEqual(measures.target * 1.2)
    expect(lone.lines.slice(-2).map((line) => line.kind)).toEqual(['heading', 'empty'])
  })
})

describe('walking over the wall', () => {
  test('[WALL-4] arrows reach every photo, up and down take the nearest of the next row, and edges hold', () => {
    fc.assert(
      fc.property(walls, ({ ratios, width, look, touch }) => {
        const layout = layOut(sectionsOf(ratios), measuresFor(width, look, touch))
        const all = hanging(layout)
        const [first, last] = [all[0], all.at(-1)]
        if (!first || !last) return
        expect(step(layout, null, 'down')).toBe(first)
        let here: PhotoId | null = first
        for (const expected of all.slice(1)) {
          here = step(layout, here, 'right')
          expect(here).toBe(expected)
        }
        expect(step(layout, last, 'right')).toBe(last)
        expect(step(layout, first, 'left')).toBe(first)
        expect(step(layout, first, 'up')).toBe(first)
        for (const id of all) {
          const below = step(layout, id, 'down')
          const [a, b] = [layout.where.get(id)?.line ?? -1, below ? (layout.where.get(below)?.line ?? -1) : -1]
          expect(b).toBeGreaterThanOrEqual(a)
        }
      }),
    )
  })

  test('[WALL-5] a range holds both ends and everything between, whichever came first', () => {
    const layout = layOut(
      sectionsOf([
        [1, 1, 1],
        [1, 1],
      ]),
      measuresFor(1000, 'staff', false),
    )
    expect(between(layout, photo(1), photo(3))).toEqual([photo(1), photo(2), photo(3)])
    expect(between(layout, photo(3), photo(1))).toEqual([photo(1), photo(2), photo(3)])
    expect(between(layout, photo(99), photo(1))).toEqual([photo(1)])
  })
})
