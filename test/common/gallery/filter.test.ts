import { describe, expect, test } from '@jest/globals'
import { noFilter } from '../../../common/gallery/filter.ts'
import { isFiltering } from '../../../common/gallery/wall-address.ts'
import { anna, bob, mark, marks, stays } from '../../helpers/filter-photos.ts'
import { sceneIdOf, visitorIdOf } from '../../helpers/sample-gallery.ts'

test('[FILTER-1] without a filter every photo stays', () => {
  expect([stays({}), stays({}, marks([[anna, { flag: 'reject' }]]))]).toEqual([true, true])
  expect([isFiltering(noFilter), isFiltering({ ...noFilter, stars: 1 }), isFiltering({ ...noFilter, names: ' , ' })]).toEqual([
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
