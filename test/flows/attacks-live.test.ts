/** Two clients at the raw wire ask for what they may not know: each answer is the one for what does not exist. */
import { expect, test } from '@jest/globals'
import type { GalleryCommand } from '../../common/gallery/commands.ts'
import type {
  CommentId,
  DecisionId,
  PersonId,
  SceneId,
  SelectionId,
  SessionId,
  SheetId,
  TopicId,
  ViewId,
  VoteId,
} from '../../common/ids.ts'
import type { SeenVote } from '../../common/visibility/session-seen.ts'
import { gallery, id, owner, photo } from '../helpers/gallery-house.ts'
import { hide, liveHouse, own, shared } from '../helpers/live-house.ts'
import { type SocketClient, until } from '../helpers/socket-client.ts'

const { three } = liveHouse()
const vote = id<VoteId>('vote', 1)
const nobody = id<PersonId>('user', 999)
const nowhere = photo(999)
const done = async (answer: Promise<{ readonly ok: boolean }>) => expect(await answer).toMatchObject({ ok: true })

/** The guest, with photo 2 hidden from them and a question on it. */
async function besieged() {
  const room = await three('private')
  await done(room.staff.do({ type: 'session:start', id: id<SessionId>('session', 1) }))
  await done(room.staff.do({ type: 'vote:open', id: vote, photo: photo(2), question: 'secret-question' }))
  await done(
    room.staff.do({ type: 'decision:add', id: id<DecisionId>('decision', 1), photo: photo(2), verdict: 'kept', note: 'secret-note' }),
  )
  await done(room.main.do(hide(2)))
  await until(() => !room.guest.sees(`photo:${photo(2)}`))
  return room
}

const answerTo = async (client: SocketClient, command: GalleryCommand) => JSON.stringify(await client.do(command))

test('[SESSION-7] [LIVE-24] whatever is asked about a hidden photo is answered like one that does not exist', async () => {
  const { guest } = await besieged()
  const about = (at: ReturnType<typeof photo>, of: VoteId): readonly GalleryCommand[] => [
    { type: 'topic:add', id: id<TopicId>('topic', 1), photo: at, text: 'there?' },
    { type: 'vote:cast', id: of, choice: 'yes' },
    { type: 'vote:reveal', id: of },
    { type: 'vote:drop', id: of },
    { type: 'decision:add', id: id<DecisionId>('decision', 2), photo: at, verdict: 'kept', note: '' },
    { type: 'decision:remove', id: id<DecisionId>('decision', at === photo(2) ? 1 : 999) },
  ]
  const missing = about(nowhere, id<VoteId>('vote', 999))
  for (const [n, command] of about(photo(2), vote).entries()) {
    const other = missing[n]
    if (!other) throw new Error('nothing to compare with')
    const answer = await answerTo(guest, command)
    expect(answer).toBe(await answerTo(guest, other))
    expect(answer).toContain('"ok":false')
  }
})

test('[CHOICE-2] a list of others is answered like one that does not exist, whatever is asked of it', async () => {
  const { staff, guest } = await three('private')
  const theirs = id<SelectionId>('selection', 1)
  const who = { roles: ['mainClient' as const], links: [], persons: [] }
  const request = { min: 0, max: 3, deadline: null, closes: false, note: 'secret-note', who }
  await done(staff.do({ type: 'selection:add', id: theirs, name: 'secret-list', order: 1, request }))
  const about = (list: SelectionId): readonly GalleryCommand[] => [
    { type: 'selection:submit', id: list, photos: [photo(1)], note: '' },
    { type: 'selection:ask', id: list },
    { type: 'selection:change', id: list, name: 'mine' },
    { type: 'selection:remove', id: list },
    { type: 'selection:reopen', id: list, audience: `person:${guest.person}` },
    { type: 'selection:close', id: list, closed: true },
    { type: 'selection:remind', id: list, note: '' },
  ]
  const missing = about(id<SelectionId>('selection', 999))
  for (const [n, command] of about(theirs).entries()) {
    const other = missing[n]
    if (!other) throw new Error('nothing to compare with')
    expect(await answerTo(guest, command)).toBe(await answerTo(guest, other))
  }
  expect(guest.text()).not.toMatch(/secret-/)
})

test('[TALK-10] nobody is callable on a sheet one does not read, whether or not it is there', async () => {
  const { main, guest } = await besieged()
  const callable = (sheet: SheetId) => guest.socket.timeout(5_000).emitWithAck('talk:callable', { gallery, sheet })
  const hidden = [shared(2), own(2, guest.person), shared(999), own(1, main.person), own(1, nobody)]
  for (const sheet of hidden) expect(await callable(sheet)).toEqual({ ok: true, persons: [] })
})

test('[TALK-11] a person who is not known is called no more than one who does not exist', async () => {
  const { main, guest } = await three('private')
  const call = (n: number, person: PersonId) =>
    guest.write(own(1, guest.person), {
      type: 'comment:add',
      id: id<CommentId>('comment', n),
      body: 'you',
      parent: null,
      place: null,
      version: null,
      drawing: null,
      mentions: [person],
    })
  const codeOf = async (n: number, person: PersonId) => {
    const answer = await call(n, person)
    return answer.ok ? 'ok' : answer.refusal
  }
  const unknown = await codeOf(1, main.person)
  expect(unknown).not.toBe('ok')
  expect(unknown).toEqual(await codeOf(2, nobody))
})

test('[FIND-7] a view that names somebody or a scene one does not know is told like one that names nobody there', async () => {
  const { main, guest } = await three('private')
  const save = (n: number, pair: [string, string]) =>
    guest.do({ type: 'view:save', id: id<ViewId>('view', n), name: 'Mine', pairs: [pair], circle: 'me' })
  const known = (await save(1, ['person', main.person])).ok
  expect((await save(2, ['person', nobody])).ok).toBe(known)
  expect((await save(3, ['scene', id<SceneId>('scene', 999)])).ok).toBe(known)
  await done(save(4, ['person', guest.person]))
  await until(() => (guest.joined?.mine.views ?? []).some((record) => record.id === id<ViewId>('view', 4)))
  expect(guest.joined?.mine.views.map((record) => record.id)).toEqual([id<ViewId>('view', 4)])
})

test('[SESSION-5] how many have voted counts those alone whom one may meet', async () => {
  const { staff, main, guest } = await three('private')
  await done(staff.do({ type: 'session:start', id: id<SessionId>('session', 1) }))
  await done(staff.do({ type: 'vote:open', id: vote, photo: photo(1), question: 'Full page?' }))
  await done(main.do({ type: 'vote:cast', id: vote, choice: 'no' }))
  await done(staff.do({ type: 'vote:cast', id: vote, choice: 'yes' }))
  const voted = () => (guest.seen.get(`vote:${vote}`) as SeenVote | undefined)?.voted
  await until(() => voted()?.includes(owner) === true)
  expect(voted()).toEqual([owner])
})
