import { describe, expect, test } from '@jest/globals'
import { Pace } from '../../../server/sheets/pace.ts'

/** The wait before each group of a steady flow of `perSecond` pushes, in milliseconds. */
function waits(perSecond: number): readonly number[] {
  const pace = new Pace()
  const found: number[] = []
  const step = 1_000 / perSecond
  for (let now = 0, free = 0, gathered = 0; now < 3_000; now += step) {
    gathered++
    if (now < free) continue
    const wait = pace.wait(now)
    found.push(wait)
    free = now + wait
    if (wait > 0) continue
    pace.begin(now, gathered)
    gathered = 0
  }
  return found
}

describe('how long a group gathers', () => {
  test('who comes alone never waits', () => {
    expect(Math.max(...waits(10))).toBe(0)
  })

  test('the more pushes come, the longer they gather, and never longer than 15 ms', () => {
    const [few, many] = [Math.max(...waits(100)), Math.max(...waits(5_000))]
    expect(many).toBeGreaterThan(few)
    expect(many).toBeLessThanOrEqual(15)
  })

  test('after a storm one push is not held up for long, and the next not at all', () => {
    const pace = new Pace()
    for (let now = 0; now < 1_000; now += 10) pace.begin(now, 100)
    expect(pace.wait(990)).toBeLessThanOrEqual(15)
    expect(pace.wait(1_005)).toBe(0)
    pace.begin(2_000, 1)
    expect(pace.wait(2_001)).toBe(0)
  })
})
