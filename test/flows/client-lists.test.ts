/** Lists as a page fills them: in batches, without a connection, and beside a stock Yjs program. */
import { expect, test } from '@jest/globals'
import { fillingsOf } from '../../client/lists/filling.ts'
import type { GalleryCommand } from '../../common/gallery/commands.ts'
import { listId } from '../../common/gallery/selection.ts'
import type { GalleryId, PhotoId, SelectionId } from '../../common/ids.ts'
import { edit } from '../../common/sheet/edit.ts'
import { readSheet } from '../../common/sheet/read.ts'
import { pageHouse } from '../helpers/page-house.ts'
import { joinByYjs } from '../helpers/proofing-story.ts'
import { type Page, scenery } from '../helpers/store-room.ts'

const house = pageHouse()

const album = 'q_00000000000000000001' as SelectionId

async function begin(feedback: 'private' | 'collaborative', max: number) {
  const made = await scenery(house.server, house.owner, { photos: 4, feedback })
  const clara = await made.guest('mainClient', 'Clara Winter')
  const who = { roles: ['mainClient' as const], links: [], persons: [] }
  const request = { min: 1, max, deadline: null, closes: true, note: '', who }
  await ask(made.gallery, { type: 'selection:add', id: album, name: 'Album', order: 1, request })
  return { ...made, clara }
}

async function ask(gallery: GalleryId, command: GalleryCommand): Promise<void> {
  const done = await house.server.galleries.perform({ gallery, by: house.owner.person, commandId: null, command })
  if (!done.ok) throw new Error(done.refusal.code)
}

async function open(cookie: string, gallery: GalleryId): Promise<Page> {
  const page = house.page(cookie, gallery)
  await page.until((store) => store.view().selections.length === 1)
  return page
}
const inList = (page: Page): number =>
  [...fillingsOf(page.store.view(), (photo) => page.store.marks(photo), 0).values()][0]?.photos.length ?? 0
const first = (photos: readonly PhotoId[]): PhotoId => {
  const [photo] = photos
  if (!photo) throw new Error('no photo')
  return photo
}

test('[CHOICE-34] a batch is one act, seen at once by the photographer, and taken back by one undo', async () => {
  const { gallery, photos, clara } = await begin('private', 4)
  const [desk, page] = [await open(house.owner.cookie, gallery), await open(clara.cookie, gallery)]
  page.store.actions.pick(album, photos, true)
  expect(inList(page)).toBe(4)
  await desk.until(() => inList(desk) === 4)
  const filling = [...fillingsOf(desk.store.view(), (photo) => desk.store.marks(photo), 0).values()][0]
  expect(filling?.audience).toBe(`person:${clara.person}`)
  expect(filling?.photos.map(({ id }) => id)).toEqual(photos)
  page.store.actions.undo()
  expect(inList(page)).toBe(0)
  await desk.until(() => inList(desk) === 0)
})

test('[CHOICE-34] picks made without a connection arrive; those over the end are taken back one by one, with the reason', async () => {
  const { gallery, photos, clara } = await begin('private', 2)
  const page = await open(clara.cookie, gallery)
  const refused: string[] = []
  page.store.onNotice((notice) => {
    if (notice.type === 'refused') refused.push(`${notice.photo} ${notice.refusal.code}`)
  })
  page.unplug()
  await page.until((store) => store.view().status !== 'open')
  for (const photo of photos) page.store.actions.pick(album, [photo], true)
  expect(inList(page)).toBe(4)
  page.plug()
  await page.until((store) => store.view().saved === 'saved' && refused.length === 2)
  expect(inList(page)).toBe(2)
  const out = photos.filter((photo) => page.store.marks(photo).picks.length === 0)
  expect(refused.sort()).toEqual(out.map((photo) => `${photo} list-full`).sort())
})

test('[CHOICE-34] what was done offline to a list that is locked meanwhile is refused with its reason', async () => {
  const { gallery, photos, clara } = await begin('private', 4)
  const [page, other] = [await open(clara.cookie, gallery), await open(clara.cookie, gallery)]
  other.store.actions.pick(album, [first(photos)], true)
  await other.until((store) => store.view().saved === 'saved')
  await page.until(() => inList(page) === 1)
  const refused: string[] = []
  page.store.onNotice((notice) => {
    if (notice.type === 'refused') refused.push(notice.refusal.code)
  })
  page.unplug()
  await page.until((store) => store.view().status !== 'open')
  page.store.actions.pick(album, [first(photos)], false)
  expect(await other.store.actions.do({ type: 'selection:submit', id: album, photos: [first(photos)], note: '' })).toMatchObject({
    ok: true,
  })
  page.plug()
  await page.until((store) => store.view().saved === 'saved' && refused.length === 1)
  expect(refused).toEqual(['list-sent'])
  expect(inList(page)).toBe(1)
  expect(page.store.view().submissions.get(listId(album, `person:${clara.person}`))?.open).toBe(false)
})

test('[CHOICE-35] a stock Yjs program picks like everybody, and is undone where the list has no room', async () => {
  const { gallery, photos, clara } = await begin('collaborative', 1)
  const page = await open(clara.cookie, gallery)
  const [one, two] = [photos[0] as PhotoId, photos[1] as PhotoId]
  const [a, b] = [await joinByYjs(house.server, clara, one), await joinByYjs(house.server, clara, two)]
  const who = { person: clara.person, key: clara.person, at: Date.now() }
  edit(a.doc, { type: 'pick:add', selection: album }, who)
  await page.until((store) => store.marks(one).picks.length === 1)
  edit(b.doc, { type: 'pick:add', selection: album }, who)
  expect(Object.keys(readSheet(b.doc).picks)).toHaveLength(1)
  await new Promise<void>((resolve) => {
    const look = () => Object.keys(readSheet(b.doc).picks).length === 0 && resolve()
    b.doc.on('update', look)
    look()
  })
  expect(page.store.marks(two).picks).toEqual([])
  a.leave()
  b.leave()
})
