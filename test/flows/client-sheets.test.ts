import { randomInt } from 'node:crypto'
import { expect, test } from '@jest/globals'
import * as Y from 'yjs'
import { sheetOf } from '../../client/sheet/audience.ts'
import { ClientIds } from '../../client/sheet/client-ids.ts'
import type { Outbox } from '../../client/sheet/outbox.ts'
import type { SheetEntry } from '../../client/sheet/outbox-entry.ts'
import { Replica } from '../../client/sheet/replica.ts'
import { SheetDesk } from '../../client/sheet/sheet-desk.ts'
import type { PersonId, PhotoId, SelectionId } from '../../common/ids.ts'
import type { PushAnswer, PushAsk } from '../../common/protocol/live.ts'
import type { Refusal } from '../../common/result.ts'
import type { SheetCommand } from '../../common/sheet/commands.ts'
import { edit } from '../../common/sheet/edit.ts'
import { readSheet } from '../../common/sheet/read.ts'

const [me, other] = ['v_00000000000000000001', 'v_00000000000000000002'] as PersonId[] as [PersonId, PersonId]
const place = sheetOf('p_00000000000000000001' as PhotoId, 'shared')
let order = 0
const entry = (command: SheetCommand, at = 1_000 + order): SheetEntry => ({
  kind: 'sheet',
  order: ++order,
  person: me,
  at,
  page: 'page',
  sheet: place.id,
  command,
})
const theirs = (command: SheetCommand, client = 900): Uint8Array => {
  const doc = new Y.Doc()
  doc.clientID = client
  edit(doc, command, { person: other, key: other, at: 5 })
  return Y.encodeStateAsUpdate(doc)
}
let nextClient = 1
const fresh = () => nextClient++

test('[REPLICA-1] an act is seen at once, in the document only while it waits', () => {
  const replica = new Replica(place)
  replica.takeState(theirs({ type: 'mark:set', flag: 'reject' }))
  expect(replica.act(entry({ type: 'mark:set', flag: 'pick' }), fresh)).toBe(true)
  expect(replica.content().marks[me]?.flag).toBe('pick')
  expect(replica.content().marks[other]?.flag).toBe('reject')
  const parcel = replica.parcel(1_000, false)
  if (!parcel) throw new Error('nothing to send')
  replica.saved(parcel)
  expect(replica.waiting).toBe(0)
  expect(replica.content().marks[me]?.flag).toBe('pick')
})

test('[REPLICA-2] an act that changes nothing is not sent', () => {
  const replica = new Replica(place)
  expect(replica.act(entry({ type: 'mark:set', stars: 0 }), fresh)).toBe(false)
  expect(replica.act(entry({ type: 'comment:delete', id: 'c_00000000000000000001' as never }), fresh)).toBe(false)
  expect(replica.parcel(1_000, false)).toBeNull()
})

test('[REPLICA-3] rebuilt after a refusal: what was undone is gone, later acts stand under a client id of their own', () => {
  const replica = new Replica(place)
  const [bad, good] = [entry({ type: 'mark:set', flag: 'pick' }), entry({ type: 'mark:set', label: 'blue' })]
  replica.act(bad, fresh)
  replica.act(good, fresh)
  const before = Y.decodeUpdate(replica.parcel(100_000, false)?.bytes ?? new Uint8Array()).structs.map(({ id }) => id.client)
  replica.takeState(theirs({ type: 'mark:set', favourite: true }))
  replica.undo([bad])
  replica.rebuild(fresh)
  expect(replica.content().marks[me]).toMatchObject({ flag: null, label: 'blue' })
  expect(replica.content().marks[other]?.favourite).toBe(true)
  const after = Y.decodeUpdate(replica.parcel(100_000, false)?.bytes ?? new Uint8Array()).structs.map(({ id }) => id.client)
  expect(after.some((client) => before.includes(client))).toBe(false)
})

test('[REPLICA-4] an own mark replayed late never overtakes one made since on another device', () => {
  const replica = new Replica(place)
  const doc = new Y.Doc()
  edit(doc, { type: 'mark:set', label: 'green' }, { person: me, key: me, at: 9_000 })
  replica.takeState(Y.encodeStateAsUpdate(doc))
  expect(replica.act(entry({ type: 'mark:set', label: 'red' }, 8_000), fresh, false)).toBe(false)
  expect(replica.content().marks[me]?.label).toBe('green')
})

