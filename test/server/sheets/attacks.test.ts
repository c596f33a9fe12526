/** Every attack of the design, byte by byte: refused, the sheet's bytes unchanged, and honest work goes on. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import * as Y from 'yjs'
import type { CommentId, GalleryId, PhotoId } from '../../../common/ids.ts'
import { readSheet } from '../../../common/sheet/read.ts'
import type { OpenSheets } from '../../../server/sheets/api.ts'
import { any, bytes, gc, item, kind, number, type RawUpdate, skip, text, typeRef, update } from './raw.ts'
import { anna, bert, contentOf, galleryState, id, openShelf, pia, type Shelf, sheetsOn, start, type Writer, writerOn } from './studio.ts'

let shelf: Shelf
let sheets: OpenSheets
let victim: Writer
let attacker: Writer
let round = 0
const said = id<CommentId>('c', 'said')
const mark = { flag: 'pick', label: null, stars: 0, favourite: false, by: bert, at: start }

beforeAll(async () => {
  shelf = await openShelf()
  sheets = await sheetsOn(shelf.store).open('g_00000000000000000000' as GalleryId)
})
afterAll(async () => {
  await sheets.close()
  await shelf.end()
})
beforeEach(async () => {
  const photo = id<PhotoId>('p', `round${++round}`)
  const sheet = `${photo}/shared` as const
  victim = await writerOn(sheets, anna, sheet)
  await send(victim, victim.make({ type: 'mark:set', stars: 5 }))
  await send(
    victim,
    victim.make({
      type: 'comment:add',
      id: said,
      body: 'The veil is lovely',
      parent: null,
      place: null,
      version: null,
      drawing: null,
      mentions: [],
    }),
  )
  attacker = await writerOn(sheets, bert, sheet)
})

const send = (from: Writer, sent: Uint8Array, more = {}) =>
  from.send(sent, { state: galleryState({ photos: [from.sheet.split('/')[0] as PhotoId] }), ...more })

/** Refused with this code, nothing changed in memory or in the journal, and both go on. */
async function expectRefused(sent: Uint8Array, code: string | readonly string[], more = {}): Promise<void> {
  const before = sheets.state(attacker.sheet)
  const kept = await shelf.store.journal.loadSheet(attacker.sheet)
  const outcome = await send(attacker, sent, more)
  expect(outcome).toMatchObject({ ok: false, refusal: { code: typeof code === 'string' ? code : expect.stringMatching(code.join('|')) } })
  if (!outcome.ok) expect(readSheet(contentOf(outcome.state))).toEqual(readSheet(contentOf(before)))
  expect(await shelf.store.journal.loadSheet(attacker.sheet)).toEqual(kept)
  attacker.restart(sheets.state(attacker.sheet))
  expect(await send(attacker, attacker.make({ type: 'mark:set', stars: 2 }))).toEqual({ ok: true })
  expect(await send(victim, victim.make({ type: 'mark:set', label: 'green' }))).toEqual({ ok: true })
  const content = readSheet(contentOf(sheets.state(attacker.sheet)))
  expect(content.marks[anna]).toMatchObject({ stars: 5, label: 'green' })
  expect(content.marks[bert]).toMatchObject({ stars: 2, flag: null })
  expect(content.comments[said]?.body).toBe('The veil is lovely')
  expect(Object.keys(content.comments)).toEqual([said])
}

const mine = (...structs: NonNullable<RawUpdate['clients']>[number]['structs']): RawUpdate => ({
  clients: [{ client: attacker.client, clock: Y.getState(attacker.doc.store, attacker.client), structs }],
})
type Write = ReturnType<typeof number>
const both =
  (first: Write, second: Write): Write =>
  (encoder) => {
    first(encoder)
    second(encoder)
  }
const ownMark = (value: unknown = mark) => item({ kind: kind.any, parent: 'marks', sub: bert, content: any(value) })

