/** @jest-environment node */
import { describe, expect, test } from '@jest/globals'
import * as Y from 'yjs'
import { sheetOf } from '../../../client/sheet/audience.ts'
import type { SheetEntry } from '../../../client/sheet/outbox-entry.ts'
import { Replica } from '../../../client/sheet/replica.ts'
import type { CommentId, PersonId, PhotoId } from '../../../common/ids.ts'
import { edit } from '../../../common/sheet/edit.ts'
import { readSheet } from '../../../common/sheet/read.ts'
import type { SheetContent } from '../../../common/sheet/shape.ts'

const clara = 'v_00000000000000000001' as PersonId
const photo = 'p_00000000000000000001' as PhotoId

function said(body: string, n: number): Uint8Array {
  const doc = new Y.Doc()
  const id = `c_${String(n).padStart(20, '0')}` as CommentId
  const where = { parent: null, place: null, version: null, drawing: null, mentions: [] }
  edit(doc, { type: 'comment:add', id, body, ...where }, { person: clara, key: clara, at: 1 })
  return Y.encodeStateAsUpdate(doc)
}

test('[TALK-21] the first words of a sheet after a fresh snapshot take the place of what was held before', () => {
  const replica = new Replica(sheetOf(photo, 'shared'))
  replica.takeState(said('from before', 1))
  replica.stale = true
  replica.takeUpdate(said('from now', 2))
  expect(replica.stale).toBe(false)
  expect(Object.values(replica.content().comments).map(({ body }) => body)).toEqual(['from now'])
  replica.takeUpdate(said('and more', 3))
  expect(Object.values(replica.content().comments)).toHaveLength(2)
})

const sheet = sheetOf(photo, 'shared')
const starred = (order: number, command: Omit<Extract<SheetEntry['command'], { type: 'mark:set' }>, 'type'>, at = 5): SheetEntry => ({
  kind: 'sheet',
  order,
  person: clara,
  at,
  page: 'page',
  sheet: sheet.id,
  command: { type: 'mark:set', ...command },
})
const bytesOf = (mark: object, key = clara, client = 7): Uint8Array => {
  const doc = new Y.Doc()
  doc.clientID = client
  doc.getMap('marks').set(key, mark)
  return Y.encodeStateAsUpdate(doc)
}
const read = (...parts: readonly Uint8Array[]): SheetContent => {
  const doc = new Y.Doc()
  for (const part of parts) Y.applyUpdate(doc, part)
  return readSheet(doc)
}

describe('a mark that waits alone', () => {
  test('shows at once what will be sent, and only what changes something waits', () => {
    for (const before of [null, { flag: 'reject', label: 'red', stars: 2, favourite: true, by: clara, at: 3 }]) {
      const replica = new Replica(sheet)
      const state = before ? bytesOf(before) : null
      if (state) replica.takeState(state)
      expect(replica.act(starred(1, { stars: 2, flag: 'reject', label: 'red', favourite: true }), () => 100)).toBe(before === null)
      const other = new Replica(sheet)
      if (state) other.takeState(state)
      expect(other.act(starred(1, { stars: 4, label: null }), () => 100)).toBe(true)
      const shown = other.content()
      expect(shown.marks[clara]).toEqual({ ...(before ?? { flag: null, favourite: false }), stars: 4, label: null, by: clara, at: 5 })
      const parcel = other.parcel(1_000, false)
      expect(read(...(state ? [state] : []), parcel?.bytes ?? new Uint8Array())).toEqual(shown)
      expect(other.content()).toEqual(shown)
      if (parcel) other.saved(parcel)
      expect([other.waiting, other.content()]).toEqual([0, shown])
    }
  })

  test('is followed by others in order, and takes its client id only when it is written', () => {
    const replica = new Replica(sheet)
    let asked = 0
    const client = () => 100 + asked++
    replica.act(starred(1, { stars: 3 }), client)
    expect([asked, replica.waiting]).toEqual([0, 1])
    replica.act(starred(2, { flag: 'pick' }, 6), client)
    expect([asked, replica.waiting, replica.entries.map(({ order }) => order)]).toEqual([1, 2, [1, 2]])
    expect(read(replica.parcel(1_000, false)?.bytes ?? new Uint8Array())).toEqual(replica.content())
  })

  test('meets the same mark of another page as one that was written does', () => {
    const replica = new Replica(sheet)
    replica.takeState(new Uint8Array())
    replica.act(starred(1, { stars: 3 }), () => 100)
    const theirs = { flag: 'pick', label: null, stars: 0, favourite: false, by: clara, at: 9 }
    expect(replica.takeUpdate(bytesOf(theirs))).toBe(true)
    expect(replica.rebuild(() => 101)).toEqual([])
    expect(replica.content().marks[clara]).toMatchObject({ flag: 'pick', stars: 3 })
  })

  test('stays in sight through a new state, is done again on it, and is done with where nothing is left of it', () => {
    const replica = new Replica(sheet)
    replica.act(starred(1, { stars: 3 }), () => 100)
    replica.takeState(bytesOf({ flag: 'pick', label: null, stars: 1, favourite: false, by: clara, at: 2 }))
    expect(replica.content().marks[clara]?.stars).toBe(3)
    expect(replica.rebuild(() => 101)).toEqual([])
    expect(replica.content().marks[clara]).toMatchObject({ flag: 'pick', stars: 3 })
    replica.takeState(bytesOf({ flag: null, label: null, stars: 3, favourite: false, by: clara, at: 2 }))
    expect(replica.rebuild(() => 102).map(({ order }) => order)).toEqual([1])
    expect(replica.waiting).toBe(0)
    replica.act(starred(2, { stars: 5 }), () => 103)
    replica.undo(replica.entries)
    replica.rebuild(() => 104)
    expect([replica.waiting, replica.content().marks[clara]?.stars]).toEqual([0, 3])
  })
})
