import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { HistoryEntry } from '../../../common/history/entry.ts'
import { isNews, newsSince } from '../../../common/history/news.ts'
import type { CommentId, PersonId, SelectionId } from '../../../common/ids.ts'

const [me, clara] = ['u_1', 'v_1'] as PersonId[]
const comment = 'c_1' as CommentId
const entry = (act: HistoryEntry['act'], by: PersonId | null = clara ?? null): HistoryEntry => ({
  ...{ id: 'r1', at: 1, by, act, photos: [], seen: 0, gone: 0 },
})
const selection = 'q_1' as SelectionId

test('[HOME-6] words, choices, sent lists and new versions are news; what is taken back, cleared or one’s own is none', () => {
  const said: readonly HistoryEntry['act'][] = [
    { type: 'wrote', comment },
    { type: 'answered', comment },
    { type: 'picked', selection },
    { type: 'selection:submit', selection },
    { type: 'photo:kept', n: 2 },
    { type: 'marked', favourite: true },
    { type: 'marked', flag: 'pick' },
  ]
  const quiet: readonly HistoryEntry['act'][] = [
    { type: 'unpicked', selection },
    { type: 'marked', favourite: false },
    { type: 'marked', stars: 5 },
    { type: 'unsaid', comment },
    { type: 'guest:enter' },
    { type: 'selection:remind', selection },
  ]
  if (!me) throw new Error('nobody')
  for (const act of said) expect([act.type, isNews(entry(act), me), isNews(entry(act, me), me)]).toEqual([act.type, true, false])
  for (const act of quiet) expect([act.type, isNews(entry(act), me)]).toEqual([act.type, false])
})

test('[HOME-6] nothing from before one was there is news, nothing older than a month, and nothing while one is inside', () => {
  const time = fc.integer({ min: 0, max: 4e12 })
  fc.assert(
    fc.property(fc.option(time), time, fc.boolean(), (seen, now, inside) => {
      const since = newsSince({ seen, inside, now })
      if (seen !== null && !inside) expect(since).toBeGreaterThan(seen)
      expect(since).toBeGreaterThanOrEqual(now - 30 * 86_400_000)
      expect(since > now).toBe(inside || (seen !== null && seen >= now))
    }),
  )
})