describe('what one update could do to others', () => {
  test('[SHEET-10] eleven bytes cannot delete what somebody will write later', () =>
    expectRefused(update({ deletes: [{ client: victim.client, ranges: [[100, 1_000_000]] }] }), 'stale'))

  test('[SHEET-10] a delete range may not begin inside and reach beyond what is known', () =>
    expectRefused(update({ deletes: [{ client: victim.client, ranges: [[0, 1_000_000]] }] }), 'stale'))

  test('[SHEET-11] nobody can take the place of another person’s next edits', async () => {
    const next = Y.getState(victim.doc.store, victim.client)
    for (const struct of [gc(1_000), skip(1_000), item({ kind: kind.deleted, parent: 'marks', sub: anna, content: number(9) })]) {
      const forged = update({ clients: [{ client: victim.client, clock: next, structs: [struct] }] })
      const outcome = await send(attacker, forged)
      expect(outcome).toMatchObject({ ok: false })
    }
    await expectRefused(update({ clients: [{ client: victim.client, clock: next, structs: [ownMark()] }] }), 'not-yourself')
  })

  test('[SHEET-12] a delete set alone cannot wipe another author’s words', async () => {
    const ranges = [[0, Y.getState(victim.doc.store, victim.client)]] as const
    await expectRefused(update({ deletes: [{ client: victim.client, ranges }] }), ['not-yourself', 'not-allowed'])
  })

  test('[SHEET-12] nor a single letter of them', async () => {
    for (let clock = 0; clock < Y.getState(victim.doc.store, victim.client); clock++) {
      const outcome = await send(attacker, update({ deletes: [{ client: victim.client, ranges: [[clock, 1]] }] }))
      // Clock 0 is the first mark, which is still the current one; every other place belongs to the comment or is gone already.
      if (!outcome.ok) expect(['not-yourself', 'not-allowed', 'malformed']).toContain(outcome.refusal.code)
    }
    expect(readSheet(contentOf(sheets.state(attacker.sheet)))).toEqual(readSheet(victim.doc))
  })

  test('[SHEET-13] after a refused update the next one of the same client is refused too', async () => {
    const forged = update(mine(item({ kind: kind.any, parent: 'marks', sub: anna, content: any(mark) })))
    const after = update({ clients: [{ client: attacker.client, clock: 1, structs: [ownMark()] }] })
    expect(await Promise.all([send(attacker, forged), send(attacker, after)])).toMatchObject([
      { ok: false, refusal: { code: 'not-yourself' } },
      { ok: false, refusal: { code: 'stale' } },
    ])
    await expectRefused(after, 'stale')
  })

  test('[SHEET-14] a push in a shared buffer cannot read what lies beside it', async () => {
    const secret = 'the secret of somebody else'
    const honest = update(mine(item({ kind: kind.any, parent: 'marks', sub: bert, content: any('x') })))
    const pool = new Uint8Array(honest.length + 200)
    const cut = update(mine(item({ kind: kind.string, parent: 'marks', sub: bert, content: number(100) })))
    const open = cut.subarray(0, cut.length - 1)
    pool.set(open)
    pool.set(new TextEncoder().encode(secret.repeat(4)), open.length)
    await expectRefused(pool.subarray(0, open.length), 'malformed')
  })
})

