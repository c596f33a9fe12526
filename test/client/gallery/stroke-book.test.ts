/** @jest-environment node */
import { afterEach, expect, jest, test } from '@jest/globals'
import fc from 'fast-check'
import { StrokeBook, strokeWord } from '../../../client/gallery/stroke-book.ts'
import type { DrawingId, GalleryId, PersonId, PhotoId, VersionId } from '../../../common/ids.ts'
import { presenceBytes } from '../../../common/limits.ts'
import type { PresenceState, PresenceStroke } from '../../../common/protocol/live.ts'
import { type Point, packPoints, unpackPoints } from '../../../common/sheet/geometry.ts'
import { drawingTextLength } from '../../../common/sheet/schema.ts'

const gallery = 'g_00000000000000000001' as GalleryId
const photo = 'p_00000000000000000001' as PhotoId
const mara = 'v_00000000000000000001' as PersonId
const looks = {
  id: 'd_00000000000000000001' as DrawingId,
  teamOnly: false,
  version: 'f_00000000000000000001' as VersionId,
  tool: 'pen',
  colour: '#ff0000',
  width: 0.005,
} as const

const word = (points: readonly Point[], pressure: readonly number[] = []) => strokeWord({ ...looks, points, pressure }, 'shared')
const says = (stroke: PresenceStroke | null): PresenceState => ({ seat: 's1', person: mara, name: 'Mara', staff: false, photo, stroke })
const hear = (book: StrokeBook, stroke: PresenceStroke | null) => book.take({ gallery, changed: [says(stroke)], gone: [] })

/** As they are on the wire. */
const packed = (points: readonly Point[]) => unpackPoints(packPoints(points))
const stroke = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })), {
  minLength: 1,
  maxLength: 300,
})

afterEach(() => {
  jest.useRealTimers()
})

test('[DRAW-13] however long the steps between words, whoever hears enough of them has the whole stroke', () => {
  fc.assert(
    fc.property(
      stroke,
      fc.array(fc.record({ step: fc.integer({ min: 1, max: 20 }), lost: fc.boolean() }), { minLength: 1 }),
      (points, words) => {
        const book = new StrokeBook()
        hear(book, word(points.slice(0, 1)))
        let length = 1
        let lost = 0
        for (let i = 0; length < points.length; i++) {
          const next = words[i % words.length] ?? { step: 1, lost: false }
          length = Math.min(points.length, length + next.step)
          lost = next.lost && lost < 2 && length < points.length ? lost + 1 : 0
          if (lost === 0) hear(book, word(points.slice(0, length)))
        }
        hear(book, word(points))
        expect(book.all()[0]?.points).toEqual(packed(points))
      },
    ),
  )
})

test('[DRAW-13] who comes late, or misses much, has what follows in its place and nothing that was not drawn', () => {
  const line: Point[] = Array.from({ length: 300 }, (_, i) => [i / 300, 0.5])
  const book = new StrokeBook()
  hear(book, word(line))
  const heard = book.all()[0]?.points ?? []
  expect(heard).toHaveLength(300)
  expect(heard.slice(-64)).toEqual(packed(line.slice(-64)))
  for (const point of heard) expect(packed(line)).toContainEqual(point)
})

test('[DRAW-13] another stroke begins anew, and a finished one stays until the sheet brings it', () => {
  jest.useFakeTimers()
  const book = new StrokeBook()
  const told: number[] = []
  book.listen(() => told.push(book.all().length))
  hear(
    book,
    word(
      [
        [0, 0],
        [1, 1],
      ],
      [10, 20],
    ),
  )
  expect(book.all()[0]).toMatchObject({ person: mara, name: 'Mara', photo, tool: 'pen', pressure: [10, 20] })
  hear(book, { ...word([[0.5, 0.5]]), id: 'd_00000000000000000002' as DrawingId })
  expect(book.all()[0]?.points).toHaveLength(1)
  hear(book, null)
  expect(book.all()).toHaveLength(1)
  jest.advanceTimersByTime(3_000)
  expect(book.all()).toEqual([])
  hear(book, word([[0, 0]]))
  book.take({ gallery, changed: [], gone: ['s1'] })
  expect(book.all()).toEqual([])
  expect(told.length).toBeGreaterThan(0)
})

test('[DRAW-13] a word with everything else said fits into what presence may be', () => {
  const points: Point[] = Array.from({ length: 2_000 }, (_, i) => [i / 2_000, 1 / 3])
  const say = {
    gallery,
    photo,
    pointer: [1 / 3, 2 / 3],
    rect: [1 / 3, 2 / 3, 1 / 7, 1 / 9],
    stroke: {
      ...word(
        points,
        points.map(() => 255),
      ),
      audience: `person:${mara}`,
      width: 1 / 300,
      tool: 'highlight',
    },
  }
  expect(JSON.stringify(say).length).toBeLessThan(presenceBytes)
})

test('[DRAW-44] words of others are there as far as they are written, and gone at once when they are given up or their writer goes', () => {
  const book = new StrokeBook()
  const written = (text: string) => strokeWord({ ...looks, tool: 'text', points: [[0.25, 0.5]], pressure: [], text }, 'shared')
  hear(book, written('Brig'))
  hear(book, written('Brighter'))
  expect(book.all()).toMatchObject([{ text: 'Brighter', tool: 'text' }])
  hear(book, written(''))
  expect(book.all()).toEqual([])
  hear(book, written('Darker'))
  book.take({ gallery, changed: [], gone: ['s1'] })
  expect(book.all()).toEqual([])
  const longest = { gallery, photo, pointer: [0.12345, 0.12345], on: photo, laser: false, stroke: written('ä'.repeat(drawingTextLength)) }
  expect(JSON.stringify(longest).length).toBeLessThan(presenceBytes)
})
