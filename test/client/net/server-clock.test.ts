import { expect, test } from '@jest/globals'
import { ServerClock } from '../../../client/net/server-clock.ts'

const [day, year] = [86_400_000, 365 * 86_400_000]
const truth = Date.UTC(2026, 10, 26, 12)

/** A machine whose clock is wrong, and can be set. */
function machine(off: number) {
  const now = { true: truth, off, awake: 0 }
  const clock = new ServerClock({ machine: () => now.true + now.off, steady: () => now.awake })
  return {
    clock,
    wait: (ms: number) => {
      now.true += ms
      now.awake += ms
    },
    sleep: (ms: number) => {
      now.true += ms
    },
    set: (to: number) => {
      now.off = to
    },
    late: () => clock.now() - now.true,
  }
}

test.each([-year, -day, day, year])('[FLIGHT-30] a clock that is wrong by %d ms says the time the server said', (off) => {
  const { clock, wait, late } = machine(off)
  clock.told(truth)
  wait(5_000)
  expect(late()).toBe(0)
  expect(clock.ahead).toBe(-off)
})

test.each([-year, -day, day, year])('[FLIGHT-30] a clock that is set right by %d ms while there is a connection changes nothing', (off) => {
  const { clock, wait, set, late } = machine(off)
  clock.told(truth)
  wait(60_000)
  set(0)
  wait(60_000)
  expect(late()).toBe(0)
})

test('[FLIGHT-30] without a connection a machine that slept knows it, and one whose clock is set back does not go back', () => {
  const { clock, wait, sleep, set, late } = machine(0)
  clock.told(truth)
  clock.apart()
  sleep(8 * 3_600_000)
  expect(late()).toBe(0)
  set(-year)
  wait(1_000)
  expect(late()).toBe(0)
})

test('[FLIGHT-30] what was kept is surely past, and what the server says wins', () => {
  const { clock, late } = machine(-year)
  clock.restored({ at: truth - day, ahead: 0 })
  expect(late()).toBe(-day)
  clock.restored({ at: truth - day, ahead: year })
  expect(late()).toBe(0)
  clock.answered(truth - day)
  expect(late()).toBe(-day)
  clock.told(truth)
  clock.answered(truth - day)
  clock.restored({ at: truth + day, ahead: 0 })
  expect(late()).toBe(0)
})
