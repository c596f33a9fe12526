import { expect, test } from '@jest/globals'
import { studioAmong } from '../../../client/studio/current-studio.ts'
import { firstName } from '../../../client/studio/home/first-name.ts'
import { newsLines } from '../../../client/studio/home/news-lines.ts'
import type { HistoryEntry } from '../../../common/history/entry.ts'
import type { AccountId, CommentId, GalleryId, PersonId, PhotoId, SelectionId } from '../../../common/ids.ts'
import type { MyAccount } from '../../../common/protocol/http.ts'
import type { GalleryNews } from '../../../common/protocol/studio-now.ts'

const account = (id: string, owner: boolean): MyAccount => ({
  ...{ id: id as AccountId, name: id, owner, settings: owner, makes: owner, labels: {} },
})
const [clara, noah] = ['v_1', 'v_2'] as [PersonId, PersonId]
const picked = (id: string, at: number, by: PersonId, photo: string): HistoryEntry => ({
  ...{ id, at, by, act: { type: 'picked', selection: 'q_1' as SelectionId }, photos: [photo as PhotoId], seen: 1, gone: 0 },
})
const wrote = (id: string, at: number): HistoryEntry => ({
  ...{ id, at, by: noah, act: { type: 'wrote', comment: 'c_1' as CommentId }, photos: ['p_9' as PhotoId], seen: 1, gone: 0 },
})
const of = (gallery: string, news: readonly HistoryEntry[]): GalleryNews => ({
  ...{ gallery: gallery as GalleryId, news, last: [], names: { people: {}, photos: [], lists: {}, scenes: {}, links: {}, words: {} } },
})

test('[HOME-8] the chosen studio is shown as long as one works there, else one’s own before others', () => {
  const [mine, other] = [account('a_mine', true), account('a_other', false)]
  expect(studioAmong([other, mine], null)?.id).toBe('a_mine')
  expect(studioAmong([other, mine], 'a_other')?.id).toBe('a_other')
  expect(studioAmong([other, mine], 'a_gone')?.id).toBe('a_mine')
  expect(studioAmong([other], 'a_gone')?.id).toBe('a_other')
  expect(studioAmong([], 'a_other')).toBeNull()
})

test('[HOME-9] news of all galleries stand by time; many choices of one go are one line, and what is not shown is counted', () => {
  const news = [of('g_1', [picked('3', 300, clara, 'p_3'), picked('1', 100, clara, 'p_1')]), of('g_2', [wrote('2', 200)]), of('g_3', [])]
  const said = (most: number) => {
    const { lines, more } = newsLines(news, most)
    return [lines.map(({ of: { gallery }, line }) => `${gallery} ${line.act.type} ${line.seen}`), more]
  }
  expect(said(5)).toEqual([['g_1 picked 2', 'g_2 wrote 1'], 0])
  expect(said(1)).toEqual([['g_1 picked 2'], 1])
})

test('[HOME-9] short lines call people by their first name, and by the whole one where the first is a title', () => {
  expect(['Mara Vogt', 'Mara', ' Anna-Katharina von Hohenstein ', 'Dr. Lind', ''].map(firstName)).toEqual([
    'Mara',
    'Mara',
    'Anna-Katharina',
    'Dr. Lind',
    '',
  ])
})
