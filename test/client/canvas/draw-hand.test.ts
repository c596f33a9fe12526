/** @jest-environment node */
import { beforeEach, expect, test } from '@jest/globals'
import { DrawHand, type HandEvent } from '../../../client/canvas/draw-hand.ts'

let did: string[]
let hand: DrawHand
beforeEach(() => {
  did = []
  hand = new DrawHand({
    begin: ({ id }) => did.push(`begin ${id}`),
    extend: (events) => did.push(`extend ${events.length}`),
    end: ({ id }) => did.push(`end ${id}`),
    cancel: () => did.push('cancel'),
    pan: (dx, dy) => did.push(`pan ${dx} ${dy}`),
    zoom: ({ factor }) => did.push(`zoom ${factor.toFixed(1)}`),
  })
})

const event = (id: number, type: HandEvent['type'], x: number, more: Partial<HandEvent> = {}): HandEvent => ({
  ...{ id, type, x, y: 0, pressure: null, button: 0, shift: false, at: 0 },
  ...more,
})

test('[DRAW-30] one finger, the pen and the main button draw, with every event between two frames', () => {
  for (const type of ['mouse', 'touch', 'pen'] as const) {
    did = []
    const at = type === 'touch' ? 5_000 : 0
    expect(hand.down(event(1, type, 0, { at }))).toBe(true)
    hand.move([event(1, type, 5, { at }), event(1, type, 9, { at })])
    hand.up(event(1, type, 9, { at }))
    expect(did).toEqual(['begin 1', 'extend 2', 'end 1'])
  }
})

test('[DRAW-30] space or the middle button pans, other buttons do nothing', () => {
  hand.space = true
  hand.down(event(1, 'mouse', 0))
  hand.move([event(1, 'mouse', 7)])
  hand.up(event(1, 'mouse', 7))
  hand.space = false
  hand.down(event(1, 'mouse', 0, { button: 1 }))
  hand.move([event(1, 'mouse', -3)])
  hand.up(event(1, 'mouse', -3, { button: 1 }))
  expect(hand.down(event(1, 'mouse', 0, { button: 2 }))).toBe(false)
  expect(did).toEqual(['pan 7 0', 'pan -3 0'])
})

test('[DRAW-31] two fingers zoom and pan; what the first began is taken back, unless it was a stroke', () => {
  hand.down(event(1, 'touch', 0))
  hand.down(event(2, 'touch', 100))
  hand.move([event(2, 'touch', 200)])
  hand.up(event(1, 'touch', 0))
  hand.move([event(2, 'touch', 210)])
  hand.up(event(2, 'touch', 210))
  expect(did).toEqual(['begin 1', 'cancel', 'zoom 2.0', 'pan 50 0'])
  did = []
  hand.down(event(1, 'touch', 0))
  hand.move([event(1, 'touch', 60)])
  hand.down(event(2, 'touch', 100))
  expect(did).toEqual(['begin 1', 'extend 1', 'end 2'])
})

test('[DRAW-32] a palm is nothing while the pen is down and a moment after, also when it came first', () => {
  hand.down(event(1, 'touch', 0))
  hand.down(event(2, 'pen', 10, { at: 20 }))
  expect(hand.down(event(3, 'touch', 50, { at: 30 }))).toBe(false)
  hand.move([event(3, 'touch', 60, { at: 40 })])
  hand.move([event(2, 'pen', 12, { at: 50 })])
  hand.up(event(2, 'pen', 12, { at: 60 }))
  expect(hand.down(event(4, 'touch', 50, { at: 200 }))).toBe(false)
  expect(did).toEqual(['begin 1', 'cancel', 'begin 2', 'extend 1', 'end 2'])
  expect(hand.down(event(5, 'touch', 50, { at: 900 }))).toBe(true)
})

test('[DRAW-32] a pointer the system takes away leaves nothing behind', () => {
  hand.down(event(1, 'touch', 0))
  hand.lost(1, 10)
  hand.down(event(2, 'touch', 0))
  expect(did).toEqual(['begin 1', 'cancel', 'begin 2'])
})
