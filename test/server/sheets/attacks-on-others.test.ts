/** What one update could do to other people. Written byte by byte: refused, the sheet's bytes unchanged, and honest work goes on. */
import { expect, test } from '@jest/globals'
import * as Y from 'yjs'
import type { DrawingId } from '../../../common/ids.ts'
import { readSheet } from '../../../common/sheet/read.ts'
import { any, gc, item, kind, number, skip, update } from './raw.ts'
import { besiege, expectRefused, mark, next, ownMark, send } from './siege.ts'
import { anna, bert, contentOf, id, pia, version } from './studio.ts'

const siege = besiege()

test('[SHEET-10] eleven bytes cannot delete what somebody will write later', () =>
  expectRefused(siege(), update({ deletes: [{ client: siege().victim.client, ranges: [[100, 1_000_000]] }] }), 'stale'))

test('[SHEET-10] a delete range may not begin inside and reach beyond what is known', () =>
  expectRefused(siege(), update({ deletes: [{ client: siege().victim.client, ranges: [[0, 1_000_000]] }] }), 'stale'))

test('[SHEET-11] nobody can take the place of another person’s next edits', async () => {
  const next = Y.getState(siege().victim.doc.store, siege().victim.client)
  for (const struct of [gc(1_000), skip(1_000), item({ kind: kind.deleted, parent: 'marks', sub: anna, content: number(9) })]) {
    const forged = update({ clients: [{ client: siege().victim.client, clock: next, structs: [struct] }] })
    const outcome = await send(siege().attacker, forged)
    expect(outcome).toMatchObject({ ok: false })
  }
  await expectRefused(siege(), update({ clients: [{ client: siege().victim.client, clock: next, structs: [ownMark()] }] }), 'not-yourself')
})

test('[SHEET-12] a delete set alone cannot wipe another author’s words', async () => {
  const ranges = [[0, Y.getState(siege().victim.doc.store, siege().victim.client)]] as const
  await expectRefused(siege(), update({ deletes: [{ client: siege().victim.client, ranges }] }), ['not-yourself', 'not-allowed'])
})

test('[SHEET-12] nor a single letter of them', async () => {
  for (let clock = 0; clock < Y.getState(siege().victim.doc.store, siege().victim.client); clock++) {
    const outcome = await send(siege().attacker, update({ deletes: [{ client: siege().victim.client, ranges: [[clock, 1]] }] }))
    // Clock 0 is the first mark, which is still the current one; every other place belongs to the comment or is gone already.
    if (!outcome.ok) expect(['not-yourself', 'not-allowed', 'malformed']).toContain(outcome.refusal.code)
  }
  expect(readSheet(contentOf(siege().sheets.state(siege().attacker.sheet)))).toEqual(readSheet(siege().victim.doc))
})

test('[SHEET-13] after a refused update the next one of the same client is refused too', async () => {
  const forged = update(next(siege(), item({ kind: kind.any, parent: 'marks', sub: anna, content: any(mark) })))
  const after = update({ clients: [{ client: siege().attacker.client, clock: 1, structs: [ownMark()] }] })
  expect(await Promise.all([send(siege().attacker, forged), send(siege().attacker, after)])).toMatchObject([
    { ok: false, refusal: { code: 'not-yourself' } },
    { ok: false, refusal: { code: 'stale' } },
  ])
  await expectRefused(siege(), after, 'stale')
})

test('[SHEET-14] a push in a shared buffer cannot read what lies beside it', async () => {
  const secret = 'the secret of somebody else'
  const honest = update(next(siege(), item({ kind: kind.any, parent: 'marks', sub: bert, content: any('x') })))
  const pool = new Uint8Array(honest.length + 200)
  const cut = update(next(siege(), item({ kind: kind.string, parent: 'marks', sub: bert, content: number(100) })))
  const open = cut.subarray(0, cut.length - 1)
  pool.set(open)
  pool.set(new TextEncoder().encode(secret.repeat(4)), open.length)
  await expectRefused(siege(), pool.subarray(0, open.length), 'malformed')
})

test('[SHEET-28] ids of others are refused, ids of a house and of nobody too', async () => {
  for (const client of [siege().victim.client, 2 ** 31 - 2, 4_000_000_000]) {
    const outcome = await send(
      siege().attacker,
      update({ clients: [{ client, clock: client === siege().victim.client ? 99 : 0, structs: [ownMark()] }] }),
    )
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'not-yourself' } })
  }
  expect(await siege().sheets.claim(bert, siege().victim.client)).toBe(false)
  expect(await siege().sheets.claim(bert, 2 ** 31 - 2)).toBe(false)
  expect(await siege().sheets.claim(bert, 4_000_000_000)).toBe(true)
  expect(await siege().sheets.claim(pia, 4_000_000_000)).toBe(false)
})

test('[DRAW-1] nobody moves, recolours or signs the drawing of another author', async () => {
  const key = id<DrawingId>('d', 'arrow')
  const stroke = {
    version,
    tool: 'pen',
    colour: null,
    width: 0.01,
    points: new Uint8Array(8),
    pressure: new Uint8Array(),
    text: null,
  } as const
  const made = siege().victim.make({ type: 'drawing:add', id: key, ...stroke })
  expect(await send(siege().victim, made)).toEqual({ ok: true })
  for (const change of [{ points: new Uint8Array(4) }, { colour: '#ff0000' }, { width: 0.5 }, { author: bert }, { hidden: true }]) {
    siege().attacker.restart(siege().sheets.state(siege().attacker.sheet))
    const map = siege().attacker.doc.getMap('drawings')
    map.set(key, { ...(map.get(key) as object), ...change })
    await expectRefused(siege(), Y.mergeUpdates(siege().attacker.sent.splice(0)), 'not-yourself')
  }
})
