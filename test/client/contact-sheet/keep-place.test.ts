import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { keepPlace } from '../../../client/contact-sheet/keep-place.ts'
import { type Line, layOut } from '../../../client/contact-sheet/layout.ts'
import { measuresFor } from '../../../client/contact-sheet/measures.ts'
import type { PhotoId, SceneId } from '../../../common/ids.ts'

const scene = 's_00000000000000000000' as SceneId
const frames = (ids: readonly number[]) => [
  { scene, frames: ids.map((n) => ({ id: `p_${String(n).padStart(20, '0')}` as PhotoId, ratio: n % 3 ? 1.5 : 0.7 })) },
]
const all = Array.from({ length: 200 }, (_, n) => n)
const rowAt = (lines: readonly Line[], offset: number) => lines.find((line) => line.kind === 'row' && line.top + line.height > offset)

test('[WALL-6] what one looks at stays in sight when the wall becomes wider, narrower, or loses and gains photos above', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 340, max: 2400 }),
      fc.integer({ min: 340, max: 2400 }),
      fc.double({ min: 0.05, max: 0.9, noNaN: true }),
      fc.uniqueArray(fc.integer({ min: 0, max: 199 }), { maxLength: 60 }),
      (before, after, share, gone) => {
        const old = layOut(frames(all), measuresFor(before, 'client', false))
        const fresh = layOut(frames(all.filter((n) => !gone.includes(n))), measuresFor(after, 'client', false))
        const offset = Math.round(old.height * share)
        const kept = keepPlace(old, fresh, offset)
        const seen = rowAt(old.lines, offset)
        const survivors = old.lines
          .slice(old.lines.indexOf(seen as Line))
          .flatMap((line) => (line.kind === 'row' ? line.frames : []))
          .filter(({ id }) => fresh.where.has(id))
        const first = survivors[0]
        if (!first) return
        const line = fresh.lines[fresh.where.get(first.id)?.line ?? -1]
        const distance = (kept ?? 0) - (line?.top ?? 0)
        // Its row begins at most one row above, or one screen of vanished photos below the upper edge.
        expect(distance).toBeLessThanOrEqual(line?.height ?? 0)
        expect(kept).not.toBeNull()
      },
    ),
  )
})

test('[WALL-6] at the top nothing is moved, and an emptied wall asks for nothing', () => {
  const old = layOut(frames(all), measuresFor(1000, 'client', false))
  expect(keepPlace(old, layOut(frames(all.slice(20)), measuresFor(1000, 'client', false)), 0)).toBeNull()
  expect(keepPlace(old, layOut(frames([]), measuresFor(1000, 'client', false)), 900)).toBeNull()
})
