import { describe, expect, test } from '@jest/globals'
import { decide } from '../../../common/gallery/decide.ts'
import type { GalleryRecord, GalleryState } from '../../../common/gallery/model.ts'
import { isSessionCommand, type SessionCommand } from '../../../common/gallery/session-commands.ts'
import { apply } from '../../../common/gallery/state.ts'
import type { PersonId } from '../../../common/ids.ts'
import { seenOf } from '../../../common/visibility/told.ts'
import { decisionIdOf, sessionIdOf, topicIdOf, voteIdOf } from '../../helpers/random-session.ts'
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

const [main, anna, bob] = [visitorIdOf(1), visitorIdOf(2), visitorIdOf(3)]
const people: readonly GalleryRecord[] = [
  guest(photographer, { staff: true }),
  guest(main),
  guest(anna),
  guest(bob),
  grant(1, { terms: terms('mainClient') }),
  grant(2, { terms: terms('guestLink') }),
  grant(3, { terms: terms('guestLink', { rights: { comment: 'none', flag: 'none' } }) }),
]
const room = stateWith(gallery({ feedback: 'collaborative' }), scene(1), scene(2), photo(1), photo(2), photo(3, { hidden }), ...people)

const viewerIn = (state: GalleryState, person: PersonId) => (person === photographer ? staffViewer() : viewerOf(state, person, 0))
const ask = (state: GalleryState, person: PersonId, command: SessionCommand, at = 7) =>
  decide({ state, viewer: viewerIn(state, person), by: person, command, at })
function did(state: GalleryState, person: PersonId, command: SessionCommand, at = 7): GalleryState {
  const decided = ask(state, person, command, at)
  if (!decided.ok) throw new Error(decided.refusal.code)
  return apply(state, decided.value)
}
const code = (state: GalleryState, person: PersonId, command: SessionCommand) => {
  const decided = ask(state, person, command)
  return decided.ok ? 'done' : decided.refusal.code
}
const start = { type: 'session:start', id: sessionIdOf(1) } as const
const open = { type: 'vote:open', id: voteIdOf(1), photo: photoIdOf(1), question: 'Full page?' } as const
const cast = (choice: 'yes' | 'no' | 'unsure') => ({ type: 'vote:cast', id: voteIdOf(1), choice }) as const
const reveal = { type: 'vote:reveal', id: voteIdOf(1) } as const
const bring = (n: number, id = n) => ({ type: 'topic:add', id: topicIdOf(id), photo: photoIdOf(n), text: 'Too close?' }) as const
const kept = { type: 'decision:add', id: decisionIdOf(1), photo: photoIdOf(1), verdict: 'kept', note: 'Full page' } as const

const led = did(room, photographer, start)
const asked = did(led, photographer, open)

describe('[SESSION-1] a session has one leader', () => {
  test('staff and main clients start one, others do not, and there is one at a time', () => {
    expect([...did(room, main, start).sessions.values()]).toEqual([{ kind: 'session', id: sessionIdOf(1), leader: main, startedAt: 7 }])
    expect(code(room, anna, start)).toBe('not-allowed')
    expect(code(led, main, { ...start, id: sessionIdOf(2) })).toBe('taken')
    expect(ask(led, photographer, start)).toEqual({ ok: true, value: [] })
  })
  test('the leader hands over to somebody who may lead, and staff take the lead', () => {
    const over = did(led, photographer, { type: 'session:lead', id: sessionIdOf(1), person: main })
    expect([...over.sessions.values()][0]?.leader).toBe(main)
    expect(code(led, photographer, { type: 'session:lead', id: sessionIdOf(1), person: anna })).toBe('not-allowed')
    expect(code(led, main, { type: 'session:lead', id: sessionIdOf(1), person: main })).toBe('not-allowed')
    expect(code(over, photographer, { type: 'session:lead', id: sessionIdOf(1), person: photographer })).toBe('done')
  })
  test('a client who leads learns nothing of people they do not know', () => {
    const other = visitorIdOf(4)
    const apart = stateWith(
      gallery({ feedback: 'private' }),
      scene(1),
      photo(1),
      ...people,
      guest(other),
      grant(4, { terms: terms('mainClient') }),
    )
    const byMain = did(apart, main, { type: 'session:start', id: sessionIdOf(1) })
    const nobody = visitorIdOf(99)
    for (const person of [other, anna, nobody])
      expect(code(byMain, main, { type: 'session:lead', id: sessionIdOf(1), person })).toBe('not-allowed')
    expect(code(byMain, main, { type: 'session:lead', id: sessionIdOf(1), person: main })).toBe('done')
    expect(code(byMain, main, { type: 'session:lead', id: sessionIdOf(1), person: photographer })).toBe('done')
  })
  test('only who leads opens and reveals votes, ticks off and decides', () => {
    const full = did(asked, anna, bring(1))
    for (const command of [open, reveal, kept, { type: 'topic:check', id: topicIdOf(1), done: true }] as const) {
      expect(code(full, anna, command)).toBe('not-allowed')
      expect(code(full, main, command)).toBe('not-allowed')
    }
    expect(code(room, photographer, open)).toBe('not-allowed')
    expect(code(full, anna, { type: 'session:end', id: sessionIdOf(1) })).toBe('not-allowed')
  })
})

