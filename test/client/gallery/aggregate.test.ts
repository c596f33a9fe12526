import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { aggregateOf } from '../../../client/gallery/aggregate.ts'
import type { PhotoMarks } from '../../../client/gallery/gallery-view.ts'
import { through } from '../../../client/gallery/lens.ts'
import { MarkTotals } from '../../../client/gallery/mark-totals.ts'
import { noMark, noMarks } from '../../../client/gallery/summary.ts'
import type { PersonId, PhotoId } from '../../../common/ids.ts'
import type { Mark, Stars } from '../../../common/sheet/shape.ts'
import { photographer, photoIdOf, visitorIdOf } from '../../helpers/sample-gallery.ts'

const [anna, bob, clara] = [visitorIdOf(1), visitorIdOf(2), visitorIdOf(3)]
const mark = (by: PersonId, more: Partial<Mark>): Mark => ({ ...noMark, by, at: 1, ...more })
const marks = (all: readonly Mark[], more: Partial<PhotoMarks> = {}): PhotoMarks => ({
  ...noMarks,
  byPerson: new Map(all.map((one) => [one.by, one])),
  ...more,
})
const house = mark(photographer, { flag: 'pick', stars: 5 })

test('[MARK-7] picks of those who could, mean of the stars that were given, hearts and rejects; the studio’s own is apart', () => {
  const all = marks(
    [
      mark(bob, { flag: 'pick', stars: 5, at: 2 }),
      mark(anna, { flag: 'pick', favourite: true, at: 1 }),
      mark(clara, { flag: 'reject', stars: 2 }),
    ],
    { house },
  )
  expect(aggregateOf(all, [anna, bob, clara, visitorIdOf(4), visitorIdOf(5)])).toEqual({
    picks: [anna, bob],
    rejects: 1,
    favourites: 1,
    stars: { mean: 3.5, by: 2 },
    of: 5,
  })
  expect(aggregateOf(all, [anna])).toMatchObject({ of: 3 })
  expect(aggregateOf(marks([], { house }), null)).toEqual({ picks: [], rejects: 0, favourites: 0, stars: null, of: null })
})

test('[MARK-8] everybody, one person, oneself or the studio', () => {
  const mine = mark(anna, { flag: 'pick' })
  const seen = marks([mine, mark(bob, { stars: 3 })], { mine, house: null })
  expect(through(seen, null, anna)).toBe(seen)
  expect(through(seen, bob, anna)).toMatchObject({ mine: noMark, byPerson: new Map([[bob, mark(bob, { stars: 3 })]]) })
  expect(through(seen, anna, anna)).toMatchObject({ mine, byPerson: new Map([[anna, mine]]) })
  expect(through(seen, clara, anna).byPerson.size).toBe(0)
  const desk = marks([mark(bob, { stars: 3 })], { mine: house, house })
  expect(through(desk, 'studio', photographer)).toMatchObject({ mine: house, house, byPerson: new Map() })
  expect(through(desk, bob, photographer)).toMatchObject({ mine: noMark, house: null })
})

test('[MARK-9] counting on after each mark comes to the same as counting anew', () => {
  const photos = [1, 2, 3, 4].map((n) => ({ id: photoIdOf(n) }))
  const some = fc.array(
    fc.record({
      by: fc.constantFrom(anna, bob, clara),
      flag: fc.constantFrom('pick' as const, 'reject' as const, null),
      stars: fc.constantFrom<Stars>(0, 3),
      favourite: fc.boolean(),
    }),
    { maxLength: 3 },
  )
  const step = fc.record({ photo: fc.constantFrom(...photos.map(({ id }) => id)), all: some, comments: fc.nat(2), drawings: fc.nat(1) })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const now = new Map<PhotoId, PhotoMarks>()
      const listeners: ((photo: PhotoId | null) => void)[] = []
      const source = {
        marks: (photo: PhotoId) => now.get(photo) ?? noMarks,
        onMarks: (listener: (photo: PhotoId | null) => void) => {
          listeners.push(listener)
          return () => undefined
        },
      }
      const totals = new MarkTotals(source)
      totals.read(photos)
      for (const [at, { photo, all, comments, drawings }] of steps.entries()) {
        const byPerson = all.map((one) => mark(one.by, one))
        now.set(photo, marks(byPerson, { comments, drawings, mine: byPerson.find(({ by }) => by === anna) ?? noMark }))
        for (const told of listeners) told(at % 4 === 3 ? null : photo)
        expect(totals.read(photos)).toEqual(new MarkTotals(source).read(photos))
      }
      expect(totals.read(photos)).toBe(totals.read(photos))
    }),
  )
})
