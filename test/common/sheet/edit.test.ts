import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import * as Y from 'yjs'
import type { CommentId, DrawingId } from '../../../common/ids.ts'
import { type SheetCommand, sheetCommand } from '../../../common/sheet/commands.ts'
import { edit } from '../../../common/sheet/edit.ts'
import { boundsOf, distanceTo, packPoints, simplify, unpackPoints } from '../../../common/sheet/geometry.ts'
import { readSheet } from '../../../common/sheet/read.ts'
import { anna, bert, id, start, version } from '../../server/sheets/studio.ts'

const said = id<CommentId>('c', 'said')
const arrow = id<DrawingId>('d', 'arrow')
const words = { parent: null, place: null, version: null, drawing: null, mentions: [] }
const who = (person = anna) => ({ person, key: person, at: start })
const added: SheetCommand = { type: 'comment:add', id: said, body: 'Lovely veil', ...words }
const drawn: SheetCommand = {
  type: 'drawing:add',
  id: arrow,
  version,
  tool: 'arrow',
  colour: null,
  width: 0.01,
  points: packPoints([
    [0.1, 0.2],
    [0.3, 0.4],
  ]),
  pressure: new Uint8Array(),
  text: null,
}

test('a mark keeps what a command does not name', () => {
  const doc = new Y.Doc()
  edit(doc, { type: 'mark:set', flag: 'pick', stars: 3 }, who())
  edit(doc, { type: 'mark:set', label: 'red', flag: undefined }, who())
  edit(doc, { type: 'mark:set', flag: null }, who())
  expect(readSheet(doc).marks).toEqual({ [anna]: { flag: null, label: 'red', stars: 3, favourite: false, by: anna, at: start } })
})

test('[SHEET-50] a command done twice, or to something that is gone, changes nothing', () => {
  const doc = new Y.Doc()
  const commands: SheetCommand[] = [
    { type: 'mark:set', stars: 4 },
    added,
    drawn,
    { type: 'comment:edit', id: said, body: 'Lovely' },
    { type: 'comment:resolve', id: said, resolved: true },
    { type: 'drawing:change', id: arrow, width: 0.02, colour: '#00ff00' },
    { type: 'drawing:hide', id: arrow, hidden: true },
    { type: 'comment:delete', id: said },
    { type: 'drawing:delete', id: arrow },
  ]
  const missing: SheetCommand[] = [
    { type: 'comment:edit', id: id<CommentId>('c', 'none'), body: 'x' },
    { type: 'comment:delete', id: id<CommentId>('c', 'none') },
    { type: 'comment:resolve', id: id<CommentId>('c', 'none'), resolved: true },
    { type: 'drawing:hide', id: arrow, hidden: false },
    { type: 'drawing:change', id: arrow, width: 0.03 },
    { type: 'comment:edit', id: said, body: 'after its end' },
  ]
  for (const command of commands) edit(doc, command, who())
  const before = Y.encodeStateAsUpdate(doc)
  for (const command of [...missing, commands[0], added, { type: 'comment:delete', id: said } as const])
    if (command) edit(doc, command, who())
  expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
  expect(readSheet(doc)).toMatchObject({ comments: { [said]: { body: '', deleted: start, mentions: [] } }, drawings: {} })
})

test('[SHEET-51] an edit keeps words written elsewhere at the same time', () => {
  const [one, two] = [new Y.Doc(), new Y.Doc()]
  edit(one, added, who())
  Y.applyUpdate(two, Y.encodeStateAsUpdate(one))
  edit(one, { type: 'comment:edit', id: said, body: 'Very lovely veil' }, who())
  edit(two, { type: 'comment:edit', id: said, body: 'Lovely veil, bride' }, who())
  Y.applyUpdate(one, Y.encodeStateAsUpdate(two))
  Y.applyUpdate(two, Y.encodeStateAsUpdate(one))
  expect(readSheet(one)).toEqual(readSheet(two))
  expect(readSheet(one).comments[said]?.body).toBe('Very lovely veil, bride')
})

test('[SHEET-51] any text becomes any other, character for character', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', '😀', '😁', '🙈', 'é', ' '), { minLength: 1, maxLength: 12 })
    .map((parts) => `x${parts.join('')}`)
  fc.assert(
    fc.property(text, text, (from, to) => {
      const doc = new Y.Doc()
      edit(doc, { ...added, body: from }, who())
      edit(doc, { type: 'comment:edit', id: said, body: to }, who())
      const over = new Y.Doc()
      Y.applyUpdate(over, Y.encodeStateAsUpdate(doc))
      expect(readSheet(over).comments[said]?.body).toBe(to)
    }),
    { numRuns: 300 },
  )
})

