/** A review session over the wire: what followers and voters are sent, to the byte. */
import { expect, test } from '@jest/globals'
import type { DecisionId, PersonId, SessionId, TopicId, VoteId } from '../../common/ids.ts'
import { leaderGraceMs } from '../../common/limits.ts'
import type { SeenVote } from '../../common/visibility/session-seen.ts'
import { gallery, id, openHouse, owner, photo } from '../helpers/gallery-house.ts'
import { enter } from '../helpers/gallery-scenery.ts'
import { liveHouse } from '../helpers/live-house.ts'
import { SocketClient, until } from '../helpers/socket-client.ts'

const live = liveHouse()
const { come, three } = live
const session = id<SessionId>('session', 1)
const vote = id<VoteId>('vote', 1)
const topic = id<TopicId>('topic', 1)

const on = (client: SocketClient, person: PersonId) => [...client.here.values()].find((state) => state.person === person)
const text = (client: SocketClient, from: number) => Buffer.concat(client.received.slice(from).map(({ bytes }) => bytes)).toString('latin1')
const voteOf = (client: SocketClient) => client.seen.get(`vote:${vote}`) as SeenVote | undefined
const done = async (answer: Promise<{ readonly ok: boolean }>) => expect(await answer).toMatchObject({ ok: true })
const choiceOf = (client: SocketClient) => client.joined?.mine.ballots[0]?.choice

/** The studio leads, with a question on the first photo. */
async function asked(feedback: 'private' | 'collaborative') {
  const room = await three(feedback)
  await done(room.staff.do({ type: 'session:start', id: session }))
  await done(room.staff.do({ type: 'vote:open', id: vote, photo: photo(1), question: 'Full page?' }))
  return room
}

test('[SESSION-10] whoever leads on a photo one does not see is on no photo, and neither part nor pointer nor laser of it is sent', async () => {
  const { staff, main, guest } = await asked('collaborative')
  await done(main.do({ type: 'photo:hide', photos: [photo(2)] }))
  await until(() => !guest.sees(`photo:${photo(2)}`))
  for (const { socket } of [main, guest]) socket.emit('presence:say', { gallery, photo: photo(2) })
  const from = guest.received.length
  staff.socket.emit('presence:say', { gallery, photo: photo(2), pointer: [0.1234, 0.4321], laser: true, rect: [0.2345, 0.1, 0.6, 0.7] })
  await until(() => on(main, owner)?.rect?.[0] === 0.2345)
  staff.socket.emit('presence:say', { gallery, photo: photo(1), pointer: [0.5, 0.5], rect: null })
  await until(() => on(guest, owner)?.photo === photo(1))
  const sent = text(guest, from)
  for (const secret of [photo(2), 'CAM_2_', '0.1234', '0.4321', '0.2345', 'laser']) expect(sent).not.toContain(secret)
})

test('[SESSION-16] of photos side by side only those one sees are sent, and the rest is not even counted', async () => {
  const { staff, main, guest } = await asked('collaborative')
  await done(main.do({ type: 'photo:hide', photos: [photo(2)] }))
  await until(() => !guest.sees(`photo:${photo(2)}`))
  const from = guest.received.length
  const parts = [
    [photo(2), [0.2345, 0.1, 0.6, 0.7]],
    [photo(3), [0.3456, 0.1, 0.6, 0.7]],
  ] as const
  const lay = (photos: readonly number[], active: number) =>
    staff.socket.emit('presence:say', {
      gallery,
      photo: photo(active),
      side: { manner: 'compare', photos: photos.map(photo), dropped: [] },
      ...{ pointer: [0.1234, 0.4321], on: photo(2), parts },
    })
  lay([1, 2, 3], 2)
  await until(() => on(main, owner)?.side?.photos.length === 3)
  await until(() => on(guest, owner)?.side?.photos.length === 2)
  expect(on(guest, owner)).toMatchObject({ photo: photo(1), side: { photos: [photo(1), photo(3)] }, parts: [parts[1]] })
  // One that is left lies beside nothing: it is open, as if by itself.
  lay([2, 3], 2)
  await until(() => on(guest, owner)?.side === null)
  expect(on(guest, owner)).toMatchObject({ photo: photo(3), rect: parts[1][1] })
  staff.socket.emit('presence:say', { gallery, photo: photo(2), side: { manner: 'survey', photos: [photo(2)], dropped: [] } })
  await until(() => on(guest, owner)?.photo === null)
  const sent = text(guest, from)
  for (const secret of [photo(2), 'CAM_2_', '0.1234', '0.2345']) expect(sent).not.toContain(secret)
  await done(main.do({ type: 'photo:show', photos: [photo(2)] }))
  await until(() => on(guest, owner)?.photo === photo(2))
})

