import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { GalleryState } from '../../../common/gallery/model.ts'
import type { Ballot } from '../../../common/gallery/session-model.ts'
import { apply, written } from '../../../common/gallery/state.ts'
import { mineOf } from '../../../common/visibility/mine.ts'
import { canSee } from '../../../common/visibility/see.ts'
import type { SeenVote } from '../../../common/visibility/session-seen.ts'
import { fold, seenOf, told } from '../../../common/visibility/told.ts'
import type { Viewer } from '../../../common/visibility/viewer.ts'
import { anyCommand, changesOf, starts, visitorCount } from '../../helpers/random-gallery.ts'
import { anySessionCommand, decisionIdOf, sessionIdOf, topicIdOf, voteIdOf } from '../../helpers/random-session.ts'
import {
  gallery,
  grant,
  guest,
  hidden,
  photo,
  photographer,
  photoIdOf,
  scene,
  staffViewer,
  stateWith,
  terms,
  viewerOf,
  visitorIdOf,
} from '../../helpers/sample-gallery.ts'

const [main, anna] = [visitorIdOf(1), visitorIdOf(2)]
const ballots: readonly Ballot[] = [
  { person: main, choice: 'no' },
  { person: anna, choice: 'unsure' },
  { person: photographer, choice: 'yes' },
]
const vote = { kind: 'vote', id: voteIdOf(1), photo: photoIdOf(1), question: 'Full page?', by: photographer, at: 3, ballots } as const
const table = [
  { kind: 'session', id: sessionIdOf(1), leader: photographer, startedAt: 1 },
  { kind: 'topic', id: topicIdOf(1), photo: photoIdOf(1), text: 'By Anna', by: anna, at: 2, doneAt: null },
  { ...vote, revealedAt: null },
  { kind: 'decision', id: decisionIdOf(1), photo: photoIdOf(1), verdict: 'kept', note: 'Cover', by: photographer, at: 4, ballots },
] as const
const roomOf = (feedback: 'private' | 'collaborative') =>
  stateWith(
    gallery({ feedback }),
    scene(1),
    scene(2),
    photo(1),
    guest(photographer, { staff: true }),
    guest(main),
    guest(anna),
    grant(1, { terms: terms('mainClient') }),
    grant(2, { terms: terms('guestLink') }),
    ...table,
  )
const together = roomOf('collaborative')
const apart = roomOf('private')
const seen = (viewer: Viewer, state: GalleryState, key: string) => seenOf(viewer, state).get(key)
const keysOf = (viewer: Viewer, state: GalleryState) =>
  [...seenOf(viewer, state).keys()].filter((key) => /^(session|topic|vote|decision):/.test(key)).map((key) => key.split(':')[0])

test('[SESSION-2] a session is told to those who know its leader', () => {
  const byMain = apply(apart, [written({ ...table[0], leader: main })])
  expect(keysOf(viewerOf(apart, anna), apart)).toContain('session')
  expect(keysOf(viewerOf(byMain, anna), byMain)).not.toContain('session')
  expect(keysOf(staffViewer(), byMain)).toContain('session')
  expect(mineOf(viewerOf(byMain, main), byMain).records).toContainEqual({ ...table[0], leader: main })
})

describe('[SESSION-5] until a vote is revealed nobody is told a ballot', () => {
  test('only who has voted, as far as one may meet them', () => {
    const before = seen(viewerOf(together, anna), together, `vote:${voteIdOf(1)}`) as SeenVote
    expect(before.voted).toEqual([photographer, anna, main].sort())
    expect(before).not.toHaveProperty('ballots')
    expect((seen(viewerOf(apart, anna), apart, `vote:${voteIdOf(1)}`) as SeenVote).voted).toEqual([photographer])
  })
  test('then the votes of those one may meet, and no more', () => {
    const shown = (state: GalleryState) => apply(state, [written({ ...vote, revealedAt: 5 })])
    expect((seen(viewerOf(together, anna), shown(together), `vote:${voteIdOf(1)}`) as SeenVote).ballots).toEqual(ballots)
    expect((seen(viewerOf(apart, anna), shown(apart), `vote:${voteIdOf(1)}`) as SeenVote).ballots).toEqual([ballots[2]])
    expect(seen(viewerOf(apart, anna), apart, `decision:${decisionIdOf(1)}`)).toMatchObject({ ballots: [ballots[2]] })
  })
})

