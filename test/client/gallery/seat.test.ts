/** @jest-environment node */
import { EventEmitter } from 'node:events'
import { gzipSync } from 'node:zlib'
import { expect, test } from '@jest/globals'
import { Seat, type SeatListener } from '../../../client/gallery/seat.ts'
import type { Connection } from '../../../client/net/connection.ts'
import type { GalleryId } from '../../../common/ids.ts'
import { encodeFrame } from '../../../common/protocol/bundle.ts'
import type { JoinAsk, Joined } from '../../../common/protocol/live.ts'
import type { SeenRecord } from '../../../common/visibility/seen.ts'
import { hearing } from '../../helpers/hearing.ts'

const gallery = 'g_00000000000000000001' as GalleryId
const elsewhere = 'g_00000000000000000002' as GalleryId

/** A wire whose other end is this test. */
function wire() {
  const joins: { readonly ask: JoinAsk; readonly answer: (joined: Partial<Joined>) => void }[] = []
  const heard: string[] = []
  const emitter = new EventEmitter()
  const socket = Object.assign(emitter, {
    connected: true,
    timeout: () => ({
      emit: (_: string, ask: JoinAsk, answered: (lost: null, answer: unknown) => void) =>
        joins.push({ ask, answer: (joined) => answered(null, { ok: true, ...base, ...joined }) }),
    }),
  })
  const listener: SeatListener = {
    joined: (_, fresh) => heard.push(fresh ? 'joined afresh' : 'resumed'),
    caughtUp: () => heard.push('level'),
    told: ({ n }) => heard.push(`told ${n}`),
    sheets: ({ channel, n }) => heard.push(`${channel} ${n}`),
    presence: () => heard.push('presence'),
    read: () => heard.push('read'),
    unreached: () => 0,
    mine: () => heard.push('mine'),
    broken: () => heard.push('broken'),
    closed: () => heard.push('closed'),
  }
  const connection = { socket, refused: () => null, retry: () => undefined, close: () => undefined } as unknown as Connection
  const seat = new Seat({ gallery, connection, listener })
  seat.open()
  const told = (n: number, of = gallery) => emitter.emit('gallery:told', { gallery: of, n, changes: [] })
  const frame = (channel: 'view' | 'self', n: number, of = gallery) =>
    emitter.emit(n === 0 ? 'sheet:bundle' : 'sheet:frame', encodeFrame({ gallery: of, channel, n, sub: 0, sheets: [] }))
  return { joins, heard, told, frame, seat, emitter }
}

const base: Joined = {
  me: { person: 'v_00000000000000000001' as Joined['me']['person'], name: 'Clara', lastVisit: null, readUntil: 0, read: [] },
  now: 0,
  view: { id: 'view', n: 4 },
  self: { id: 'self', n: 0 },
  snapshot: [],
  pieces: 0,
  frames: 0,
  sub: 1,
  clients: { first: 1, count: 64 },
  here: [],
  mine: { records: [], ballots: [], views: [] },
}

test('[SEAT-1] a gap makes the page join again with the place it holds', () => {
  const { joins, heard, told, frame } = wire()
  joins[0]?.answer({})
  told(5)
  frame('self', 1)
  frame('view', 7)
  expect(heard).toEqual(['joined afresh', 'level', 'told 5', 'self 1', 'broken'])
  expect(joins[1]?.ask.have).toEqual({ view: { id: 'view', n: 5 }, self: { id: 'self', n: 1 } })
})

test('[SEAT-2] what is sent twice is taken once; what belongs elsewhere never', () => {
  const { joins, heard, told, frame } = wire()
  joins[0]?.answer({})
  told(5)
  told(5)
  told(6, elsewhere)
  frame('view', 6, elsewhere)
  frame('view', 6)
  expect(heard.slice(2)).toEqual(['told 5', 'view 6'])
  expect(joins).toHaveLength(1)
})

test('[SEAT-3] level is who has every piece and frame that was announced', () => {
  const { joins, heard, told, frame, seat } = wire()
  joins[0]?.answer({ pieces: 2, frames: 1 })
  frame('view', 0)
  frame('self', 0)
  expect(seat.level).toBe(false)
  told(5)
  expect(heard.at(-1)).toBe('level')
  expect(seat.level).toBe(true)
})

const large = { kind: 'person', id: 'v_00000000000000000001', name: 'Clara', staff: false } as SeenRecord
const gzipped = (bytes: string | Uint8Array) => new Uint8Array(gzipSync(bytes))
const piece = () => gzipped(encodeFrame({ gallery, channel: 'view', n: 0, sub: 0, sheets: [] }))

test('[SEAT-4] a packed join and its packed pieces are taken in the order of the wire', async () => {
  const { joins, heard, told, frame, emitter } = wire()
  joins[0]?.answer({ packed: gzipped(JSON.stringify([large])), pieces: 1, frames: 1 })
  emitter.emit('sheet:bundle', piece())
  told(5)
  frame('view', 6)
  expect(heard).toEqual([])
  await hearing(heard, 'view 6')
  expect(heard).toEqual(['joined afresh', 'view 0', 'told 5', 'level', 'view 6'])
})

test('[SEAT-4] told to join again in the middle, a page drops what waited and asks for everything', async () => {
  const { joins, heard, told, emitter } = wire()
  joins[0]?.answer({ pieces: 2 })
  emitter.emit('sheet:bundle', piece())
  told(5)
  emitter.emit('gallery:behind', { gallery })
  told(6)
  await hearing(heard, 'broken')
  expect(heard).toEqual(['joined afresh', 'view 0', 'told 5', 'broken'])
  expect(joins[1]?.ask.have).toBeUndefined()
})

test('[SEAT-4] what was still packed when the connection broke is never taken', async () => {
  const { joins, heard, told, emitter } = wire()
  joins[0]?.answer({ pieces: 1 })
  emitter.emit('sheet:bundle', piece())
  told(5)
  emitter.emit('disconnect')
  await hearing(heard, 'broken')
  expect(heard).toEqual(['joined afresh', 'broken'])
})

test('[SEAT-5] a piece that cannot be unpacked makes the page join again', async () => {
  const { joins, heard, seat, emitter } = wire()
  joins[0]?.answer({ pieces: 1 })
  emitter.emit('sheet:bundle', Uint8Array.of(0x1f, 0x8b, 1, 2, 3))
  await hearing(heard, 'broken')
  expect(heard).toEqual(['joined afresh', 'broken'])
  expect(seat.level).toBe(false)
  seat.leave()
})
