import { expect, test } from '@jest/globals'
import { Reel } from '../../../server/galleries/reel.ts'

/** Everything below `before`, newest first, and how many rows were asked for each time. */
function journal(length: number) {
  const asked: number[] = []
  const fetch = async (before: number | null, limit: number) => {
    asked.push(limit)
    const from = before ?? length + 1
    return Array.from({ length: Math.min(limit, from - 1) }, (_, i) => from - 1 - i)
  }
  return { asked, fetch }
}

test('[HIST-7] a journal is read to its beginning, each row once, in few steps however long it is', async () => {
  for (const length of [0, 1, 59, 60, 61, 180, 3_000]) {
    const { asked, fetch } = journal(length)
    const reel = new Reel(fetch, 60)
    const rows: number[] = []
    for (let row = await reel.head(); row !== null; row = await reel.head()) {
      rows.push(row)
      reel.take()
      expect(reel.last).toBe(row)
    }
    expect(rows).toEqual(Array.from({ length }, (_, i) => length - i))
    expect(asked.length).toBeLessThanOrEqual(6)
    expect(Math.max(...asked)).toBeLessThanOrEqual(1_000)
  }
})
