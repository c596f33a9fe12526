import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type Filter, type FilterMarks, filterFrom, filterPairs, isFiltering, matcher, noFilter } from '../../../common/gallery/filter.ts'
import type { PersonId } from '../../../common/ids.ts'
import { labels, type Mark } from '../../../common/sheet/shape.ts'
import { sceneIdOf, visitorIdOf } from '../../helpers/sample-gallery.ts'

const [anna, bob] = [visitorIdOf(1), visitorIdOf(2)]
const mark = (over: Partial<Mark> = {}): Mark => ({ flag: null, label: null, stars: 0, favourite: false, by: anna, at: 0, ...over })
const marks = (byPerson: readonly (readonly [PersonId, Partial<Mark>])[] = [], over: Partial<FilterMarks> = {}): FilterMarks => ({
  byPerson: new Map(byPerson.map(([person, set]) => [person, mark(set)])),
  house: null,
  comments: 0,
  unresolved: 0,
  drawings: 0,
  ...over,
})
const one = { scene: sceneIdOf(1), cameraName: 'PRF_0012.jpg' }
const stays = (filter: Partial<Filter>, known = marks(), photo = one) => matcher({ ...noFilter, ...filter })(photo, known)

test('[FILTER-1] without a filter every photo stays', () => {
  expect([stays({}), stays({}, marks([[anna, { flag: 'reject' }]]))]).toEqual([true, true])
  expect([isFiltering(noFilter), isFiltering({ ...noFilter, stars: 1 }), isFiltering({ ...noFilter, text: ' , ' })]).toEqual([
    false,
    true,
    false,
  ])
})

describe('[FILTER-2] marks', () => {
  const anyMark = marks([[anna, { flag: 'pick', stars: 3, label: 'red' }]])
  test.each([
    [{ flag: 'pick' }, true],
    [{ flag: 'reject' }, false],
    [{ flag: 'none' }, false],
    [{ stars: 3 }, true],
    [{ stars: 4 }, false],
    [{ labels: ['red', 'blue'] }, true],
    [{ labels: ['blue'] }, false],
    [{ labels: ['none'] }, false],
    [{ labels: ['none', 'red'] }, true],
    [{ favourite: true }, false],
    [{ flag: 'pick', stars: 3, labels: ['red'] }, true],
    [{ flag: 'pick', stars: 4 }, false],
  ] as const)('%j of a photo that is picked, red, three stars: %s', (filter, expected) => {
    expect(stays(filter, anyMark)).toBe(expected)
  })
  test.each([
    [{ flag: 'none' }, true],
    [{ labels: ['none'] }, true],
    [{ flag: 'none', labels: ['none', 'red'] }, true],
    [{ flag: 'none', labels: ['red'] }, false],
    [{ flag: 'none', stars: 1 }, false],
    [{ favourite: true }, false],
  ] as const)('%j of a photo without marks: %s', (filter, expected) => {
    expect(stays(filter, marks())).toBe(expected)
  })
  test('are wanted of one and the same person', () => {
    const apart = marks([
      [anna, { flag: 'pick' }],
      [bob, { stars: 5 }],
    ])
    expect([stays({ flag: 'pick', stars: 5 }, apart), stays({ flag: 'pick' }, apart), stays({ stars: 5 }, apart)]).toEqual([
      false,
      true,
      true,
    ])
  })
  test('"none" means nobody', () => {
    const mixed = marks([
      [anna, { flag: 'pick', label: 'red' }],
      [bob, { favourite: true }],
    ])
    expect([stays({ flag: 'none' }, mixed), stays({ labels: ['none'] }, mixed), stays({ flag: 'none', person: bob }, mixed)]).toEqual([
      false,
      false,
      true,
    ])
  })
  test('of the studio count as well', () => {
    expect(stays({ favourite: true }, marks([], { house: mark({ favourite: true }) }))).toBe(true)
  })
})

describe('[FILTER-3] a person', () => {
  const both = marks([
    [anna, { flag: 'pick' }],
    [bob, {}],
  ])
  test('alone: photos they marked in any way', () => {
    expect([stays({ person: anna }, both), stays({ person: bob }, both), stays({ person: visitorIdOf(3) }, both)]).toEqual([
      true,
      false,
      false,
    ])
    for (const set of [{ flag: 'reject' }, { label: 'green' }, { stars: 1 }, { favourite: true }] as const) {
      expect(stays({ person: bob }, marks([[bob, set]]))).toBe(true)
    }
  })
  test('with marks: what they set', () => {
    expect([stays({ person: anna, flag: 'pick' }, both), stays({ person: bob, flag: 'pick' }, both)]).toEqual([true, false])
    expect(stays({ person: bob, favourite: true }, marks([], { house: mark({ favourite: true }) }))).toBe(false)
  })
})

test('[FILTER-4] words, drawings, scene', () => {
  const said = marks([], { comments: 2, unresolved: 1, drawings: 1 })
  for (const name of ['commented', 'unresolved', 'drawn'] as const)
    expect([stays({ [name]: true }, said), stays({ [name]: true })]).toEqual([true, false])
  expect([stays({ scene: sceneIdOf(1) }), stays({ scene: sceneIdOf(2) })]).toEqual([true, false])
})

test('[FILTER-5] names as they are pasted', () => {
  const texts = [
    'PRF_0012.jpg',
    'prf_0012',
    'PRF_0012.NEF',
    'x.jpg, PRF_0012.jpg',
    'x;y\n\tPRF_0012',
    '/card/DCIM/PRF_0012.jpg',
    'C:\\card\\PRF_0012.jpg',
    'PRF_00',
  ]
  for (const text of texts) expect([text, stays({ text })]).toEqual([text, true])
  for (const text of ['PRF_0013', '0012', 'PRF_00123', 'jpg']) expect([text, stays({ text })]).toEqual([text, false])
  expect(stays({ text: ' ,; ' })).toBe(true)
})

const filters: fc.Arbitrary<Filter> = fc.record({
  flag: fc.constantFrom('pick', 'reject', 'none', null),
  labels: fc.subarray([...labels, 'none'] as const),
  stars: fc.constantFrom(0, 1, 2, 3, 4, 5),
  favourite: fc.boolean(),
  person: fc.constantFrom(anna, null),
  commented: fc.boolean(),
  unresolved: fc.boolean(),
  drawn: fc.boolean(),
  text: fc.constantFrom('', 'PRF_1, PRF_2', 'a&b=c#d?é\nf'),
  scene: fc.constantFrom(sceneIdOf(1), null),
})

test('[FILTER-6] a filter survives the address of its page', () => {
  fc.assert(
    fc.property(filters, (filter) =>
      expect(filterFrom(new URLSearchParams(new URLSearchParams(filterPairs(filter)).toString()))).toEqual(filter),
    ),
  )
  expect(filterPairs(noFilter)).toEqual([])
})

test('[FILTER-6] an address with anything else in it filters nothing', () => {
  const address = 'flag=maybe&label=pink,,x&stars=9&person=u_1&scene=../..&favourite=yes&photo=p_1'
  expect(filterFrom(new URLSearchParams(address))).toEqual(noFilter)
})