describe('what one update could do to the server', () => {
  test('[SHEET-15] a few bytes cannot announce millions of structs', async () => {
    await expectRefused(update({ clients: [{ client: attacker.client, clock: 0, structs: [], count: 2 ** 30 }] }), 'malformed')
    await expectRefused(new Uint8Array([0xff, 0xff, 0xff, 0xff, 0x0f, 0, 0]), 'malformed')
    await expectRefused(new Uint8Array([0, 0xff, 0xff, 0xff, 0xff, 0x0f]), 'malformed')
  })

  test('[SHEET-15] lengths that no clock could count are refused', async () => {
    for (const len of [2 ** 31, 2 ** 40, Number.MAX_SAFE_INTEGER - 1]) {
      const outcome = await send(attacker, update(mine(item({ kind: kind.deleted, parent: 'marks', sub: bert, content: number(len) }))))
      expect(outcome).toMatchObject({ ok: false, refusal: { code: 'malformed' } })
    }
    await expectRefused(update(mine(gc(2 ** 31))), 'malformed')
  })

  test('[SHEET-16] large updates are refused unread', async () => {
    await expectRefused(new Uint8Array(200_000), 'too-large')
    await expectRefused(new Uint8Array(16 * 1024 + 1), 'too-large')
    await expectRefused(new Uint8Array(32 * 1024 + 1), 'too-large', { catchUp: true })
  })

  test('[SHEET-16] so are too many structs, ranges and clients', async () => {
    await expectRefused(update(mine(...Array.from({ length: 513 }, () => ownMark()))), 'too-large')
    const ranges = Array.from({ length: 513 }, (_, i) => [2 * i, 1] as const)
    await expectRefused(update({ deletes: [{ client: victim.client, ranges }] }), 'too-large')
    const clients = Array.from({ length: 5 }, (_, i) => ({ client: attacker.client + i, clock: 0, structs: [ownMark()] }))
    await expectRefused(update({ clients }), 'too-large')
  })

  test('[SHEET-17] bytes of format V2 are not taken for V1', async () => {
    const doc = new Y.Doc()
    doc.clientID = attacker.client
    doc.getMap('marks').set(bert, mark)
    await expectRefused(Y.encodeStateAsUpdateV2(doc), ['malformed', 'stale', 'not-yourself'])
  })

  test('[SHEET-17] nothing may follow the update', () =>
    expectRefused(update({ ...mine(ownMark()), trailing: new Uint8Array([0]) }), 'malformed'))

  test('[SHEET-17] every cut of an honest update is refused', async () => {
    const honest = attacker.make({ type: 'mark:set', flag: 'reject', stars: 4 })
    for (let end = 0; end < honest.length; end++) {
      const outcome = await send(attacker, honest.slice(0, end))
      expect(outcome.ok).toBe(false)
    }
    attacker.restart(sheets.state(attacker.sheet))
    await expectRefused(new Uint8Array(), 'malformed')
  })

  test('[SHEET-18] deep values are refused', async () => {
    let deep: unknown = 1
    for (let i = 0; i < 3_000; i++) deep = [deep]
    await expectRefused(update(mine(ownMark(deep))), 'malformed')
    await expectRefused(update(mine(ownMark({ ...mark, extra: [[[[[1]]]]] }))), 'malformed')
  })
})

