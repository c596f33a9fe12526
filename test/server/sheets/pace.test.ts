import { describe, expect, test } from '@jest/globals'
import { Pace } from '../../../server/sheets/pace.ts'

interface Flow {
  readonly perSecond: number
  /** Milliseconds telling a group takes. */
  readonly telling: number
}

/** The pushes in each group of three seconds of a steady flow, once the cost is known, and the longest any of them waited. */
function groups({ perSecond, telling }: Flow): { readonly size: number; readonly waited: number } {
  const pace = new Pace()
  for (let n = 0; n < 200; n++) pace.told(telling)
  const [sizes, step]: [number[], number] = [[], 1_000 / perSecond]
  let waited = 0
  let first = Number.NaN
  let gathered = 0
  for (let now = 0; now < 3_000; now += step) {
    if (gathered++ === 0) first = now
    const begins = now + pace.wait(now)
    if (begins >= now + step) continue
    waited = Math.max(waited, begins - first)
    pace.begin(begins)
    pace.told(telling)
    sizes.push(gathered)
    gathered = 0
  }
  return { size: Math.max(...sizes), waited }
}

describe('how long a group gathers', () => {
  test('who comes alone never waits', () => {
    expect(groups({ perSecond: 10, telling: 0.5 })).toEqual({ size: 1, waited: 0 })
  })

  test('where few look on, nobody waits, however many push', () => {
    expect(groups({ perSecond: 900, telling: 0.03 })).toEqual({ size: 1, waited: 0 })
  })

  test('the more it takes to tell, the longer they gather, and never longer than 15 ms', () => {
    const [some, many, very] = [0.4, 1, 50].map((telling) => groups({ perSecond: 300, telling }))
    expect(some?.size).toBe(2)
    expect(many?.size).toBeGreaterThan(2)
    expect(very?.waited).toBeLessThanOrEqual(15)
  })

  test('one group that was held up says little, and is soon forgotten', () => {
    const pace = new Pace()
    for (let n = 0; n < 50; n++) pace.told(0.4)
    pace.begin(0)
    const before = pace.wait(0)
    pace.told(500)
    expect(pace.wait(0)).toBeLessThanOrEqual(before * 1.5)
    for (let n = 0; n < 20; n++) pace.told(0.4)
    expect(pace.wait(0)).toBe(before)
  })
})
