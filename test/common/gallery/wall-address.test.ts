import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Filter, Whose } from '../../../common/gallery/filter.ts'
import {
  filterPairs,
  isFiltering,
  plainWall,
  sortNames,
  type WallAddress,
  wallFrom,
  wallNames,
  wallPairs,
} from '../../../common/gallery/wall-address.ts'
import { labels } from '../../../common/sheet/shape.ts'
import { anna } from '../../helpers/filter-photos.ts'
import { sceneIdOf, selectionIdOf } from '../../helpers/sample-gallery.ts'

const text = fc.oneof(fc.constantFrom('a&b=c#d?é', 'Nikon D850', ' '), fc.string({ maxLength: 8 }))
const day = fc.option(
  fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }).map((at) => at.toISOString().slice(0, 10)),
)
const person = fc.constantFrom(anna, null)
const filters: fc.Arbitrary<Filter> = fc.record({
  flag: fc.constantFrom('pick', 'reject', 'none', null),
  labels: fc.subarray([...labels, 'none'] as const),
  stars: fc.constantFrom(0, 1, 2, 3, 4, 5),
  favourite: fc.boolean(),
  person,
  commented: fc.boolean(),
  unresolved: fc.boolean(),
  drawn: fc.boolean(),
  fresh: fc.boolean(),
  scene: fc.constantFrom(sceneIdOf(1), null),
  list: fc.constantFrom(selectionIdOf(1), null),
  keyword: fc.option(text.filter((value) => value !== '')),
  camera: fc.option(text.filter((value) => value !== '')),
  from: day,
  to: day,
  words: text.map((value) => value.trim()),
  names: fc.constantFrom('', 'PRF_1, PRF_2', 'a&b=c#d?é\nf'),
})
const walls: fc.Arbitrary<WallAddress> = fc.record({
  filter: filters,
  sort: fc.record({ by: fc.constantFrom(...sortNames), reverse: fc.boolean() }),
  whose: fc.constantFrom<Whose>(anna, 'studio', null),
})

test('[FILTER-6] how a wall hangs survives the address of its page, and needs nothing else in it', () => {
  fc.assert(
    fc.property(walls, (wall) => {
      const pairs = wallPairs(wall)
      expect(wallFrom(new URLSearchParams(new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString()))).toEqual(wall)
      expect(pairs.every(([name]) => wallNames.includes(name))).toBe(true)
      expect(isFiltering(wall.filter)).toBe(filterPairs(wall.filter).length > 0)
    }),
  )
  expect(wallPairs(plainWall)).toEqual([])
  expect(
    wallFrom([
      ['sort', 'best'],
      ['from', '2026-02-31'],
      ['tab', 'share'],
      ['person', 'me'],
    ]),
  ).toEqual(plainWall)
})