const byMe = (command: SheetCommand, at: number, onto: Uint8Array = new Uint8Array([0, 0])): Uint8Array => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, onto)
  doc.clientID = fresh()
  edit(doc, command, { person: me, key: me, at })
  return Y.encodeStateAsUpdate(doc)
}

test('[FLIGHT-1] of a mark replayed late the fields another page has set since are left alone, the others are set', () => {
  const replica = new Replica(place)
  const late = replica.remembering(entry({ type: 'mark:set', label: 'red', flag: 'pick' }, 8_000))
  replica.takeState(byMe({ type: 'mark:set', label: 'green', stars: 2 }, 9_000))
  expect(replica.act(late, fresh, false)).toBe(true)
  expect(replica.content().marks[me]).toEqual({ flag: 'pick', label: 'green', stars: 2, favourite: false, by: me, at: 9_000 })
})

test('[FLIGHT-1] a remote mark that meets a waiting one asks for it to be done again; one of somebody else does not', () => {
  const replica = new Replica(place)
  replica.act(replica.remembering(entry({ type: 'mark:set', flag: 'pick' }, 8_000)), fresh)
  expect(replica.takeUpdate(theirs({ type: 'mark:set', stars: 5 }, 901))).toBe(false)
  expect(replica.takeUpdate(byMe({ type: 'mark:set', favourite: true }, 9_000))).toBe(true)
  replica.rebuild(fresh)
  expect(replica.content().marks[me]).toMatchObject({ flag: 'pick', favourite: true })
})

test('[FLIGHT-1] marks that are still to be done again on those of another page are what is shown, and what the next act goes on from', () => {
  const replica = new Replica(place)
  const standing = byMe({ type: 'mark:set', flag: 'pick', stars: 4 }, 7_000)
  replica.takeState(standing)
  replica.act(replica.remembering(entry({ type: 'mark:set', flag: 'reject', stars: 3 }, 8_000)), fresh)
  expect(replica.takeUpdate(byMe({ type: 'mark:set', favourite: true }, 9_000, standing))).toBe(true)
  expect(replica.content().marks[me]).toMatchObject({ flag: 'reject', stars: 3, favourite: true })
  replica.act(replica.remembering(entry({ type: 'mark:set', flag: 'pick', stars: 2 }, 8_500)), fresh)
  expect(replica.entries[1]?.was).toEqual({ flag: 'reject', stars: 3 })
  replica.rebuild(fresh)
  expect(replica.content().marks[me]).toMatchObject({ flag: 'pick', stars: 2, favourite: true })
})

test('[FLIGHT-3] what the server has kept is not done again when its answer was lost, whatever another page did since', () => {
  const replica = new Replica(place)
  const pick = replica.remembering(entry({ type: 'mark:set', flag: 'pick' }, 8_000))
  replica.act(pick, fresh)
  const sent = replica.parcel(1_000, false)?.bytes ?? new Uint8Array()
  replica.takeState(byMe({ type: 'mark:set', flag: null }, 9_000, sent))
  expect(replica.rebuild(fresh)).toEqual([pick])
  expect(replica.content().marks[me]?.flag).toBeNull()
})

test('[REPLICA-5] a client id serves a sheet once, whatever the server names', () => {
  const ids = new ClientIds(() => undefined)
  ids.block(100, 8)
  ids.give(place.id, 101)
  const taken = [1, 2, 3, 4, 5].map(() => ids.next(place.id))
  expect(new Set(taken).size).toBe(5)
  expect(taken[0]).toBe(101)
})

