import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { facetsOf } from '../../../common/gallery/facets.ts'
import type { Filter, Surroundings } from '../../../common/gallery/filter.ts'
import { findNames } from '../../../common/gallery/names.ts'
import { anna, bob, mark, marks, one, photo, stays } from '../../helpers/filter-photos.ts'
import { photoIdOf } from '../../helpers/sample-gallery.ts'

describe('[FILTER-5] names as they are pasted', () => {
  const wall = ['PRF_0012.jpg', 'PRF_0013.jpg', 'IMG 7 (2).jpg', 'Other_0012.tif', 'bare.jpg'].map((name, i) => photo(i + 1, name))
  const found = (text: string) => {
    const { found: ids, missing, asked } = findNames(text, wall)
    return { names: wall.filter(({ id }) => ids.has(id)).map(({ cameraName }) => cameraName), missing, asked }
  }
  test.each([
    'PRF_0012.jpg',
    'prf_0012',
    'PRF_0012.NEF',
    ' PRF_0012 ,',
    '"PRF_0012.jpg"',
    '/card/DCIM/PRF_0012.jpg',
    'C:\\card\\PRF_0012.jpg',
    'PRF_0012.jpg\nprf_0012.NEF',
  ])('%j is one name and finds its photo', (text) => {
    expect(found(text)).toEqual({ names: ['PRF_0012.jpg'], missing: [], asked: 1 })
  })
  test('numbers alone find whatever carries them, unless a photo is called so', () => {
    expect(found('12').names).toEqual(['PRF_0012.jpg', 'Other_0012.tif'])
    expect(found('0013').names).toEqual(['PRF_0013.jpg'])
    expect(findNames('12', [...wall, photo(9, '12.jpg')]).found).toEqual(new Set([photoIdOf(9)]))
  })
  test('blanks part names, unless a photo is called so', () => {
    expect(found('PRF_0012 PRF_0013').names).toEqual(['PRF_0012.jpg', 'PRF_0013.jpg'])
    expect(found('img 7 (2).jpg; bare').names).toEqual(['IMG 7 (2).jpg', 'bare.jpg'])
  })
  test('what is not here is said as it was pasted, each once', () => {
    expect(found('PRF_0012.jpg, PRF_9.jpg\nprf_9.NEF\tPRF_00 999')).toEqual({
      names: ['PRF_0012.jpg'],
      missing: ['PRF_9.jpg', 'PRF_00', '999'],
      asked: 4,
    })
  })
  test.each([
    ['- PRF_0012.jpg\n• PRF_0013', ['PRF_0012.jpg', 'PRF_0013.jpg']],
    ['1. PRF_0013.jpg\n2) bare', ['PRF_0013.jpg', 'bare.jpg']],
    ['„PRF_0012“, ‘bare’ (PRF_0013).', ['PRF_0012.jpg', 'PRF_0013.jpg', 'bare.jpg']],
    ['#0013!', ['PRF_0013.jpg']],
    ['\u200bPRF_0013\u200e.jpg', ['PRF_0013.jpg']],
    ['PRF_0013-Edit.psd', ['PRF_0013.jpg']],
    ['PRF_0013_bw-2.tif', ['PRF_0013.jpg']],
    ['img 7 (2) (1).jpg', ['IMG 7 (2).jpg']],
    ['12-13', ['PRF_0012.jpg', 'PRF_0013.jpg', 'Other_0012.tif']],
    ['0012–0013', ['PRF_0012.jpg', 'PRF_0013.jpg', 'Other_0012.tif']],
  ])('%j as it stands in a mail leaves nothing unfound', (text, names) => {
    expect(found(text)).toMatchObject({ names, missing: [] })
  })
  test('a name with a comma is one name, and letters count the same however they are put together', () => {
    const odd = [photo(1, 'Smith, Jane 01.jpg'), photo(2, 'Müller_2.jpg'.normalize('NFC'))]
    expect([...findNames('smith, jane 01.jpg', odd).found]).toEqual([photoIdOf(1)])
    expect([...findNames('Müller_2.jpg'.normalize('NFD'), odd).found]).toEqual([photoIdOf(2)])
  })
  test('nothing is guessed: a number with a dash, a beginning without a number, a range that is not here', () => {
    for (const text of ['2026-11', 'PRF_', 'PRF-Edit', '12-99', '13-12', 'PRF_0099-Edit']) expect(found(text)).toMatchObject({ names: [] })
  })
  test('a list filters by what it finds, and nothing pasted filters nothing', () => {
    const left = (names: string) => wall.filter((of) => stays({ names }, marks(), of, { photos: wall })).length
    expect([left('PRF_0012'), left('12'), left('nothing'), left(' ,; ')]).toEqual([1, 2, 0, 5])
  })
  test('every name of a gallery finds its photo', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.stringMatching(/^[A-Za-z]{1,4}[ _-]?\d{1,5}$/), { selector: (name) => name.toLowerCase(), minLength: 1 }),
        (names) => {
          const photos = names.map((name, i) => photo(i, `${name}.jpg`))
          const all = findNames(names.map((name) => `${name}.CR3`).join('\n'), photos)
          expect([all.found.size, all.missing]).toEqual([names.length, []])
        },
      ),
    )
  })
})

