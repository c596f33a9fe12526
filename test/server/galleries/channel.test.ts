import { expect, test } from '@jest/globals'
import { type GalleryId, type PhotoId, sheetIdOf } from '../../../common/ids.ts'
import { decodeFrame } from '../../../common/protocol/bundle.ts'
import { Channel } from '../../../server/galleries/channel.ts'

const gallery = 'g_00000000000000000001' as GalleryId
const photo = 'p_00000000000000000001' as PhotoId
const sheet = sheetIdOf(photo, 'shared')
const update = { sheet, form: 'update', bytes: Uint8Array.of(1) } as const
const state = { sheet, form: 'state', bytes: Uint8Array.of(2) } as const

test('[TURN-9] frames of a channel are numbered 1, 2, 3 without a gap', () => {
  const channel = new Channel(gallery, 'view', 'abc')
  expect(channel.tell([], [], 1).n).toBe(1)
  expect(channel.send([update], 2).n).toBe(2)
  expect(channel.position).toEqual({ id: 'abc', n: 2 })
})

test('[TURN-10] what was missed is repeated from a position, and from no other channel', () => {
  const channel = new Channel(gallery, 'view', 'abc')
  for (let i = 0; i < 5; i++) channel.send([update], i)
  expect(channel.since({ id: 'abc', n: 3 })?.map(({ n }) => n)).toEqual([4, 5])
  expect(channel.since({ id: 'abc', n: 5 })).toEqual([])
  expect(channel.since({ id: 'abc', n: 6 })).toBeNull()
  expect(channel.since({ id: 'other', n: 3 })).toBeNull()
})

test('[TURN-11] after something left sight nothing sent before is repeated', () => {
  const channel = new Channel(gallery, 'view', 'abc')
  channel.send([update], 1)
  channel.forget()
  channel.tell([{ type: 'removed', kind: 'photo', id: photo }], [], 2)
  expect(channel.since({ id: 'abc', n: 0 })).toBeNull()
  expect(channel.since({ id: 'abc', n: 1 })).toBeNull()
  expect(channel.since({ id: 'abc', n: 2 })).toEqual([])
})

test('[TURN-12] every state gives a new subscription, and updates give none', () => {
  const channel = new Channel(gallery, 'self', 'abc')
  const first = channel.send([state], 1)
  const second = channel.send([state], 2)
  const third = channel.send([update], 3)
  const subs = [first, second, third].map(({ what }) => ('sheets' in what ? decodeFrame(what.sheets).sub : -1))
  expect(subs[0]).toBeGreaterThan(0)
  expect(subs[1]).not.toBe(subs[0])
  expect(subs[2]).toBe(0)
  expect(channel.given(sheet)?.sub).toBe(subs[1])
})

test('[TURN-10] only so much is kept for those who come back', () => {
  const channel = new Channel(gallery, 'view', 'abc')
  const large = { ...update, bytes: new Uint8Array(200 * 1024) }
  for (let i = 0; i < 10; i++) channel.send([large], i)
  expect(channel.since({ id: 'abc', n: 0 })).toBeNull()
  expect(channel.since({ id: 'abc', n: 9 })).toHaveLength(1)
})
