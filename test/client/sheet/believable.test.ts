import { expect, test } from '@jest/globals'
import { believable } from '../../../client/sheet/believable.ts'
import type { SheetEntry } from '../../../client/sheet/outbox-entry.ts'
import { type PersonId, type PhotoId, sheetIdOf } from '../../../common/ids.ts'
import { timely } from '../../../common/sheet/verdict.ts'

const [day, year] = [86_400_000, 365 * 86_400_000]
const now = Date.UTC(2026, 10, 26, 12)
const made = (...times: readonly number[]): SheetEntry[] =>
  times.map((at, order) => ({
    kind: 'sheet',
    order,
    person: 'v_00000000000000000001' as PersonId,
    at,
    page: 'page',
    sheet: sheetIdOf('p_00000000000000000001' as PhotoId, 'shared'),
    command: { type: 'mark:set', stars: 3 },
  }))

test('[FLIGHT-30] acts made at times the server can believe are left as they are, those made together too', () => {
  const acts = made(now - day, now - 5, now - 5, now)
  const timed = believable(acts, now)
  for (const [i, act] of acts.entries()) expect(timed[i]).toBe(act)
})

test('[FLIGHT-30] acts of a clock that was wrong stay in their order and are taken', () => {
  for (const times of [
    [now + year, now + year + 1, now + year + 2],
    [now + year, now - day, now - day + 1],
    [now - day, now + day, now - 60_000, now + year],
    [now - year, now - year + 1, now - 1],
  ]) {
    const timed = believable(made(...times), now)
    expect(timed.map(({ order }) => order)).toEqual(times.map((_, order) => order))
    for (const { at } of timed) expect(timely(at, now) && at <= now).toBe(true)
    for (const [i, { at }] of timed.entries()) expect(at).toBeGreaterThan(timed[i - 1]?.at ?? 0)
  }
})
