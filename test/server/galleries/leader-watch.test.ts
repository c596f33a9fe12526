import { expect, test } from '@jest/globals'
import type { PersonId } from '../../../common/ids.ts'
import { leaderGraceMs } from '../../../common/limits.ts'
import { LeaderWatch } from '../../../server/galleries/leader-watch.ts'

const [pia, mara] = ['u_00000000000000000001' as PersonId, 'u_00000000000000000002' as PersonId]

test('[SESSION-9] a leader who comes back within the grace keeps the session', () => {
  const watch = new LeaderWatch()
  expect(watch.gone(pia, true, 1_000)).toBe(false)
  expect(watch.gone(pia, false, 1_000 + leaderGraceMs - 1)).toBe(false)
  expect(watch.gone(pia, true, 1_000 + leaderGraceMs)).toBe(false)
  expect(watch.gone(pia, false, 1_000 + 2 * leaderGraceMs - 1)).toBe(false)
  expect(watch.gone(pia, false, 1_000 + 2 * leaderGraceMs)).toBe(true)
})

test('[SESSION-9] another leader, a hint from another node and the end of a session begin anew', () => {
  const watch = new LeaderWatch()
  watch.gone(pia, false, 0)
  expect(watch.gone(mara, false, leaderGraceMs)).toBe(false)
  watch.heard(mara, 2 * leaderGraceMs - 1)
  watch.heard(pia, 2 * leaderGraceMs)
  expect(watch.gone(mara, false, 3 * leaderGraceMs - 2)).toBe(false)
  expect(watch.gone(mara, false, 3 * leaderGraceMs - 1)).toBe(true)
  expect(watch.gone(null, false, 9 * leaderGraceMs)).toBe(false)
})

test('[SESSION-9] hints are said now and then', () => {
  const watch = new LeaderWatch()
  expect([watch.hints(0), watch.hints(1), watch.hints(leaderGraceMs / 6)]).toEqual([true, false, true])
})
