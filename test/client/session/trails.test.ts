import { expect, test } from '@jest/globals'
import { begun, freshness, stepped } from '../../../client/session/trails.ts'

test('[SESSION-12] a pointer glides to where it was heard and rests there', () => {
  const moving = begun([0, 0])
  moving.to = [1, 0]
  let frames = 0
  while (stepped(moving, frames * 16, false)) frames++
  expect(frames).toBeGreaterThan(5)
  expect(frames).toBeLessThan(60)
  expect(moving.spot).toEqual([1, 0])
})

test('[SESSION-12] a laser leaves a trail that fades; with reduced motion a pointer jumps and leaves none', () => {
  const moving = begun([0, 0])
  Object.assign(moving, { to: [1, 0], laser: true })
  for (let frame = 0; frame < 10; frame++) stepped(moving, frame * 16, false)
  expect(moving.trail).toHaveLength(10)
  const [oldest] = moving.trail
  expect(oldest && freshness(oldest, 450)).toBeCloseTo(0.5, 1)
  for (let frame = 10; frame < 200; frame++) stepped(moving, frame * 16, false)
  expect(moving.trail).toEqual([])
  const still = begun([0, 0])
  Object.assign(still, { to: [1, 1], laser: true })
  expect(stepped(still, 0, true)).toBe(false)
  expect([still.spot, still.trail]).toEqual([[1, 1], []])
})
