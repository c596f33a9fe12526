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