test('[SESSION-6] one’s own stands in no view and is told to oneself', () => {
  expect(mineOf(viewerOf(apart, anna), apart)).toEqual({
    records: [table[1]],
    ballots: [{ vote: voteIdOf(1), choice: 'unsure' }],
    views: [],
  })
  expect(mineOf(staffViewer(), apart)).toEqual({ records: [], ballots: [{ vote: voteIdOf(1), choice: 'yes' }], views: [] })
  expect(keysOf(viewerOf(apart, anna), apart)).toEqual(['session', 'vote', 'decision'])
  const away = apply(apart, [written(photo(1, { hidden }))])
  expect(mineOf(viewerOf(away, anna), away)).toEqual({ records: [], ballots: [], views: [] })
})

test('[SESSION-7] what hangs on a photo goes out of sight with it and comes back', () => {
  const viewer = viewerOf(together, anna)
  const change = [written(photo(1, { hidden }))]
  const away = apply(together, change)
  const heard = told({ viewer, state: together }, { viewer, state: away }, change)
  expect(heard.map((one) => (one.type === 'removed' ? one.kind : one.type))).toEqual(['photo', 'topic', 'vote', 'decision'])
  const back = told({ viewer, state: away }, { viewer, state: together }, [written(photo(1))])
  expect(fold(seenOf(viewer, away), back)).toEqual(seenOf(viewer, together))
  expect(keysOf(viewerOf(away, main), away)).toEqual(['session', 'topic', 'vote', 'decision'])
})

test('[SESSION-5] whatever happens, a view is told no ballot of a vote that is not revealed, nor anything on an unseen photo', () => {
  const row = fc.array(fc.oneof(anySessionCommand, anySessionCommand, anyCommand), { minLength: 4, maxLength: 25 })
  fc.assert(
    fc.property(starts, row, (start, commands) => {
      let state = start
      for (const [index, command] of commands.entries()) {
        const changes = changesOf(state, command, index + 1)
        const next = apply(state, changes)
        for (let n = 1; n <= visitorCount + 1; n++) {
          const at = (one: GalleryState) => (n > visitorCount ? staffViewer() : viewerOf(one, visitorIdOf(n), index + 1))
          const [from, to] = [at(state), at(next)]
          const heard = told({ viewer: from, state }, { viewer: to, state: next }, changes)
          expect(fold(seenOf(from, state), heard)).toEqual(seenOf(to, next))
          for (const change of heard) if (change.type !== 'removed') checkOne(change.record, to, next)
          for (const record of mineOf(to, next).records) checkOne(record, to, next)
        }
        state = next
      }
    }),
    { numRuns: 120 },
  )
})

function checkOne(
  record: ReturnType<typeof seenOf> extends ReadonlyMap<string, infer One> ? One : never,
  viewer: Viewer,
  state: GalleryState,
) {
  if (record.kind !== 'topic' && record.kind !== 'vote' && record.kind !== 'decision') return
  const on = state.photos.get(record.photo)
  expect(on && canSee(viewer, state, on)).toBe(true)
  if (record.kind === 'vote' && state.votes.get(record.id)?.revealedAt === null)
    expect(JSON.stringify(record)).not.toMatch(/choice|ballots/)
  const known = seenOf(viewer, state)
  const named = record.kind === 'topic' ? [record.by] : [record.by, ...(record.ballots ?? []).map(({ person }) => person)]
  for (const person of named) if (person !== viewer.person) expect(known.has(`person:${person}`)).toBe(true)
}