test('every command parses as itself, and odd ones do not', () => {
  for (const command of [added, drawn, { type: 'mark:set', stars: 0, label: null } as const]) {
    expect(sheetCommand.parse(command)).toEqual(command)
  }
  const odd = [
    { ...added, body: '  ' },
    { ...added, extra: 1 },
    { ...drawn, points: new Uint8Array(3) },
    { type: 'mark:set', stars: 7 },
    { type: 'mark:forget' },
    { ...added, mentions: Array(21).fill(bert) },
  ]
  for (const command of odd) expect(sheetCommand.safeParse(command).success).toBe(false)
})

test('entries that break their schema are left out', () => {
  const doc = new Y.Doc()
  doc.getMap('marks').set(anna, { stars: 9 })
  doc.getMap('comments').set(said, 'plain')
  doc.getMap('comments').set(id('c', 'half'), new Y.Map([['author', anna]]))
  expect(readSheet(doc)).toEqual({ marks: {}, picks: {}, comments: {}, drawings: {} })
})

const fraction = fc.double({ min: 0, max: 1, noNaN: true })
const points = fc.array(fc.tuple(fraction, fraction), { maxLength: 40 })

test('[SHEET-52] points come back within one 65,535th', () => {
  fc.assert(
    fc.property(points, (given) => {
      const back = unpackPoints(packPoints(given))
      expect(back).toHaveLength(given.length)
      back.forEach(([x, y], i) => {
        expect(Math.abs(x - (given[i]?.[0] ?? 9))).toBeLessThanOrEqual(1 / 65_535)
        expect(Math.abs(y - (given[i]?.[1] ?? 9))).toBeLessThanOrEqual(1 / 65_535)
      })
    }),
  )
  expect(unpackPoints(packPoints([[-1, 2]]))).toEqual([[0, 1]])
  expect(unpackPoints(packPoints([[Number.NaN, 0.5]]))[0]?.[0]).toBe(0)
})

test('a simplified line keeps its ends, and nothing left out lies further from it than allowed', () => {
  fc.assert(
    fc.property(points, fc.double({ min: 0, max: 0.2, noNaN: true }), (given, tolerance) => {
      const kept = simplify(given, tolerance)
      expect(kept[0]).toBe(given.length > 0 ? 0 : undefined)
      expect(kept.at(-1)).toBe(given.length > 0 ? given.length - 1 : undefined)
      kept.slice(1).forEach((to, i) => {
        const [from, a, b] = [kept[i] ?? 0, given[kept[i] ?? 0], given[to]]
        if (!a || !b) throw new Error('no such point')
        for (const point of given.slice(from + 1, to)) expect(distanceTo(point, a, b)).toBeLessThanOrEqual(tolerance)
      })
    }),
  )
  expect(boundsOf([])).toBeNull()
  expect(
    boundsOf([
      [0.2, 0.5],
      [0.4, 0.1],
    ]),
  ).toEqual({ left: 0.2, top: 0.1, right: 0.4, bottom: 0.5 })
})

test('[DRAW-2] a change of a drawing leaves what it does not name, also what others did meanwhile', () => {
  const doc = new Y.Doc()
  edit(doc, drawn, who())
  edit(doc, { type: 'drawing:hide', id: arrow, hidden: true }, who(bert))
  edit(doc, { type: 'drawing:change', id: arrow, points: packPoints([[1, 1]]), pressure: new Uint8Array([7]), text: undefined }, who())
  edit(doc, { type: 'drawing:change', id: arrow, colour: '#00ff00' }, who())
  const { type: _, id: __, ...stroke } = drawn
  const moved = { points: packPoints([[1, 1]]), pressure: new Uint8Array([7]), colour: '#00ff00' }
  expect(readSheet(doc).drawings[arrow]).toEqual({ ...stroke, ...moved, author: anna, at: start, hidden: true })
  const before = Y.encodeStateAsUpdate(doc)
  edit(doc, { type: 'drawing:change', id: arrow, colour: '#00ff00' }, who())
  expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
})

test('[DRAW-2] a command of a change has points and pressure that fit, or neither', () => {
  const change = (more: object) => sheetCommand.safeParse({ type: 'drawing:change', id: arrow, ...more }).success
  const points = packPoints([[0.5, 0.5]])
  expect(change({ colour: null, width: 0.01 })).toBe(true)
  expect(change({ points, pressure: new Uint8Array([1]) })).toBe(true)
  expect(change({ points, pressure: new Uint8Array() })).toBe(true)
  for (const odd of [{ points }, { pressure: new Uint8Array(1) }, { points, pressure: new Uint8Array(2) }, { hidden: true }, { width: 2 }])
    expect(change(odd)).toBe(false)
})
