/** What makes an open history read on, and what it asks for then. */
import '../../helpers/text-encoding.ts'
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { act, cleanup, render, screen } from '@testing-library/react'
import type { GalleryStore, GalleryView } from '../../../client/gallery/gallery-view.ts'
import { GalleryStoreRoom } from '../../../client/gallery/use-gallery.tsx'
import { useHistory } from '../../../client/history/use-history.ts'
import type { HistoryEntry, HistoryPage } from '../../../common/history/entry.ts'
import type { GalleryId, PersonId, PhotoId, SceneId } from '../../../common/ids.ts'
import type { HistoryAsk } from '../../../common/protocol/history.ts'
import type { SeenPhoto } from '../../../common/visibility/seen.ts'

const [first, second] = [1, 2].map((n) => `p_${String(n).padStart(20, '0')}` as PhotoId) as [PhotoId, PhotoId]
const clara = 'v_clara000000000000000' as PersonId
const photo: SeenPhoto = {
  kind: 'photo',
  id: first,
  scene: 's_00000000000000000000' as SceneId,
  cameraName: 'PRF_1.jpg',
  order: 1,
  state: 'waiting',
  addedAt: 1,
  versions: [],
}
const version = { n: 1, width: 3, height: 2, thumbhash: null, capture: {} }
const vote = { kind: 'vote', id: 'vote 1', photo: first, question: 'Keep?', voted: [] }

const begun = {
  status: 'open',
  gallery: { id: 'g', name: 'Hinterland' },
  scenes: [],
  photos: [photo],
  photoById: new Map(),
  people: new Map([[clara, { id: clara, visits: 1 }]]),
  links: [],
  grants: [],
  selections: [],
  submissions: new Map(),
  views: [],
  here: [],
  waiting: 0,
  table: { session: null, topics: [], votes: new Map(), decisions: [], ballots: new Map() },
}

function storeOf() {
  let view = begun
  const onView = new Set<() => void>()
  const onMarks = new Set<(photo: PhotoId | null, read?: boolean) => void>()
  const listen = <T,>(all: Set<T>) => {
    return (listener: T) => {
      all.add(listener)
      return () => all.delete(listener)
    }
  }
  return {
    id: 'g_00000000000000000000' as GalleryId,
    view: () => view as unknown as GalleryView,
    onView: listen(onView),
    onMarks: listen(onMarks),
    /** `records`: as after a told frame, where all that is in order is put in order anew. */
    change(part: Record<string, unknown>, records = true) {
      const anew = records ? { photoById: new Map(), photos: [...view.photos], people: new Map(view.people), table: { ...view.table } } : {}
      view = { ...view, ...anew, ...part } as typeof view
      for (const listener of onView) listener()
    },
    marked(of: PhotoId | null, read?: boolean) {
      for (const listener of onMarks) listener(of, read)
    },
  }
}

const now = 1_800_000_000_000
const entry = (id: string, at: number): HistoryEntry => ({
  id,
  at,
  by: clara,
  act: { type: 'marked', stars: 4 },
  photos: [first],
  seen: 1,
  gone: 0,
})
let pages: HistoryPage[] = []
let asked: URLSearchParams[] = []
let store = storeOf()

beforeEach(() => {
  jest.useFakeTimers()
  store = storeOf()
  asked = []
  pages = [{ entries: [entry('b', now), entry('a', now - 90_000)], next: null }]
  globalThis.fetch = (async (url: string) => {
    asked.push(new URL(url, 'http://here').searchParams)
    return { ok: true, json: async () => pages.shift() ?? { entries: [], next: null } }
  }) as unknown as typeof fetch
})
afterEach(() => {
  cleanup()
  jest.useRealTimers()
})

const never = () => false
function Look({ filter }: { readonly filter: HistoryAsk }) {
  const { roll } = useHistory(filter, never)
  return <p>{roll?.entries.map(({ id }) => id).join(' ')}</p>
}
const pass = () => act(() => jest.advanceTimersByTimeAsync(600))
async function open(filter: HistoryAsk) {
  render(
    <GalleryStoreRoom value={store as unknown as GalleryStore}>
      <Look filter={filter} />
    </GalleryStoreRoom>,
  )
  await pass()
  expect(asked).toHaveLength(1)
}
/** How often history was asked for after this. */
async function asksAfter(...changes: readonly (() => void)[]): Promise<number[]> {
  const counts: number[] = []
  for (const change of changes) {
    const before = asked.length
    act(change)
    await pass()
    counts.push(asked.length - before)
  }
  return counts
}
const files = (n: number) => ({ photos: [{ ...photo, state: 'ready', versions: Array.from({ length: n }, () => version) }] })
const withVote = (more: object) => ({ table: { ...begun.table, votes: new Map([[first, { ...vote, ...more }]]) } })

test('[HIST-8] who comes and goes, what waits, what one reads, votes, saved views and files that come in ask for nothing', async () => {
  await open({})
  expect(await asksAfter(() => store.change(withVote({})))).toEqual([1])
  const quiet = await asksAfter(
    () => store.change({ here: [{ person: clara }] }, false),
    () => store.change({ waiting: 1 }, false),
    () => store.marked(first, true),
    () => store.marked(null),
    () => store.change(withVote({ voted: [clara] })),
    () => store.change({ views: [{ name: 'Picks' }] }),
    () => store.change(files(1)),
  )
  expect(quiet).toEqual(quiet.map(() => 0))
})

test('[HIST-8] what was marked, hidden, uploaded again, revealed, or who came asks for what is newer, once for many', async () => {
  await open({})
  pages = [{ entries: [entry('c', now + 5_000), entry('b', now)], next: null }]
  const many = () => {
    for (let n = 0; n < 40; n++) store.marked(n % 2 ? first : second)
  }
  const heard = await asksAfter(
    many,
    () => store.change({ photos: [{ ...photo, hidden: { by: clara, name: 'Clara', at: 5 } }] }),
    () => store.change(files(2)),
    () => store.change(withVote({})),
    () => store.change(withVote({ ballots: [] })),
    () => store.change({ people: new Map([[clara, { id: clara, visits: 2 }]]) }),
  )
  expect(heard).toEqual(heard.map(() => 1))
  expect(screen.getByText('c b a')).toBeTruthy()
  expect(asked.map((query) => query.get('since'))).toEqual(
    [null, now - 10_000, ...heard.slice(1).map(() => now - 5_000)].map((at) => at && `${at}`),
  )
})

test('[HIST-8] one kind or one photo asks only for what may be of it, and never for what is older than was asked for', async () => {
  await open({ kind: 'settings', since: now - 2_000 })
  expect(await asksAfter(() => store.marked(first))).toEqual([0])
  expect(await asksAfter(() => store.change({ gallery: { id: 'g', name: 'Foreland' } }))).toEqual([1])
  expect(asked.at(-1)?.get('since')).toBe(String(now - 2_000))
  cleanup()
  asked = []
  await open({ photo: first, kind: 'marks' })
  const heard = await asksAfter(
    () => store.marked(second),
    () => store.change({ scenes: [{ id: 's' }] }),
    () => store.marked(first),
  )
  expect(heard).toEqual([0, 0, 1])
})
