import { describe, expect, test } from '@jest/globals'
import type { SheetSnapshot } from '../../server/ports.ts'
import type { Nodes } from './store.test.ts'
import { gallery, sheetEntry, sheetOf } from './store-samples.ts'

export function journalContract(nodes: () => Nodes): void {
  describe('journal', () => {
    appends(nodes)
    loads(nodes)
    folds(nodes)
  })
}

const snapshotOf = (text: string, seq: number, more: Partial<SheetSnapshot> = {}): SheetSnapshot => ({
  sheet: sheetOf(text),
  gallery: gallery('one'),
  epoch: 1,
  seq,
  bytes: Uint8Array.of(200, seq),
  ...more,
})

function appends(nodes: () => Nodes): void {
  test('[KEEP-8] a group is appended and comes back with every byte, in order', async () => {
    const { one, two } = nodes()
    const bytes = Uint8Array.from({ length: 256 }, (_, value) => value)
    // A view into a larger buffer: only its own bytes are kept.
    const view = new Uint8Array(new ArrayBuffer(1_000), 100, 3)
    view.set([7, 8, 9])
    const entries = [sheetEntry(sheetOf('bytes'), 1, { bytes }), sheetEntry(sheetOf('bytes'), 2, { bytes: view })]
    expect(await one.journal.append(entries)).toEqual(['ok', 'ok'])
    expect(await two.journal.loadSheet(sheetOf('bytes'))).toEqual({
      sheet: sheetOf('bytes'),
      epoch: 1,
      seq: 2,
      parts: [bytes, Uint8Array.of(7, 8, 9)],
    })
    expect(await two.journal.history(sheetOf('bytes'), 10)).toEqual(entries)
  })

  test('[KEEP-8] a conflict inside a group is answered alone; the others are kept', async () => {
    const { one, two } = nodes()
    await one.journal.append([sheetEntry(sheetOf('mid'), 1)])
    const answers = await two.journal.append([
      sheetEntry(sheetOf('midA'), 1),
      sheetEntry(sheetOf('mid'), 1, { bytes: Uint8Array.of(66) }),
      sheetEntry(sheetOf('midB'), 1),
      sheetEntry(sheetOf('mid'), 2),
    ])
    expect(answers).toEqual(['ok', 'conflict', 'ok', 'ok'])
    expect((await one.journal.loadSheet(sheetOf('mid')))?.parts).toEqual([Uint8Array.of(1, 0, 255), Uint8Array.of(2, 0, 255)])
    expect((await one.journal.loadSheet(sheetOf('midB')))?.seq).toBe(1)
  })

  test('[KEEP-8] of many nodes that append one place at the same time exactly one wins', async () => {
    const { one, two } = nodes()
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, who) =>
        (who % 2 ? one : two).journal.append([sheetEntry(sheetOf('fence'), 1, { bytes: Uint8Array.of(who) })]),
      ),
    )
    const winners = answers.flatMap(([answer], who) => (answer === 'ok' ? [who] : []))
    expect(winners).toHaveLength(1)
    expect((await one.journal.loadSheet(sheetOf('fence')))?.parts).toEqual([Uint8Array.from(winners)])
  })

  test('[KEEP-8] an empty group is no work', async () => {
    expect(await nodes().one.journal.append([])).toEqual([])
  })
}

function loads(nodes: () => Nodes): void {
  test('[KEEP-9] a gallery loads all of its sheets and none of another', async () => {
    const { one, two } = nodes()
    const mine = { gallery: gallery('mine') }
    await one.journal.append([sheetEntry(sheetOf('l1'), 1, mine), sheetEntry(sheetOf('l2'), 1, mine), sheetEntry(sheetOf('l1'), 2, mine)])
    await one.journal.append([sheetEntry(sheetOf('other'), 1, { gallery: gallery('theirs') })])
    await one.journal.fold(snapshotOf('l3', 4, mine), 0)
    const sheets = await two.journal.loadGallery(gallery('mine'))
    expect([...sheets].map(({ sheet, seq, parts }) => [sheet, seq, parts.length]).sort()).toEqual([
      [sheetOf('l1'), 2, 2],
      [sheetOf('l2'), 1, 1],
      [sheetOf('l3'), 4, 1],
    ])
    expect(await two.journal.loadGallery(gallery('empty'))).toEqual([])
    expect(await two.journal.loadSheet(sheetOf('empty'))).toBeNull()
  })

  test('[KEEP-9] history is the newest entries, oldest first', async () => {
    const { one, two } = nodes()
    await one.journal.append([1, 2, 3, 4].map((seq) => sheetEntry(sheetOf('hist'), seq)))
    await one.journal.append([sheetEntry(sheetOf('hist'), 1, { epoch: 2 })])
    expect((await two.journal.history(sheetOf('hist'), 3)).map(({ epoch, seq }) => [epoch, seq])).toEqual([
      [1, 3],
      [1, 4],
      [2, 1],
    ])
  })
}

