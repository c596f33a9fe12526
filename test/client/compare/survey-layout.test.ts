import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type SurveyRoom, stepIn, surveyLayout } from '../../../client/compare/survey-layout.ts'
import type { PhotoId } from '../../../common/ids.ts'

const id = (n: number) => `p_${String(n).padStart(20, '0')}` as PhotoId
const frames = fc
  .array(fc.double({ min: 0.4, max: 2.6, noNaN: true }), { minLength: 1, maxLength: 60 })
  .map((ratios) => ratios.map((ratio, n) => ({ id: id(n), ratio })))
const rooms: fc.Arbitrary<SurveyRoom> = fc.record({
  width: fc.integer({ min: 320, max: 2600 }),
  height: fc.integer({ min: 300, max: 1400 }),
  gap: fc.integer({ min: 8, max: 30 }),
  strip: fc.constantFrom(36, 44),
  lowest: fc.constantFrom(0, 90),
})

test('[COMPARE-10] a survey shows every photo once, in order, none over another and none outside', () => {
  fc.assert(
    fc.property(frames, rooms, (all, room) => {
      const layout = surveyLayout(all, room)
      expect(layout.rows.flat()).toEqual(all.map((one) => one.id))
      for (const [i, frame] of layout.frames.entries()) {
        expect(frame.left).toBeGreaterThanOrEqual(0)
        expect(frame.left + frame.width).toBeLessThanOrEqual(room.width)
        expect(frame.width).toBeGreaterThan(0)
        const next = layout.frames[i + 1]
        if (!next) continue
        if (next.top === frame.top) expect(next.left - frame.left - frame.width).toBe(room.gap)
        else expect(next.top - frame.top).toBe(frame.height + room.strip + room.gap)
      }
    }),
  )
})

test('[COMPARE-11] a survey fills the screen without scrolling while frames are large enough', () => {
  fc.assert(
    fc.property(frames, rooms, (all, room) => {
      const layout = surveyLayout(all, { ...room, lowest: 0 })
      const last = layout.frames.at(-1)
      const bottom = (last?.top ?? 0) + (last?.height ?? 0) + room.strip
      const fits = room.height > all.length * 4 && (last?.height ?? 0) > 1
      if (fits) expect(bottom).toBeLessThanOrEqual(room.height + 1)
    }),
  )
  const six = Array.from({ length: 6 }, (_, n) => ({ id: id(n), ratio: 1.5 }))
  const { rows, frames: placed } = surveyLayout(six, { width: 1376, height: 700, gap: 18, strip: 36, lowest: 90 })
  expect(rows.map(({ length }) => length)).toEqual([3, 3])
  expect(placed[0]?.height).toBeGreaterThan(290)
})

test('[COMPARE-12] when one is dropped the others never get smaller', () => {
  fc.assert(
    fc.property(frames, rooms, fc.nat(), (all, { lowest: _, ...seen }, pick) => {
      if (all.length < 2) return
      const room = { ...seen, lowest: 0 }
      const before = surveyLayout(all, room).frames[0]?.height ?? 0
      const after = surveyLayout(
        all.filter((_, i) => i !== pick % all.length),
        room,
      ).frames[0]?.height
      expect(after).toBeGreaterThanOrEqual(before - 1)
    }),
  )
})

test('[COMPARE-13] arrows reach every frame of a survey', () => {
  fc.assert(
    fc.property(frames, rooms, (all, room) => {
      const layout = surveyLayout(all, room)
      let at = id(0)
      for (const { id: wanted } of all.slice(1)) {
        at = stepIn(layout, at, 'right')
        expect(at).toBe(wanted)
      }
      for (const [r, row] of layout.rows.entries()) {
        const below = layout.rows[r + 1]
        if (below && row[0]) expect(below).toContain(stepIn(layout, row[0], 'down'))
      }
    }),
  )
})