/** A server of one sheet in memory: applies what it is sent, refuses rejects, loses and delays answers as told. */
function stage() {
  const truth = new Y.Doc()
  const kept = new Set<number>()
  const refused: Refusal[] = []
  const waiting: (() => void)[] = []
  const outbox: Outbox = {
    adopt: async () => [],
    put: (entries) => {
      for (const { order: key } of entries) kept.add(key)
    },
    remove: (orders) => {
      for (const key of orders) kept.delete(key)
    },
    refuse: () => undefined,
    putAway: () => undefined,
    refused: async () => null,
    watch: () => undefined,
    kept: async () => null,
    keep: () => undefined,
    settled: async () => undefined,
    close: async () => undefined,
  }
  const state = { sub: 1, client: 50_000 }
  const answer = (ask: Omit<PushAsk, 'gallery'>): PushAnswer => {
    if (ask.sub !== state.sub) return { ok: false, refusal: { code: 'revoked' } }
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(truth))
    Y.applyUpdate(copy, ask.bytes)
    if (copy.store.pendingStructs) throw new Error('a gap in what was sent')
    if (readSheet(copy).marks[me]?.flag === 'reject') {
      state.sub++
      return { ok: false, refusal: { code: 'not-allowed' }, sub: state.sub, client: state.client++, state: Y.encodeStateAsUpdate(truth) }
    }
    Y.applyUpdate(truth, ask.bytes)
    desk.take({ gallery: 'g' as never, channel: 'view', n: 1, sub: 0, sheets: [{ sheet: place.id, form: 'update', bytes: ask.bytes }] })
    return { ok: true }
  }
  const desk: SheetDesk = new SheetDesk({
    outbox,
    events: { changed: () => undefined, waiting: () => undefined, refused: (refusal) => refused.push(refusal), lost: () => undefined },
    send: (ask, answered) => waiting.push(() => answered(answer(ask))),
  })
  desk.joined({ sub: 1, clients: { first: 1, count: 64 }, fresh: true })
  desk.caughtUp()
  const settle = () => {
    for (let rounds = 0; waiting.length > 0 && rounds < 1_000; rounds++) waiting.shift()?.()
  }
  return { desk, truth, kept, refused, waiting, settle }
}

test('[REPLICA-6] of several acts in one refused push only the culprit is undone', () => {
  const { desk, truth, kept, refused, settle } = stage()
  desk.act([entry({ type: 'mark:set', stars: 3 })])
  desk.act([
    entry({ type: 'mark:set', label: 'red' }),
    entry({ type: 'mark:set', flag: 'reject' }),
    entry({ type: 'mark:set', favourite: true }),
  ])
  settle()
  expect(readSheet(truth).marks[me]).toMatchObject({ stars: 3, label: 'red', favourite: true, flag: null })
  expect(desk.content(place)?.marks[me]).toMatchObject({ stars: 3, label: 'red', favourite: true, flag: null })
  expect(refused.map(({ code }) => code)).toEqual(['not-allowed'])
  expect(desk.entries.length).toBe(0)
  expect(kept.size).toBe(0)
})

test('[REPLICA-7] random acts, refusals and late answers: page and server end alike, the outbox empty', () => {
  const seed = randomInt(2 ** 31)
  let random = seed
  const roll = (n: number) => {
    random = (Math.imul(random, 1103515245) + 12345) >>> 0
    return (random >>> 8) % n
  }
  for (let round = 0; round < 60; round++) {
    const { desk, truth, kept, waiting, settle } = stage()
    for (let step = 0; step < 30; step++) {
      const choice = roll(6)
      if (choice === 0) desk.act([entry({ type: 'mark:set', flag: roll(2) === 0 ? 'reject' : 'pick' })])
      else if (choice === 1) desk.act([entry({ type: 'mark:set', stars: (roll(6) as 0) ?? 0 })])
      else if (choice === 2) {
        const id = `c_${String(roll(4)).padStart(20, '0')}` as never
        desk.act([
          entry({ type: 'comment:add', id, body: `word ${step}`, parent: null, place: null, version: null, drawing: null, mentions: [] }),
        ])
      } else if (choice === 3) desk.act([entry({ type: 'mark:set', label: roll(2) === 0 ? 'red' : null })])
      else waiting.shift()?.()
    }
    settle()
    const shown = desk.content(place) ?? readSheet(new Y.Doc())
    expect({ seed, round, shown }).toEqual({ seed, round, shown: readSheet(truth) })
    expect(kept.size).toBe(0)
  }
})

test('[REPLICA-3] what only takes something away is not taken for kept: it is done again until it is', () => {
  const replica = new Replica(place)
  const kept = new Y.Doc()
  kept.clientID = 900
  const selection = 'q_00000000000000000001' as SelectionId
  edit(kept, { type: 'pick:add', selection }, { person: me, key: me, at: 5 })
  const state = Y.encodeStateAsUpdate(kept)
  replica.takeState(state)
  expect(replica.act(entry({ type: 'pick:remove', selection }), fresh)).toBe(true)
  replica.takeState(state)
  expect(replica.rebuild(fresh)).toEqual([])
  expect([replica.waiting, Object.keys(replica.content().picks)]).toEqual([1, []])
  edit(kept, { type: 'pick:remove', selection }, { person: me, key: me, at: 6 })
  replica.takeState(Y.encodeStateAsUpdate(kept))
  expect(replica.rebuild(fresh)).toHaveLength(1)
  expect(replica.waiting).toBe(0)
})
