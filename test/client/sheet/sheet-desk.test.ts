/** @jest-environment node */
import { describe, expect, test } from '@jest/globals'
import type { Outbox } from '../../../client/sheet/outbox.ts'
import type { SheetEntry } from '../../../client/sheet/outbox-entry.ts'
import { SheetDesk } from '../../../client/sheet/sheet-desk.ts'
import { type PersonId, type PhotoId, sheetIdOf } from '../../../common/ids.ts'
import type { PushAnswer } from '../../../common/protocol/live.ts'

const person = 'v_clara000000000000000' as PersonId
const photo = (n: number) => `p_${String(n).padStart(20, '0')}` as PhotoId
const entry = (n: number, order: number): SheetEntry => ({
  kind: 'sheet',
  order,
  person,
  at: 1,
  page: 'page',
  sheet: sheetIdOf(photo(n), 'shared'),
  command: { type: 'mark:set', flag: 'pick' },
})

function openDesk() {
  const removed: number[] = []
  const answers: ((answer: PushAnswer | null) => void)[] = []
  const outbox: Outbox = {
    adopt: async () => [],
    put: () => undefined,
    remove: (orders) => void removed.push(...orders),
    refuse: () => undefined,
    putAway: () => undefined,
    refused: async () => null,
    watch: () => undefined,
    kept: async () => null,
    keep: () => undefined,
    settled: async () => undefined,
    close: async () => undefined,
  }
  const desk = new SheetDesk({
    outbox,
    send: (_, answered) => void answers.push(answered),
    events: { changed: () => undefined, waiting: () => undefined, refused: () => undefined, lost: () => undefined },
  })
  desk.joined({ sub: 1, clients: { first: 100, count: 100 }, fresh: true })
  desk.caughtUp()
  return { desk, removed, answers, orders: () => desk.entries.map(({ order }) => order) }
}

describe('acts not confirmed', () => {
  test('are told in the order they were done, and no more once saved, refused or out of sight', () => {
    const { desk, removed, answers, orders } = openDesk()
    desk.act([entry(1, 7), entry(2, 8), entry(3, 9), entry(4, 10)])
    desk.act([entry(5, 3)], { kept: true })
    expect(orders()).toEqual([3, 7, 8, 9, 10])
    answers[0]?.({ ok: true })
    expect(orders()).toEqual([3, 8, 9, 10])
    answers[1]?.({ ok: false, refusal: { code: 'not-allowed' } })
    expect(orders()).toEqual([3, 9, 10])
    expect(desk.drop(photo(3)).map(({ order }) => order)).toEqual([9])
    desk.forget(photo(4))
    expect(orders()).toEqual([3])
    // What is only out of sight stays on disk, for the day it is shared again.
    expect(removed.sort()).toEqual([7, 8, 9])
  })
})
