/** What could leave a document half changed, or make documents differ. Written byte by byte: refused, the sheet's bytes unchanged, and honest work goes on. */
import { expect, test } from '@jest/globals'
import { any, item, kind, number, text, update } from './raw.ts'
import { besiege, bodyOf, entryOf, expectRefused, mark, next, ownMark, send } from './siege.ts'
import { anna, bert } from './studio.ts'

const siege = besiege()

test('[SHEET-25] gaps and unknown places are refused before anything is applied', async () => {
  await expectRefused(siege(), update({ clients: [{ client: siege().attacker.client, clock: 7, structs: [ownMark()] }] }), 'stale')
  await expectRefused(
    siege(),
    update(next(siege(), item({ kind: kind.any, origin: [siege().victim.client, 10_000], content: any(mark) }))),
    'stale',
  )
  await expectRefused(siege(), update(next(siege(), item({ kind: kind.any, right: [999_999, 0], content: any(mark) }))), 'stale')
  await expectRefused(siege(), update(next(siege(), item({ kind: kind.any, parent: [999_999, 0], sub: 'at', content: any(1) }))), 'stale')
})

test('[SHEET-25] a struct cannot hang on itself or on a later one', async () => {
  await expectRefused(
    siege(),
    update(next(siege(), item({ kind: kind.any, origin: [siege().attacker.client, 0], content: any(mark) }))),
    'stale',
  )
  await expectRefused(
    siege(),
    update(next(siege(), item({ kind: kind.any, origin: [siege().attacker.client, 1], content: any(mark) }), ownMark())),
    'stale',
  )
})

test('[SHEET-25] two clients cannot wait for each other', async () => {
  const other = siege().attacker.client + 1
  const clients = [
    { client: other, clock: 0, structs: [item({ kind: kind.any, origin: [siege().attacker.client, 0] as const, content: any(mark) })] },
    { client: siege().attacker.client, clock: 0, structs: [item({ kind: kind.any, origin: [other, 0] as const, content: any(mark) })] },
  ]
  await expectRefused(siege(), update({ clients }), ['malformed', 'stale'])
})

test('[SHEET-25] something that is no type cannot hold anything', async () => {
  const parent = entryOf(siege(), 'marks', anna)
  await expectRefused(siege(), update(next(siege(), item({ kind: kind.any, parent, sub: 'x', content: any(1) }))), 'malformed')
})

test('[SHEET-26] structs without length and clients told twice are refused', async () => {
  await expectRefused(siege(), update(next(siege(), item({ kind: kind.any, parent: 'marks', sub: bert, content: any() }))), 'malformed')
  await expectRefused(
    siege(),
    update(next(siege(), item({ kind: kind.deleted, parent: 'marks', sub: bert, content: number(0) }))),
    'malformed',
  )
  const section = { client: siege().attacker.client, structs: [ownMark()] }
  await expectRefused(
    siege(),
    update({
      clients: [
        { ...section, clock: 0 },
        { ...section, clock: 1 },
      ],
    }),
    ['malformed', 'stale'],
  )
  const between = { client: siege().attacker.client + 1, clock: 0, structs: [ownMark()] }
  await expectRefused(siege(), update({ clients: [{ ...section, clock: 0 }, between, { ...section, clock: 1 }] }), 'malformed')
})

test('[SHEET-26] delete ranges are sorted and do not overlap', async () => {
  for (const ranges of [
    [
      [2, 1],
      [0, 1],
    ],
    [
      [0, 2],
      [1, 1],
    ],
    [[0, 0]],
  ] as const) {
    const outcome = await send(siege().attacker, update({ deletes: [{ client: siege().victim.client, ranges }] }))
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'malformed' } })
  }
  await expectRefused(siege(), update({ deletes: [{ client: siege().victim.client, ranges: [[3, 0]] }] }), 'malformed')
})

test('[SHEET-27] several values in one entry are refused', () =>
  expectRefused(
    siege(),
    update(next(siege(), item({ kind: kind.any, parent: 'marks', sub: bert, content: any(mark, mark) }))),
    'malformed',
  ))

test('[SHEET-29] nothing is written before an entry that stands', () =>
  expectRefused(
    siege(),
    update(next(siege(), item({ kind: kind.any, right: entryOf(siege(), 'marks', anna), content: any(mark) }))),
    'malformed',
  ))

test('[SHEET-29] neighbours stand in one place', async () => {
  const [client, clock] = bodyOf(siege())
  const letter = [client, clock + 1] as const
  await expectRefused(
    siege(),
    update(next(siege(), item({ kind: kind.string, origin: letter, right: entryOf(siege(), 'marks', anna), content: text('x') }))),
    'malformed',
  )
  await expectRefused(siege(), update(next(siege(), item({ kind: kind.any, origin: letter, content: any(1) }))), 'malformed')
  await expectRefused(
    siege(),
    update(next(siege(), item({ kind: kind.string, origin: entryOf(siege(), 'marks', anna), content: text('x') }))),
    'malformed',
  )
})

test('[SHEET-29] what begins in known pieces goes on where the last of them stands', async () => {
  const { attacker } = siege()
  await send(attacker, attacker.make({ type: 'mark:set', stars: 3 }))
  const [client, clock] = bodyOf(siege())
  const inWords = item({ kind: kind.string, right: [client, clock + 1], content: text('forged') })
  await expectRefused(siege(), update({ clients: [{ client: attacker.client, clock: 0, structs: [inWords] }] }), 'malformed')
})
