import { expect, test } from '@jest/globals'
import type { CommentId } from '../../common/ids.ts'
import type { ReadSay } from '../../common/protocol/live.ts'
import { gallery, id } from '../helpers/gallery-house.ts'
import { comment, liveHouse, shared } from '../helpers/live-house.ts'
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
