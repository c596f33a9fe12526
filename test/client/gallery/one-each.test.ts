import { expect, test } from '@jest/globals'
import type { Here } from '../../../client/gallery/gallery-view.ts'
import { oneEach } from '../../../client/gallery/one-each.ts'

const seat = (seat: string, person: string, photo: string | null) => ({ seat, person, photo }) as unknown as Here

test('several pages of one person are one, on the photo of the page that spoke last', () => {
  const here = [seat('a', 'clara', 'p1'), seat('b', 'noah', null), seat('c', 'clara', 'p2'), seat('d', 'clara', null)]
  expect(oneEach(here).map(({ person, photo }) => [person, photo])).toEqual([
    ['clara', 'p2'],
    ['noah', null],
  ])
})