function folds(nodes: () => Nodes): void {
  test('[KEEP-10] a fold replaces what it covers and keeps what came after', async () => {
    const { one, two } = nodes()
    await one.journal.append([1, 2, 3].map((seq) => sheetEntry(sheetOf('fold'), seq)))
    expect(await two.journal.fold(snapshotOf('fold', 2), Number.MAX_SAFE_INTEGER)).toBe(true)
    expect(await one.journal.loadSheet(sheetOf('fold'))).toEqual({
      sheet: sheetOf('fold'),
      epoch: 1,
      seq: 3,
      parts: [Uint8Array.of(200, 2), Uint8Array.of(3, 0, 255)],
    })
    expect((await one.journal.history(sheetOf('fold'), 10)).map(({ seq }) => seq)).toEqual([3])
  })

  test('[KEEP-10] entries younger than the limit stay as history and are not loaded twice', async () => {
    const { one, two } = nodes()
    await one.journal.append([1, 2, 3].map((seq) => sheetEntry(sheetOf('young'), seq)))
    await one.journal.fold(snapshotOf('young', 3), 1_002)
    expect((await two.journal.history(sheetOf('young'), 10)).map(({ seq }) => seq)).toEqual([2, 3])
    expect((await two.journal.loadSheet(sheetOf('young')))?.parts).toEqual([Uint8Array.of(200, 3)])
  })

  test('[KEEP-10] an older fold is refused and drops nothing: two folders cannot cross', async () => {
    const { one, two } = nodes()
    await one.journal.append([1, 2, 3].map((seq) => sheetEntry(sheetOf('cross'), seq)))
    expect(await one.journal.fold(snapshotOf('cross', 2), 0)).toBe(true)
    expect(await two.journal.fold(snapshotOf('cross', 1), Number.MAX_SAFE_INTEGER)).toBe(false)
    expect(await two.journal.fold(snapshotOf('cross', 2), Number.MAX_SAFE_INTEGER)).toBe(false)
    expect(await two.journal.history(sheetOf('cross'), 10)).toHaveLength(3)
    expect(await one.journal.fold(snapshotOf('cross', 0, { epoch: 2 }), 0)).toBe(true)
    expect(await two.journal.fold(snapshotOf('cross', 3), Number.MAX_SAFE_INTEGER)).toBe(false)
    expect((await one.journal.loadSheet(sheetOf('cross')))?.epoch).toBe(2)
  })

  test('[KEEP-10] of folds at the same time the newest stays', async () => {
    const { one, two } = nodes()
    const name = sheetOf('foldrace')
    await one.journal.append(Array.from({ length: 10 }, (_, place) => sheetEntry(name, place + 1)))
    await Promise.all(Array.from({ length: 10 }, (_, place) => (place % 2 ? one : two).journal.fold(snapshotOf('foldrace', place + 1), 0)))
    expect(await one.journal.loadSheet(name)).toEqual({ sheet: name, epoch: 1, seq: 10, parts: [Uint8Array.of(200, 10)] })
  })

  test('[KEEP-10] a place below a snapshot is taken for ever, though its entry was dropped', async () => {
    const { one, two } = nodes()
    await one.journal.append([1, 2].map((seq) => sheetEntry(sheetOf('late'), seq)))
    await one.journal.fold(snapshotOf('late', 2), Number.MAX_SAFE_INTEGER)
    const answers = await two.journal.append([sheetEntry(sheetOf('late'), 2, { bytes: Uint8Array.of(1) }), sheetEntry(sheetOf('late'), 3)])
    expect(answers).toEqual(['conflict', 'ok'])
    expect((await one.journal.loadSheet(sheetOf('late')))?.parts).toHaveLength(2)
  })
}