describe('what could hide in a document', () => {
  test('[SHEET-19] no key reaches behind an object', async () => {
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      for (const root of ['marks', 'picks', 'comments', 'drawings']) {
        const content = root === 'comments' ? number(typeRef.map) : any(mark)
        const outcome = await send(
          attacker,
          update(mine(item({ kind: root === 'comments' ? kind.type : kind.any, parent: root, sub: key, content }))),
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
    await expectRefused(update(mine(inside)), 'malformed')
    expect(Object.getPrototypeOf({})).toBe(Object.prototype)
  })

  test('[SHEET-19] nor a key inside a comment', async () => {
    const comment = item({ kind: kind.type, parent: 'comments', sub: id('c', 'mine'), content: number(typeRef.map) })
    const field = item({ kind: kind.any, parent: [attacker.client, 0], sub: '__proto__', content: any({ author: bert }) })
    await expectRefused(update(mine(comment, field)), 'malformed')
  })

  test('[SHEET-20] unknown roots are refused', async () => {
    await expectRefused(update(mine(item({ kind: kind.any, parent: 'secrets', sub: bert, content: any(mark) }))), 'malformed')
    await expectRefused(update(mine(item({ kind: kind.any, parent: '', sub: bert, content: any(mark) }))), 'malformed')
  })

  test('[SHEET-21] list items in a map are refused', async () => {
    for (const root of ['marks', 'picks', 'comments', 'drawings']) {
      const outcome = await send(attacker, update(mine(item({ kind: kind.any, parent: root, content: any(mark) }))))
      expect(outcome).toMatchObject({ ok: false, refusal: { code: 'malformed' } })
    }
    const words = item({ kind: kind.string, parent: 'marks', content: text('hidden') })
    await expectRefused(update(mine(words)), 'malformed')
  })

  test('[SHEET-21] list items in a comment are refused', async () => {
    const comment = item({ kind: kind.type, parent: 'comments', sub: id('c', 'mine'), content: number(typeRef.map) })
    const stray = item({ kind: kind.string, parent: [attacker.client, 0], content: text('hidden') })
    await expectRefused(update(mine(comment, stray)), 'malformed')
  })

  test('[SHEET-21] list items beside an entry, by its origin, are refused', async () => {
    const first = victim.doc.getMap('marks')._map.get(anna)?.id
    const origin = [first?.client ?? 0, first?.clock ?? 0] as const
    await expectRefused(update(mine(item({ kind: kind.string, origin, content: text('hidden') }))), ['malformed', 'not-yourself'])
  })

  test('[SHEET-22] attributes and formats on a text are refused', async () => {
    const [client, clock] = bodyOf(victim)
    const attribute = item({ kind: kind.any, parent: [client, clock], sub: 'bold', content: any(true) })
    expect(await send(attacker, update(mine(attribute)))).toMatchObject({ ok: false, refusal: { code: 'malformed' } })
    const format = item({
      kind: kind.format,
      parent: [client, clock],
      content: (encoder) => {
        text('bold')(encoder)
        text('true')(encoder)
      },
    })
    await expectRefused(update(mine(format)), 'malformed')
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
      const outcome = await send(attacker, update(mine(item({ ...content, parent: 'marks', sub: bert }))))
      expect(outcome).toMatchObject({ ok: false, refusal: { code: 'malformed' } })
    }
    await expectRefused(update(mine(gc(3))), 'malformed')
  })

  test('[SHEET-23] only maps and texts exist, each in its place', async () => {
    for (const ref of Object.values(typeRef)) {
      const content = (encoder: Parameters<Write>[0]) => {
        number(ref)(encoder)
        if (ref === typeRef.element || ref === typeRef.hook) text('div')(encoder)
      }
      const outcome = await send(attacker, update(mine(item({ kind: kind.type, parent: 'marks', sub: bert, content }))))
      expect(outcome).toMatchObject({ ok: false, refusal: { code: 'malformed' } })
    }
    await expectRefused(update(mine(item({ kind: kind.type, parent: 'comments', sub: said, content: number(typeRef.text) }))), 'malformed')
  })

  test('[SHEET-24] a comment cannot become a plain value, nor its body', async () => {
    await expectRefused(update(mine(item({ kind: kind.any, parent: 'comments', sub: said, content: any({ author: bert }) }))), 'malformed')
    const comment = victim.doc.getMap('comments')._map.get(said)?.id
    const body = item({ kind: kind.any, parent: [comment?.client ?? 0, comment?.clock ?? 0], sub: 'body', content: any('forged') })
    await expectRefused(update(mine(body)), ['malformed', 'not-yourself'])
  })

  test('[SHEET-24] a comment cannot be replaced by another author’s', () =>
    expectRefused(update(mine(item({ kind: kind.type, parent: 'comments', sub: said, content: number(typeRef.map) }))), [
      'malformed',
      'not-yourself',
    ]))
})

describe('what could leave a document half changed', () => {
  test('[SHEET-25] gaps and unknown places are refused before anything is applied', async () => {
    await expectRefused(update({ clients: [{ client: attacker.client, clock: 7, structs: [ownMark()] }] }), 'stale')
    await expectRefused(update(mine(item({ kind: kind.any, origin: [victim.client, 10_000], content: any(mark) }))), 'stale')
    await expectRefused(update(mine(item({ kind: kind.any, right: [999_999, 0], content: any(mark) }))), 'stale')
    await expectRefused(update(mine(item({ kind: kind.any, parent: [999_999, 0], sub: 'at', content: any(1) }))), 'stale')
  })

  test('[SHEET-25] a struct cannot hang on itself or on a later one', async () => {
    await expectRefused(update(mine(item({ kind: kind.any, origin: [attacker.client, 0], content: any(mark) }))), 'stale')
    await expectRefused(update(mine(item({ kind: kind.any, origin: [attacker.client, 1], content: any(mark) }), ownMark())), 'stale')
  })

  test('[SHEET-25] two clients cannot wait for each other', async () => {
    const other = attacker.client + 1
    const clients = [
      { client: other, clock: 0, structs: [item({ kind: kind.any, origin: [attacker.client, 0] as const, content: any(mark) })] },
      { client: attacker.client, clock: 0, structs: [item({ kind: kind.any, origin: [other, 0] as const, content: any(mark) })] },
    ]
    await expectRefused(update({ clients }), ['malformed', 'stale'])
  })

  test('[SHEET-25] something that is no type cannot hold anything', async () => {
    const first = victim.doc.getMap('marks')._map.get(anna)?.id
    const parent = [first?.client ?? 0, first?.clock ?? 0] as const
    await expectRefused(update(mine(item({ kind: kind.any, parent, sub: 'x', content: any(1) }))), 'malformed')
  })

  test('[SHEET-26] structs without length and clients told twice are refused', async () => {
    await expectRefused(update(mine(item({ kind: kind.any, parent: 'marks', sub: bert, content: any() }))), 'malformed')
    await expectRefused(update(mine(item({ kind: kind.deleted, parent: 'marks', sub: bert, content: number(0) }))), 'malformed')
    const section = { client: attacker.client, structs: [ownMark()] }
    await expectRefused(
      update({
        clients: [
          { ...section, clock: 0 },
          { ...section, clock: 1 },
        ],
      }),
      ['malformed', 'stale'],
    )
    const between = { client: attacker.client + 1, clock: 0, structs: [ownMark()] }
    await expectRefused(update({ clients: [{ ...section, clock: 0 }, between, { ...section, clock: 1 }] }), 'malformed')
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
      const outcome = await send(attacker, update({ deletes: [{ client: victim.client, ranges }] }))
      expect(outcome).toMatchObject({ ok: false, refusal: { code: 'malformed' } })
    }
    await expectRefused(update({ deletes: [{ client: victim.client, ranges: [[3, 0]] }] }), 'malformed')
  })

  test('[SHEET-27] several values in one entry are refused', () =>
    expectRefused(update(mine(item({ kind: kind.any, parent: 'marks', sub: bert, content: any(mark, mark) }))), 'malformed'))
})

