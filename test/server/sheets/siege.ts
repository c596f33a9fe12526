/** A sheet under attack: somebody's honest work on it, and somebody who sends whatever they like. */
import { afterAll, beforeAll, beforeEach, expect } from '@jest/globals'
import * as Y from 'yjs'
import type { CommentId, GalleryId, PhotoId } from '../../../common/ids.ts'
import { readSheet } from '../../../common/sheet/read.ts'
import type { OpenSheets, PushOutcome } from '../../../server/sheets/api.ts'
import { any, item, kind, type number, type RawUpdate } from './raw.ts'
import { anna, bert, contentOf, galleryState, id, openShelf, type Shelf, sheetsOn, start, type Writer, writerOn } from './studio.ts'

export const said = id<CommentId>('c', 'said')
export const mark = { flag: 'pick', label: null, stars: 0, favourite: false, by: bert, at: start }

export type Write = ReturnType<typeof number>
export const both =
  (first: Write, second: Write): Write =>
  (encoder) => {
    first(encoder)
    second(encoder)
  }
export const ownMark = (value: unknown = mark): Write => item({ kind: kind.any, parent: 'marks', sub: bert, content: any(value) })

export const send = (from: Writer, sent: Uint8Array, more = {}): Promise<PushOutcome> =>
  from.send(sent, { state: galleryState({ photos: [from.sheet.split('/')[0] as PhotoId] }), ...more })

export interface Siege {
  readonly shelf: Shelf
  readonly sheets: OpenSheets
  /** Wrote a mark and a comment. */
  readonly victim: Writer
  readonly attacker: Writer
}

/** A new sheet for every test of a file. */
export function besiege(): () => Siege {
  let house: Pick<Siege, 'shelf' | 'sheets'> | null = null
  let siege: Siege | null = null
  let round = 0
  beforeAll(async () => {
    const shelf = await openShelf()
    house = { shelf, sheets: await sheetsOn(shelf.store).open('g_00000000000000000000' as GalleryId) }
  })
  afterAll(async () => {
    await house?.sheets.close()
    await house?.shelf.end()
  })
  beforeEach(async () => {
    if (!house) throw new Error('no house')
    const sheet = `${id<PhotoId>('p', `round${++round}`)}/shared` as const
    const victim = await writerOn(house.sheets, anna, sheet)
    await send(victim, victim.make({ type: 'mark:set', stars: 5 }))
    const words = { body: 'The veil is lovely', parent: null, place: null, version: null, drawing: null, mentions: [] }
    await send(victim, victim.make({ type: 'comment:add', id: said, ...words }))
    siege = { ...house, victim, attacker: await writerOn(house.sheets, bert, sheet) }
  })
  return () => {
    if (!siege) throw new Error('no siege')
    return siege
  }
}

/** Refused with this code, nothing changed in memory or in the journal, and both go on. */
export async function expectRefused(siege: Siege, sent: Uint8Array, code: string | readonly string[], more = {}): Promise<void> {
  const { sheets, shelf, attacker, victim } = siege
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

/** Structs at the attacker's next clock. */
export const next = ({ attacker }: Siege, ...structs: readonly Write[]): RawUpdate => ({
  clients: [{ client: attacker.client, clock: Y.getState(attacker.doc.store, attacker.client), structs }],
})

/** Where the body of the victim's comment stands. */
export function bodyOf({ victim }: Siege): readonly [number, number] {
  const comment = victim.doc.getMap('comments').get(said)
  const body = comment instanceof Y.Map ? comment.get('body') : null
  return idOf(body instanceof Y.Text ? body._item : null)
}

/** Where the victim's mark, or comment, stands. */
export const entryOf = ({ victim }: Siege, root: 'marks' | 'comments', key: string): readonly [number, number] =>
  idOf(victim.doc.getMap(root)._map.get(key))

const idOf = (found: Y.Item | null | undefined): readonly [number, number] => [found?.id.client ?? 0, found?.id.clock ?? 0]
