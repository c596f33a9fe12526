import { expect, test } from '@jest/globals'
import type { CommentId, PersonId, SheetId } from '../../common/ids.ts'
import type { ReadSay } from '../../common/protocol/live.ts'
import type { SheetCommand } from '../../common/sheet/commands.ts'
import { gallery, id, visitor } from '../helpers/gallery-house.ts'
import { comment, hide, liveHouse, own, shared } from '../helpers/live-house.ts'
import { until } from '../helpers/socket-client.ts'

const live = liveHouse()
const thread = id<CommentId>('comment', 77)

test('[TALK-9] what somebody has read reaches their other pages, and nobody else', async () => {
  const { staff, main, guest } = await live.three()
  const tab = await live.come(guest.person)
  const heard: ReadSay[] = []
  tab.socket.on('talk:read', (said) => heard.push(said))
  const said = { gallery, threads: [[thread, 3, 1]] as const }
  expect(await guest.socket.timeout(5_000).emitWithAck('talk:read', said)).toEqual({ ok: true })
  await until(() => heard.length === 1)
  expect(heard).toEqual([said])
  await guest.write(shared(1), comment(1, 'something everyone hears'))
  for (const other of [staff, main]) {
    await until(() => Boolean(other.content(shared(1))?.comments[id('comment', 1)]))
    expect(other.text()).not.toContain(thread)
    expect(other.text()).not.toContain('talk:read')
    await other.join()
    expect(other.joined?.me.read).toEqual([])
  }
  await guest.join()
  expect(guest.joined?.me.read).toEqual([[thread, 3, 1]])
})

test('[TALK-9] who is not inside reads nothing, and what is no thread is refused', async () => {
  const { guest } = await live.three()
  const say = (threads: unknown) => guest.socket.timeout(5_000).emitWithAck('talk:read', { gallery, threads } as ReadSay)
  for (const threads of [
    [],
    [['c_short', 1, 1]],
    [[thread, -1, 0]],
    [[thread, 1e9, 0]],
    Array.from({ length: 201 }, () => [thread, 1, 0]),
  ]) {
    expect(await say(threads)).toMatchObject({ ok: false, refusal: { code: 'malformed' } })
  }
  guest.socket.emit('gallery:leave', { gallery })
  expect(await say([[thread, 1, 0]])).toMatchObject({ ok: false, refusal: { code: 'revoked' } })
})

test('[TALK-10] whom one may call is asked by sheet: on what one does not read, nobody', async () => {
  const { staff, main, guest } = await live.three()
  const callable = async (client: typeof staff, sheet: SheetId) => {
    const answer = await client.socket.timeout(5_000).emitWithAck('talk:callable', { gallery, sheet })
    return answer.ok ? [...answer.persons].sort() : answer.refusal.code
  }
  const everyone = [staff.person, main.person, guest.person].sort()
  expect(await callable(guest, shared(1))).toEqual(everyone)
  expect(await callable(main, own(1, guest.person))).toEqual([])
  expect(await callable(guest, own(1, guest.person))).toEqual([staff.person, guest.person].sort())
  expect((await main.do(hide(1))).ok).toBe(true)
  expect(await callable(guest, shared(1))).toEqual([])
  expect(await callable(guest, shared(99))).toEqual([])
  expect(await callable(main, shared(1))).toEqual([staff.person, main.person].sort())
})

test('[TALK-11] a call for somebody who would not read it is refused, whether they exist or not', async () => {
  const { main, guest } = await live.three()
  await main.do(hide(1))
  const call = (n: number, person: PersonId) => main.write(shared(1), { ...comment(n, 'Look'), mentions: [person] } as SheetCommand)
  const refused = { ok: false, refusal: { code: 'not-a-reader' } }
  expect(await call(1, guest.person)).toMatchObject(refused)
  expect(await call(2, visitor(999))).toMatchObject(refused)
  expect(await call(3, main.person)).toEqual({ ok: true })
})
