import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { Condition } from '../../../client/gallery/condition.ts'
import { ServerClock } from '../../../client/net/server-clock.ts'

beforeEach(() => {
  jest.useFakeTimers()
})
afterEach(() => {
  jest.useRealTimers()
})

const condition = () => new Condition(() => undefined, new ServerClock())

test('[FLIGHT-35] what nobody waits for offline waits for a connection that may come at any moment', async () => {
  const first = condition()
  first.apart(Date.now(), true)
  const asked = first.settled()
  first.opened()
  expect(await asked).toBe('open')
  first.broke()
  const again = first.settled()
  jest.advanceTimersByTime(60_000)
  expect(await again).toBe('offline')
  expect(await first.settled()).toBe('offline')
})

test('[LOOK-3] that nothing is said is known once everything came, and stays known through a break', () => {
  const one = condition()
  one.opened()
  expect(one.whole).toBe(false)
  one.caughtUp()
  one.broke()
  expect(one.whole).toBe(true)
  one.stop()
})

test('[LOOK-3] without a connection it is known of what was kept, and of nothing else', () => {
  const kept = condition()
  kept.apart(1_000, false)
  expect(kept.whole).toBe(true)
  const nothing = condition()
  nothing.apart(null, false)
  expect(nothing.whole).toBe(false)
})
