/** @jest-environment node */
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Inked } from '../../../client/canvas/ink-shape.ts'
import { drawAct } from '../../../client/drawing/draw-keys.ts'
import { type Handle, InHand } from '../../../client/drawing/in-hand.ts'
import type { DrawingId } from '../../../common/ids.ts'
import type { Place } from '../../../common/sheet/shape.ts'

const scene = { picture: { width: 3_000, height: 2_000 }, pixel: 1.6 }
const base = { id: 'd_00000000000000000001' as DrawingId, width: 0.005, text: null, colour: '#ff0000' }
const at = (x: number, y: number) => ({ place: [x, y] as Place, pressure: null })
const box: Inked = {
  ...base,
  tool: 'rectangle',
  points: [
    [0.2, 0.2],
    [0.4, 0.6],
  ],
  pressure: [],
}

test('[DRAW-33] a shape goes from where the hand began to where it ended; a tap is none', () => {
  const hand = new InHand()
  hand.begin({ ...base, tool: 'arrow' }, at(0.1, 0.2), scene)
  hand.extend([at(0.5, 0.5), at(0.7, 0.8)], scene, false)
  expect(hand.all()).toHaveLength(1)
  expect(hand.end(scene)?.points).toEqual([
    [0.1, 0.2],
    [0.7, 0.8],
  ])
  expect(hand.all()).toEqual([])
  hand.begin({ ...base, tool: 'rectangle' }, at(0.1, 0.2), scene)
  expect(hand.end(scene)).toBeNull()
  hand.begin({ ...base, tool: 'pen' }, at(0.1, 0.2), scene)
  expect(hand.end(scene)?.points).toEqual([[0.1, 0.2]])
})

test('[DRAW-33] with Shift shapes are square and lines run at whole angles, and both stay on the picture', () => {
  const fraction = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(
      fraction,
      fraction,
      fraction,
      fraction,
      fc.constantFrom('line', 'rectangle', 'ellipse', 'arrow'),
      (x, y, toX, toY, tool) => {
        const hand = new InHand()
        hand.begin({ ...base, tool }, at(x, y), scene)
        hand.extend([at(toX, toY)], scene, true)
        const [a, b] = hand.ink?.points ?? []
        if (!a || !b) throw new Error('nothing in hand')
        const [dx, dy] = [(b[0] - a[0]) * 3_000, (b[1] - a[1]) * 2_000]
        if (tool === 'line' || tool === 'arrow') {
          const turns = Math.atan2(dy, dx) / (Math.PI / 12)
          if (Math.hypot(dx, dy) > 1) expect(Math.abs(turns - Math.round(turns))).toBeLessThan(1e-6)
        } else expect(Math.abs(dx)).toBeCloseTo(Math.abs(dy), 6)
        expect([...a, ...b].every((side) => side >= -1e-9 && side <= 1 + 1e-9)).toBe(true)
      },
    ),
  )
})

test('[DRAW-23] pulled by any handle to anywhere a drawing stays on the picture and never turns over', () => {
  const anywhere = fc.double({ min: -1, max: 2, noNaN: true })
  const handles = fc.constantFrom<Handle[]>('nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w')
  fc.assert(
    fc.property(handles, anywhere, anywhere, fc.boolean(), (handle, x, y, even) => {
      const hand = new InHand()
      hand.grab(box, [0.2, 0.2], handle)
      hand.extend([at(x, y)], scene, even)
      const [a, b] = hand.ink?.points ?? []
      if (!a || !b) throw new Error('nothing in hand')
      expect([...a, ...b].every((side) => side >= 0 && side <= 1)).toBe(true)
      expect(b[0]).toBeGreaterThan(a[0])
      expect(b[1]).toBeGreaterThan(a[1])
    }),
  )
})

test('[DRAW-23] what is grabbed and let go where it was is left alone', () => {
  const hand = new InHand()
  hand.grab(box, [0.3, 0.2], null)
  expect(hand.end(scene)).toBeNull()
  hand.grab(box, [0.3, 0.2], null)
  hand.extend([at(0.4, 0.3)], scene, false)
  const moved = hand.end(scene)?.points.flat() ?? []
  expect(moved.map((side) => Number(side.toFixed(9)))).toEqual([0.3, 0.3, 0.5, 0.7])
})

test('[DRAW-34] keys choose tools in draw mode alone; outside of it they keep their meaning', () => {
  const key = (key: string, drawing: boolean, more = {}, laid = {}, pairs = {}) =>
    drawAct({ key, command: false, alt: false, ...more }, drawing, { scheme: 'lightroom', laid, pairs })
  expect(key('d', false)).toEqual({ type: 'enter' })
  for (const letter of ['v', 'b', 'h', 'l', 'a', 'r', 'o', 't', 'm', 'p', 'x', 'Delete', 'ArrowLeft', 'Escape'])
    expect(key(letter, false)).toBeNull()
  expect(['v', 'b', 'h', 'l', 'a', 'r', 'o', 't', 'm'].map((letter) => key(letter, true))).toEqual(
    ['select', 'pen', 'highlight', 'line', 'arrow', 'rectangle', 'ellipse', 'text', 'pin'].map((tool) => ({ type: 'tool', tool })),
  )
  for (const letter of ['p', 'x', 'u', '1', '6', 'z', 'g']) expect(key(letter, true)).toBeNull()
  expect(key('Escape', true)).toEqual({ type: 'leave' })
  expect(key('Delete', true)).toEqual({ type: 'delete' })
  expect(key('ArrowUp', true)).toEqual({ type: 'nudge', by: [0, -1] })
  expect(key('d', true, { command: true })).toEqual({ type: 'duplicate' })
  expect(key('z', true, { command: true })).toBeNull()
  const pairs = { duplicate: 'j' }
  expect(['j', 'd'].map((letter) => key(letter, true, { command: true }, {}, pairs))).toEqual([{ type: 'duplicate' }, null])
  const laid = { pen: 'p', draw: 'q' }
  expect([key('p', true, {}, laid), key('b', true, {}, laid)]).toEqual([{ type: 'tool', tool: 'pen' }, null])
  expect([key('q', false, {}, laid), key('q', true, {}, laid), key('d', false, {}, laid)]).toEqual([
    { type: 'enter' },
    { type: 'leave' },
    null,
  ])
})