describe('[FIND-1] free search', () => {
  const said = photo(3, 'PRF_0003.jpg', { caption: 'Über dem Fjörd, früh', keywords: ['Harbour', 'boats'] })
  test.each([
    ['fjord', true],
    ['FJÖRD uber', true],
    ['harb boat', true],
    ['0003 früh', true],
    ['harbour sunset', false],
    ['', true],
  ])('%j: %s', (words, expected) => expect(stays({ words }, marks(), said)).toBe(expected))
})

test('[FIND-2] keyword, camera and days of capture, both days included', () => {
  const shot = photo(4, 'PRF_0004.jpg', { camera: 'Nikon D850', keywords: ['boats'], takenAt: Date.UTC(2026, 4, 31, 23, 59) })
  const left = (filter: Partial<Filter>, of = shot) => stays(filter, marks(), of)
  expect([left({ keyword: 'boats' }), left({ keyword: 'boat' }), left({ camera: 'Nikon D850' }), left({ camera: 'Leica Q3' })]).toEqual([
    true,
    false,
    true,
    false,
  ])
  expect([left({ from: '2026-05-31', to: '2026-05-31' }), left({ to: '2026-05-30' }), left({ from: '2026-06-01' })]).toEqual([
    true,
    false,
    false,
  ])
  expect([left({ from: '1990-01-01' }, one), left({ to: '2090-01-01' }, one)]).toEqual([false, false])
})

test('[FIND-3] new since the last visit: photos that came, and those others touched', () => {
  const left = (lastVisit: number | null, touched = 0) => stays({ fresh: true }, marks([], { touched }), one, { lastVisit })
  expect([left(null), left(99), left(100), left(100, 101), left(100, 100)]).toEqual([true, true, false, true, false])
})

test('[FIND-4] whose marks the wall shows count where the filter names nobody', () => {
  const both = marks([[anna, { flag: 'pick' }]], { house: mark({ stars: 4, by: bob }) })
  const left = (whose: Surroundings['whose'], filter: Partial<Filter>) => stays(filter, both, one, { whose })
  expect([
    left(anna, { flag: 'pick' }),
    left(bob, { flag: 'pick' }),
    left('studio', { flag: 'pick' }),
    left('studio', { stars: 4 }),
  ]).toEqual([true, false, false, true])
  expect([left(bob, {}), left(bob, { person: anna, flag: 'pick' }), left(null, { person: bob, stars: 4 })]).toEqual([true, true, true])
})

test('[FIND-5] facets are counted over the photos given: often ones first, days in order', () => {
  const taken = (at: number) => ({ takenAt: Date.UTC(2026, 0, at) })
  const counted = facetsOf([
    photo(1, 'a', { camera: 'B', keywords: ['x', 'x', 'y'], ...taken(2) }),
    photo(2, 'b', { camera: 'A', keywords: ['x'], ...taken(1) }),
    photo(3, 'c', { camera: 'A', ...taken(2) }),
    photo(4, 'd'),
  ])
  expect(counted).toEqual({
    cameras: [
      { value: 'A', count: 2 },
      { value: 'B', count: 1 },
    ],
    keywords: [
      { value: 'x', count: 2 },
      { value: 'y', count: 1 },
    ],
    days: [
      { value: '2026-01-01', count: 1 },
      { value: '2026-01-02', count: 2 },
    ],
  })
  expect(facetsOf([])).toEqual({ cameras: [], keywords: [], days: [] })
})