test('[SESSION-5] no ballot is sent to anybody but its voter before the reveal, and then to those who may meet them', async () => {
  const { staff, main, guest } = await asked('collaborative')
  await until(() => [staff, main, guest].every((client) => voteOf(client) !== undefined))
  const from = new Map([staff, main, guest].map((client) => [client, client.received.length]))
  await done(guest.do({ type: 'vote:cast', id: vote, choice: 'unsure' }))
  await until(() => [staff, main, guest].every((client) => voteOf(client)?.voted?.includes(guest.person)))
  expect(choiceOf(guest)).toBe('unsure')
  for (const client of [staff, main]) {
    const sent = text(client, from.get(client) ?? 0)
    expect(sent).toContain(guest.person)
    expect(sent).not.toMatch(/unsure|choice|"ballots":\[\{/)
  }
  const late = await come(main.person)
  expect(late.text()).not.toMatch(/unsure|choice/)
  await done(staff.do({ type: 'vote:reveal', id: vote }))
  await until(() => voteOf(main)?.ballots?.[0]?.choice === 'unsure')
})

test('[SESSION-5] where clients are kept apart nobody is sent a name, a number or a vote of another, revealed or not', async () => {
  const { staff, main, guest } = await asked('private')
  await done(main.do({ type: 'vote:cast', id: vote, choice: 'no' }))
  await done(guest.do({ type: 'vote:cast', id: vote, choice: 'unsure' }))
  await until(() => voteOf(staff)?.voted?.length === 2)
  await done(staff.do({ type: 'vote:reveal', id: vote }))
  await until(() => voteOf(staff)?.ballots?.length === 2 && voteOf(guest)?.ballots !== undefined)
  expect(voteOf(guest)?.ballots).toEqual([])
  expect(guest.text()).not.toContain(main.person)
  expect(guest.text()).not.toContain('"no"')
  expect(choiceOf(guest)).toBe('unsure')
})

test('[SESSION-6] an own vote is there on every tab and after coming back, also changed', async () => {
  const { guest } = await asked('private')
  const tab = await come(guest.person)
  await done(guest.do({ type: 'vote:cast', id: vote, choice: 'yes' }))
  await until(() => choiceOf(tab) === 'yes')
  await done(tab.do({ type: 'vote:cast', id: vote, choice: 'no' }))
  await until(() => choiceOf(guest) === 'no')
  guest.close()
  await guest.connect()
  const again = await guest.join(true)
  expect(again.ok && again.mine.ballots).toEqual([{ vote, choice: 'no' }])
  await done(guest.do({ type: 'topic:add', id: topic, photo: photo(1), text: 'Too close?' }))
  await until(() => tab.joined?.mine.records.length === 1)
  expect(tab.joined?.mine.records).toMatchObject([{ id: topic, text: 'Too close?' }])
})

test('[SESSION-7] a photo hidden in a session takes its question, its talk and its decisions along, also one’s own, and brings them back', async () => {
  const { staff, main, guest } = await asked('private')
  await done(guest.do({ type: 'vote:cast', id: vote, choice: 'yes' }))
  await done(guest.do({ type: 'topic:add', id: topic, photo: photo(1), text: 'Too close?' }))
  const decision = id<DecisionId>('decision', 1)
  await done(staff.do({ type: 'decision:add', id: decision, photo: photo(1), verdict: 'retouch', note: 'Lift the flare' }))
  await until(() => guest.sees(`decision:${decision}`))
  await done(main.do({ type: 'photo:hide', photos: [photo(1)] }))
  await until(() => !guest.sees(`vote:${vote}`) && guest.joined?.mine.ballots.length === 0)
  expect([guest.sees(`decision:${decision}`), guest.joined?.mine.records]).toEqual([false, []])
  expect(await guest.do({ type: 'vote:cast', id: vote, choice: 'no' })).toMatchObject({ refusal: { code: 'not-found' } })
  const from = guest.received.length
  await done(staff.do({ type: 'decision:add', id: id<DecisionId>('decision', 2), photo: photo(1), verdict: 'kept', note: 'secret-note' }))
  await until(() => staff.sees(`decision:${id<DecisionId>('decision', 2)}`))
  expect(text(guest, from)).not.toContain('secret-note')
  await done(main.do({ type: 'photo:show', photos: [photo(1)] }))
  await until(() => guest.sees(`decision:${decision}`) && choiceOf(guest) === 'yes')
})

test('[SESSION-9] a session ends once its leader has been away for a while', async () => {
  const { staff, guest } = await asked('collaborative')
  await until(() => guest.sees(`session:${session}`))
  staff.close()
  await until(() => on(guest, owner) === undefined)
  await until(() => {
    live.house.clock.pass(leaderGraceMs / 4)
    return !guest.sees(`session:${session}`)
  })
  expect(guest.sees(`vote:${vote}`)).toBe(false)
})

test('[SESSION-9] on two nodes a session stays while its leader is on the other, and what is decided is told on both', async () => {
  const { staff } = await asked('collaborative')
  const { house } = live
  const south = await openHouse({ store: house.store, bus: house.bus, clock: house.clock })
  const far = await new SocketClient(south.url, await enter(south, 5, 2)).start()
  let hints = 0
  house.bus.listen(({ type }) => {
    if (type === 'leads') hints++
  })
  try {
    await until(() => far.sees(`session:${session}`))
    // Far more than the grace passes while hints arrive.
    for (let n = 1; n <= 4; n++) {
      house.clock.pass(leaderGraceMs * 0.8)
      await until(() => hints >= n)
    }
    expect(far.sees(`session:${session}`)).toBe(true)
    await done(far.do({ type: 'vote:cast', id: vote, choice: 'yes' }))
    await until(() => voteOf(staff)?.voted?.includes(far.person) === true)
    await done(staff.do({ type: 'vote:reveal', id: vote }))
    await until(() => voteOf(far)?.ballots?.[0]?.choice === 'yes')
    expect(south.faults).toEqual([])
  } finally {
    far.close()
    await south.stop()
  }
})
