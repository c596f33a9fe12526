import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { ordered } from '../../../client/gallery/photo-order.ts'
import { noMarks } from '../../../client/gallery/summary.ts'
import type { Mark } from '../../../common/sheet/shape.ts'
import type { SeenPhoto } from '../../../common/visibility/seen.ts'
import { noCapture, photoIdOf, sceneIdOf, versionIdOf, visitorIdOf } from '../../helpers/sample-gallery.ts'

const photo = (n: number, cameraName: string, takenAt: number | null, addedAt: number): SeenPhoto => ({
  kind: 'photo',
  id: photoIdOf(n),
  scene: sceneIdOf(1),
  cameraName,
  order: n,
  state: 'ready',
  addedAt,
  versions: [{ id: versionIdOf(n), n: 1, width: 3, height: 2, thumbhash: null, capture: { ...noCapture, takenAt } }],
})
const wall = [photo(1, 'PRF_10.jpg', 30, 1), photo(2, 'PRF_9.jpg', 10, 3), photo(3, 'prf_10.jpg', 20, 2)]
const set = (n: number, more: Partial<Mark>): Mark => ({
  flag: null,
  label: null,
  stars: 0,
  favourite: false,
  by: visitorIdOf(n),
  at: 0,
  ...more,
})
const marksOf = (given: Readonly<Record<string, readonly Mark[]>>) => (id: string) => ({
  ...noMarks,
  byPerson: new Map((given[id] ?? []).map((one) => [one.by, one])),
})
const noted = marksOf({ [photoIdOf(2)]: [set(1, { stars: 5 }), set(2, { stars: 4 })], [photoIdOf(3)]: [set(1, { flag: 'reject' })] })
const numbers = (photos: readonly SeenPhoto[]) => photos.map(({ order }) => order)

test.each([
  ['manual', [1, 2, 3], [3, 2, 1]],
  ['time', [2, 3, 1], [1, 3, 2]],
  ['name', [2, 1, 3], [1, 3, 2]],
  ['newest', [2, 3, 1], [1, 3, 2]],
  ['rating', [2, 1, 3], [3, 1, 2]],
] as const)('[FIND-6] sorted by %s, and the other way round; equal ones stay as laid', (by, forth, back) => {
  expect([numbers(ordered(wall, { by, reverse: false }, noted)), numbers(ordered(wall, { by, reverse: true }, noted))]).toEqual([
    forth,
    back,
  ])
})

test('[FIND-6] sorting keeps every photo', () => {
  const photos = fc.array(fc.record({ name: fc.string(), taken: fc.option(fc.nat()), added: fc.nat() }))
  fc.assert(
    fc.property(photos, fc.constantFrom('manual', 'time', 'name', 'newest', 'rating'), fc.boolean(), (list, by, reverse) => {
      const all = list.map(({ name, taken, added }, i) => photo(i, name, taken, added))
      expect(new Set(ordered(all, { by, reverse }, marksOf({})))).toEqual(new Set(all))
    }),
  )
})
