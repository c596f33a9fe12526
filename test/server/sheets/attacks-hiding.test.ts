/** What could hide in a document. Written byte by byte: refused, the sheet's bytes unchanged, and honest work goes on. */
import { expect, test } from '@jest/globals'
import { any, bytes, gc, item, kind, number, text, typeRef, update } from './raw.ts'
import { besiege, bodyOf, both, entryOf, expectRefused, mark, next, said, send, type Write } from './siege.ts'
import { anna, bert, id } from './studio.ts'

const siege = besiege()

test('[SHEET-19] no key reaches behind an object', async () => {
  for (const key of ['__proto__', 'constructor', 'prototype']) {
    for (const root of ['marks', 'picks', 'comments', 'drawings']) {
      const content = root === 'comments' ? number(typeRef.map) : any(mark)
      const outcome = await send(
        siege().attacker,
        update(next(siege(), item({ kind: root === 'comments' ? kind.type : kind.any, parent: root, sub: key, content }))),
      )
      expect(outcome).toMatchObject({ ok: false, refusal: { code: 'malformed' } })
    }
  }
  const inside = item({
    kind: kind.any,
    parent: 'marks',
    sub: bert,
    content: (encoder) => {
      number(1)(encoder)
      bytes(new Uint8Array([118, 1]))(encoder)
      text('__proto__')(encoder)
      bytes(new Uint8Array([118, 0]))(encoder)
    },
  })
  await expectRefused(siege(), update(next(siege(), inside)), 'malformed')
  expect(Object.getPrototypeOf({})).toBe(Object.prototype)
})

test('[SHEET-19] nor a key inside a comment', async () => {
  const comment = item({ kind: kind.type, parent: 'comments', sub: id('c', 'mine'), content: number(typeRef.map) })
  const field = item({ kind: kind.any, parent: [siege().attacker.client, 0], sub: '__proto__', content: any({ author: bert }) })
  await expectRefused(siege(), update(next(siege(), comment, field)), 'malformed')
})

test('[SHEET-20] unknown roots are refused', async () => {
  await expectRefused(
    siege(),
    update(next(siege(), item({ kind: kind.any, parent: 'secrets', sub: bert, content: any(mark) }))),
    'malformed',
  )
  await expectRefused(siege(), update(next(siege(), item({ kind: kind.any, parent: '', sub: bert, content: any(mark) }))), 'malformed')
})

test('[SHEET-21] list items in a map are refused', async () => {
  for (const root of ['marks', 'picks', 'comments', 'drawings']) {
    const outcome = await send(siege().attacker, update(next(siege(), item({ kind: kind.any, parent: root, content: any(mark) }))))
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'malformed' } })
  }
  const words = item({ kind: kind.string, parent: 'marks', content: text('hidden') })
  await expectRefused(siege(), update(next(siege(), words)), 'malformed')
})

test('[SHEET-21] list items in a comment are refused', async () => {
  const comment = item({ kind: kind.type, parent: 'comments', sub: id('c', 'mine'), content: number(typeRef.map) })
  const stray = item({ kind: kind.string, parent: [siege().attacker.client, 0], content: text('hidden') })
  await expectRefused(siege(), update(next(siege(), comment, stray)), 'malformed')
})

test('[SHEET-21] list items beside an entry, by its origin, are refused', async () => {
  const origin = entryOf(siege(), 'marks', anna)
  await expectRefused(siege(), update(next(siege(), item({ kind: kind.string, origin, content: text('hidden') }))), [
    'malformed',
    'not-yourself',
  ])
})

test('[SHEET-22] attributes and formats on a text are refused', async () => {
  const [client, clock] = bodyOf(siege())
  const attribute = item({ kind: kind.any, parent: [client, clock], sub: 'bold', content: any(true) })
  expect(await send(siege().attacker, update(next(siege(), attribute)))).toMatchObject({ ok: false, refusal: { code: 'malformed' } })
  const format = item({
    kind: kind.format,
    parent: [client, clock],
    content: (encoder) => {
      text('bold')(encoder)
      text('true')(encoder)
    },
  })
  await expectRefused(siege(), update(next(siege(), format)), 'malformed')
})

test('[SHEET-23] only four kinds of content exist', async () => {
  const contents = [
    {
      kind: kind.json,
      content: both(number(1), text('{}')),
    },
    {
      kind: kind.binary,
      content: both(number(2), bytes(new Uint8Array(2))),
    },
    { kind: kind.embed, content: text('{}') },
    { kind: kind.doc, content: both(text('sub'), any({})) },
  ]
  for (const content of contents) {
    const outcome = await send(siege().attacker, update(next(siege(), item({ ...content, parent: 'marks', sub: bert }))))
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'malformed' } })
  }
  await expectRefused(siege(), update(next(siege(), gc(3))), 'malformed')
})

test('[SHEET-23] only maps and texts exist, each in its place', async () => {
  for (const ref of Object.values(typeRef)) {
    const content = (encoder: Parameters<Write>[0]) => {
      number(ref)(encoder)
      if (ref === typeRef.element || ref === typeRef.hook) text('div')(encoder)
    }
    const outcome = await send(siege().attacker, update(next(siege(), item({ kind: kind.type, parent: 'marks', sub: bert, content }))))
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'malformed' } })
  }
  await expectRefused(
    siege(),
    update(next(siege(), item({ kind: kind.type, parent: 'comments', sub: said, content: number(typeRef.text) }))),
    'malformed',
  )
})

test('[SHEET-24] a comment cannot become a plain value, nor its body', async () => {
  await expectRefused(
    siege(),
    update(next(siege(), item({ kind: kind.any, parent: 'comments', sub: said, content: any({ author: bert }) }))),
    'malformed',
  )
  const body = item({ kind: kind.any, parent: entryOf(siege(), 'comments', said), sub: 'body', content: any('forged') })
  await expectRefused(siege(), update(next(siege(), body)), ['malformed', 'not-yourself'])
})

test('[SHEET-24] a comment cannot be replaced by another author’s', () =>
  expectRefused(siege(), update(next(siege(), item({ kind: kind.type, parent: 'comments', sub: said, content: number(typeRef.map) }))), [
    'malformed',
    'not-yourself',
  ]))
