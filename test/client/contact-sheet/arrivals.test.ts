import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { Arrivals } from '../../../client/contact-sheet/arrivals.ts'
import type { PersonId, PhotoId } from '../../../common/ids.ts'

const [here, elsewhere] = ['p_here0000000000000000' as PhotoId, 'p_elsewhere0000000000' as PhotoId]
const [clara, ben] = ['v_clara000000000000000' as PersonId, 'v_ben00000000000000000' as PersonId]

beforeEach(() => {
  jest.useFakeTimers()
})
afterEach(() => {
  jest.useRealTimers()
})

test('[WALL-11] who marks a photo is shown on it for a moment, the last of them as long as the first, and no other photo hears of it', () => {
  const arrivals = new Arrivals()
  const told: (PersonId | null)[] = []
  arrivals.listen(here, () => told.push(arrivals.at(here)))
  arrivals.come(elsewhere, clara)
  expect(told).toEqual([])
  arrivals.come(here, clara)
  jest.advanceTimersByTime(2_000)
  arrivals.come(here, ben)
  jest.advanceTimersByTime(2_000)
  expect(told).toEqual([clara, ben])
  jest.advanceTimersByTime(300)
  expect(told).toEqual([clara, ben, null])
})

test('[WALL-11] a wall that is gone shows nobody, and nothing waits any more', () => {
  const arrivals = new Arrivals()
  arrivals.come(here, clara)
  arrivals.stop()
  expect([arrivals.at(here), jest.getTimerCount()]).toEqual([null, 0])
})