describe('[SESSION-3] what is to be talked about', () => {
  test('is brought up by whoever may comment or flag and sees the photo', () => {
    expect(code(led, anna, bring(1))).toBe('done')
    expect(code(led, bob, bring(1))).toBe('not-allowed')
    expect(code(led, anna, bring(3))).toBe('not-found')
    expect(code(led, anna, bring(4))).toBe('not-found')
    expect(code(led, main, bring(3))).toBe('done')
  })
  test('is taken away by who brought it or leads', () => {
    const full = did(led, anna, bring(1))
    expect(code(full, main, { type: 'topic:remove', id: topicIdOf(1) })).toBe('not-allowed')
    expect(code(full, anna, { type: 'topic:remove', id: topicIdOf(1) })).toBe('done')
    expect(code(full, photographer, { type: 'topic:remove', id: topicIdOf(1) })).toBe('done')
    expect(code(led, anna, { type: 'topic:remove', id: topicIdOf(9) })).toBe('not-found')
  })
  test('asked twice is there once', () => {
    const full = did(led, anna, bring(1))
    expect(ask(full, anna, bring(1), 9)).toEqual({ ok: true, value: [] })
    expect(code(full, main, bring(1))).toBe('taken')
  })
})

describe('[SESSION-4] votes', () => {
  test('are cast by those who take part and see the photo, once each, changed until they are revealed', () => {
    const voted = did(did(did(asked, anna, cast('yes')), main, cast('no')), anna, cast('unsure'))
    expect(voted.votes.get(voteIdOf(1))?.ballots).toEqual([
      { person: anna, choice: 'unsure' },
      { person: main, choice: 'no' },
    ])
    expect(code(asked, bob, cast('yes'))).toBe('not-allowed')
    expect(code(did(voted, photographer, reveal), anna, cast('yes'))).toBe('stale')
    expect(ask(voted, anna, cast('unsure'))).toEqual({ ok: true, value: [] })
  })
  test('on a photo that is not seen are not there', () => {
    const away = apply(asked, [{ kind: 'photo', id: photoIdOf(1), after: photo(1, { hidden }) }])
    expect(code(away, anna, cast('yes'))).toBe('not-found')
    expect(code(away, main, cast('yes'))).toBe('done')
  })
  test('a new question takes the place of the one before on that photo', () => {
    const next = did(did(asked, anna, cast('yes')), photographer, { ...open, id: voteIdOf(2), question: 'Or the spread?' })
    expect([...next.votes.values()]).toMatchObject([{ id: voteIdOf(2), ballots: [] }])
  })
})

describe('[SESSION-8] decisions', () => {
  test('keep who, when and the revealed vote, tick off the photo, and outlive the session', () => {
    const voted = did(did(asked, anna, cast('yes')), anna, bring(1))
    const decided = did(did(voted, photographer, reveal), photographer, kept, 20)
    const decision = {
      kind: 'decision',
      id: decisionIdOf(1),
      photo: photoIdOf(1),
      verdict: 'kept',
      note: 'Full page',
      by: photographer,
      at: 20,
    }
    expect([...decided.decisions.values()]).toEqual([{ ...decision, ballots: [{ person: anna, choice: 'yes' }] }])
    expect(decided.topics.get(topicIdOf(1))?.doneAt).toBe(20)
    const ended = did(did(decided, anna, bring(2, 2)), photographer, { type: 'session:end', id: sessionIdOf(1) })
    expect([ended.sessions.size, ended.votes.size, [...ended.topics.keys()], ended.decisions.size]).toEqual([0, 0, [topicIdOf(2)], 1])
  })
  test('do not give away a vote that is not revealed', () => {
    const decided = did(did(asked, anna, cast('yes')), photographer, kept)
    expect(decided.decisions.get(decisionIdOf(1))?.ballots).toEqual([])
  })
  test('a removed photo takes along what was said of it', () => {
    const full = did(did(did(asked, anna, bring(1)), photographer, kept), anna, bring(2, 2))
    const gone = decide({ state: full, viewer: null, by: null, command: { type: 'photo:remove', photos: [photoIdOf(1)] }, at: 9 })
    if (!gone.ok) throw new Error(gone.refusal.code)
    const left = apply(full, gone.value)
    expect([left.topics.size, left.votes.size, left.decisions.size]).toEqual([1, 0, 0])
    expect(JSON.stringify([...seenOf(staffViewer(), left).values()])).not.toContain(photoIdOf(1))
  })
})

test('[SESSION-1] whoever may not enter learns nothing from the refusals', () => {
  const nobody = { ...viewerOf(room, visitorIdOf(9), 0) }
  for (const command of [start, open, cast('yes'), reveal, kept, bring(1)]) {
    expect(decide({ state: asked, viewer: nobody, by: nobody.person, command, at: 7 })).toEqual({
      ok: false,
      refusal: { code: 'not-found' },
    })
  }
  expect(isSessionCommand({ type: 'photo:hide' })).toBe(false)
})
