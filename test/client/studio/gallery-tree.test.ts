import { expect, test } from '@jest/globals'
import { found, treeOf } from '../../../client/studio/gallery-tree.ts'
import type { GalleryId, PersonId } from '../../../common/ids.ts'
import type { GalleryCard } from '../../../common/protocol/http.ts'

const card = (name: string, lastActivityAt: number, parent: string | null = null): GalleryCard => ({
  id: name as GalleryId,
  account: null,
  parent: parent as GalleryId | null,
  name,
  role: 'owner',
  photos: 1,
  scenes: 1,
  cover: null,
  status: 'online',
  private: false,
  endsAt: null,
  lastActivityAt,
})
const ids = (folded: readonly string[]) => new Set(folded as readonly GalleryId[])
const ask = { folded: ids([]), here: [], sort: 'activity' } as const
const cards = [card('Old', 1), card('New', 9), card('Spring', 3, 'Old'), card('Summer', 5, 'Old'), card('Orphan', 2, 'elsewhere')]
const names = (folded: readonly string[] = []) =>
  treeOf(cards, { ...ask, folded: ids(folded) }).map(({ card: { name }, depth }) => `${'-'.repeat(depth)}${name}`)

test('[HOME-1] the latest activity stands first, galleries inside others below them, and none is lost', () => {
  expect(names()).toEqual(['New', 'Old', '-Summer', '-Spring', 'Orphan'])
  expect(names(['Old'])).toEqual(['New', 'Old', 'Orphan'])
  expect(treeOf([card('A', 1, 'A')], ask).length).toBe(1)
  expect(treeOf(cards, { ...ask, sort: 'name' }).map(({ card: { name } }) => name)).toEqual(['New', 'Old', 'Spring', 'Summer', 'Orphan'])
})

test('[HOME-3] a gallery counts the photos of all inside it, and without a cover shows the first among them', () => {
  const cover = { photo: 'p' as never, version: 'f' as never, width: 3, height: 2, thumbhash: null }
  const tree = [card('A', 9), card('B', 5, 'A'), { ...card('C', 1, 'B'), cover }, { ...card('D', 2, 'A'), cover }]
  const said = (folded: readonly string[]) =>
    treeOf(tree, { ...ask, folded: ids(folded) }).map((row) => `${row.card.name} ${row.inside} ${row.photos} ${row.covered.name}`)
  expect(said([])).toEqual(['A 2 4 C', 'B 1 2 C', 'C 0 1 C', 'D 0 1 D'])
  expect(said(['A'])).toEqual(['A 2 4 C'])
})

test('[HOME-2] a search finds galleries whose name holds every word, in any case', () => {
  expect(found([card('Weingut Kaltenbach', 1), card('Kalter See', 2)], 'kalt wein').map(({ name }) => name)).toEqual(['Weingut Kaltenbach'])
  expect(found(cards, ' ').length).toBe(cards.length)
})

test('[HOME-4] a gallery shows who is in it and in those inside it, each person once, and the latest of them all', () => {
  const inside = (gallery: string, person: string) =>
    ({ gallery: gallery as GalleryId, person: person as PersonId, name: person, does: 'inside', photo: null }) as const
  const here = [inside('Summer', 'u_a'), inside('Spring', 'u_b'), inside('Old', 'u_a'), inside('New', 'u_c')]
  const said = (folded: readonly string[]) =>
    treeOf(cards, { ...ask, here, folded: ids(folded) }).map(
      (row) => `${row.card.name} ${row.here.map(({ person }) => person)} ${row.latest.name}`,
    )
  expect(said([])).toEqual(['New u_c New', 'Old u_a,u_b Summer', 'Summer u_a Summer', 'Spring u_b Spring', 'Orphan  Orphan'])
  expect(said(['Old'])[1]).toBe('Old u_a,u_b Summer')
})
