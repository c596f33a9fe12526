/** What one update could do to the server. Written byte by byte: refused, the sheet's bytes unchanged, and honest work goes on. */
import { expect, test } from '@jest/globals'
import * as Y from 'yjs'
import { gc, item, kind, number, update } from './raw.ts'
import { besiege, expectRefused, mark, next, ownMark, send } from './siege.ts'
import { bert } from './studio.ts'

const siege = besiege()

test('[SHEET-15] a few bytes cannot announce millions of structs', async () => {
  await expectRefused(
    siege(),
    update({ clients: [{ client: siege().attacker.client, clock: 0, structs: [], count: 2 ** 30 }] }),
    'malformed',
  )
  await expectRefused(siege(), new Uint8Array([0xff, 0xff, 0xff, 0xff, 0x0f, 0, 0]), 'malformed')
  await expectRefused(siege(), new Uint8Array([0, 0xff, 0xff, 0xff, 0xff, 0x0f]), 'malformed')
})

test('[SHEET-15] lengths that no clock could count are refused', async () => {
  for (const len of [2 ** 31, 2 ** 40, Number.MAX_SAFE_INTEGER - 1]) {
    const outcome = await send(
      siege().attacker,
      update(next(siege(), item({ kind: kind.deleted, parent: 'marks', sub: bert, content: number(len) }))),
    )
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'malformed' } })
  }
  await expectRefused(siege(), update(next(siege(), gc(2 ** 31))), 'malformed')
})

test('[SHEET-16] large updates are refused unread', async () => {
  await expectRefused(siege(), new Uint8Array(200_000), 'too-large')
  await expectRefused(siege(), new Uint8Array(16 * 1024 + 1), 'too-large')
  await expectRefused(siege(), new Uint8Array(32 * 1024 + 1), 'too-large', { catchUp: true })
})

test('[SHEET-16] so are too many structs, ranges and clients', async () => {
  await expectRefused(siege(), update(next(siege(), ...Array.from({ length: 513 }, () => ownMark()))), 'too-large')
  const ranges = Array.from({ length: 513 }, (_, i) => [2 * i, 1] as const)
  await expectRefused(siege(), update({ deletes: [{ client: siege().victim.client, ranges }] }), 'too-large')
  const clients = Array.from({ length: 5 }, (_, i) => ({ client: siege().attacker.client + i, clock: 0, structs: [ownMark()] }))
  await expectRefused(siege(), update({ clients }), 'too-large')
})

test('[SHEET-17] bytes of format V2 are not taken for V1', async () => {
  const doc = new Y.Doc()
  doc.clientID = siege().attacker.client
  doc.getMap('marks').set(bert, mark)
  await expectRefused(siege(), Y.encodeStateAsUpdateV2(doc), ['malformed', 'stale', 'not-yourself'])
})

test('[SHEET-17] nothing may follow the update', () =>
  expectRefused(siege(), update({ ...next(siege(), ownMark()), trailing: new Uint8Array([0]) }), 'malformed'))

test('[SHEET-17] every cut of an honest update is refused', async () => {
  const honest = siege().attacker.make({ type: 'mark:set', flag: 'reject', stars: 4 })
  for (let end = 0; end < honest.length; end++) {
    const outcome = await send(siege().attacker, honest.slice(0, end))
    expect(outcome.ok).toBe(false)
  }
  siege().attacker.restart(siege().sheets.state(siege().attacker.sheet))
  await expectRefused(siege(), new Uint8Array(), 'malformed')
})

test('[SHEET-18] deep values are refused', async () => {
  let deep: unknown = 1
  for (let i = 0; i < 3_000; i++) deep = [deep]
  await expectRefused(siege(), update(next(siege(), ownMark(deep))), 'malformed')
  await expectRefused(siege(), update(next(siege(), ownMark({ ...mark, extra: [[[[[1]]]]] }))), 'malformed')
})