describe('what could make documents differ', () => {
  const place = (writer: Writer) => {
    const first = writer.doc.getMap('marks')._map.get(anna)?.id
    return [first?.client ?? 0, first?.clock ?? 0] as const
  }

  test('[SHEET-29] nothing is written before an entry that stands', () =>
    expectRefused(update(mine(item({ kind: kind.any, right: place(victim), content: any(mark) }))), 'malformed'))

  test('[SHEET-29] neighbours stand in one place', async () => {
    const [client, clock] = bodyOf(victim)
    const letter = [client, clock + 1] as const
    await expectRefused(update(mine(item({ kind: kind.string, origin: letter, right: place(victim), content: text('x') }))), 'malformed')
    await expectRefused(update(mine(item({ kind: kind.any, origin: letter, content: any(1) }))), 'malformed')
    await expectRefused(update(mine(item({ kind: kind.string, origin: place(victim), content: text('x') }))), 'malformed')
  })
})

test('[SHEET-28] ids of others are refused, ids of a house and of nobody too', async () => {
  for (const client of [victim.client, 2 ** 31 - 2, 4_000_000_000]) {
    const outcome = await send(attacker, update({ clients: [{ client, clock: client === victim.client ? 99 : 0, structs: [ownMark()] }] }))
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'not-yourself' } })
  }
  expect(await sheets.claim(bert, victim.client)).toBe(false)
  expect(await sheets.claim(bert, 2 ** 31 - 2)).toBe(false)
  expect(await sheets.claim(bert, 4_000_000_000)).toBe(true)
  expect(await sheets.claim(pia, 4_000_000_000)).toBe(false)
})

function bodyOf(writer: Writer): readonly [number, number] {
  const comment = writer.doc.getMap('comments').get(said)
  const body = comment instanceof Y.Map ? comment.get('body') : null
  const found = body instanceof Y.Text ? body._item?.id : null
  return [found?.client ?? 0, found?.clock ?? 0]
}
