import { expect, test } from '@jest/globals'
import { found, treeOf } from '../../../client/studio/gallery-tree.ts'
import type { GalleryId } from '../../../common/ids.ts'
import type { GalleryCard } from '../../../common/protocol/http.ts'

const card = (name: string, lastActivityAt: number, parent: string | null = null): GalleryCard => ({
  id: name as GalleryId,
  account: null,
  parent: parent as GalleryId | null,
  name,
  role: 'owner',
  photos: 1,
  cover: null,
  status: 'online',
  lastActivityAt,
  here: 0,
})
const cards = [card('Old', 1), card('New', 9), card('Spring', 3, 'Old'), card('Summer', 5, 'Old'), card('Orphan', 2, 'elsewhere')]
const names = (folded: readonly string[] = []) =>
  treeOf(cards, new Set(folded as GalleryId[])).map(({ card: { name }, depth }) => `${'-'.repeat(depth)}${name}`)

test('[HOME-1] the latest activity stands first, galleries inside others below them, and none is lost', () => {
  expect(names()).toEqual(['New', 'Orphan', 'Old', '-Summer', '-Spring'])
  expect(names(['Old'])).toEqual(['New', 'Orphan', 'Old'])
  expect(treeOf([card('A', 1, 'A')], new Set()).length).toBe(1)
})

test('[HOME-2] a search finds galleries whose name holds every word, in any case', () => {
  expect(found([card('Weingut Kaltenbach', 1), card('Kalter See', 2)], 'kalt wein').map(({ name }) => name)).toEqual(['Weingut Kaltenbach'])
  expect(found(cards, ' ').length).toBe(cards.length)
})
