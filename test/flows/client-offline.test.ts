import { beforeEach, expect, test } from '@jest/globals'
import type { Notice } from '../../client/gallery/notice.ts'
import { forgetPerson, openGalleryDatabase } from '../../client/sheet/gallery-database.ts'
import type { GalleryId, PhotoId } from '../../common/ids.ts'
import { pageHouse } from '../helpers/page-house.ts'
import { keepsStorage, type Page, scenery } from '../helpers/store-room.ts'

const house = pageHouse()
beforeEach(() => keepsStorage())

const nowhere = 'http://127.0.0.1:9'
const room = async (photos: number) => {
  const made = await scenery(house.server, house.owner, { photos, feedback: 'collaborative' })
  const noah = await made.guest('guestLink', 'Noah Lind')
  return { ...made, noah, photo: made.photos[0] as PhotoId }
}
/** Opens with a connection, and closes: what was seen is kept. */
const visit = async (cookie: string, gallery: GalleryId, act: (page: Page) => void = () => undefined): Promise<void> => {
  const opened = house.page(cookie, gallery)
  await opened.until((store) => store.view().status === 'open')
  act(opened)
  await opened.until((store) => store.view().saved === 'saved')
  await opened.close()
}

test('[FLIGHT-5] a gallery opens without a connection as it was last seen, says as of when, and what is done then arrives once and in order', async () => {
  const { gallery, photos, photo, noah } = await room(3)
  await visit(noah.cookie, gallery, ({ store }) => {
    store.actions.mark([photo], { label: 'blue' })
    store.actions.comment(photo, { body: 'Seen at home' })
  })
  const away = house.page(noah.cookie, gallery, { url: nowhere })
  await away.until((store) => store.view().status === 'offline' && store.view().gallery !== null)
  const { asOf } = away.store.view()
  expect(Math.abs((asOf ?? 0) - Date.now())).toBeLessThan(60_000)
  expect(away.store.view().photos.map(({ id }) => id)).toEqual(photos)
  expect(away.store.marks(photo).mine.label).toBe('blue')
  expect(away.store.talk(photo).threads[0]?.first.body).toBe('Seen at home')
  away.store.actions.mark(photos, { stars: 4 })
  const said = ['Said above the clouds', 'Said over the sea', 'Said above the snow']
  for (const body of said) away.store.actions.comment(photo, { body })
  expect(away.store.view().saved).toBe('unsaved')
  await away.close()
  const again = house.page(noah.cookie, gallery, { url: nowhere })
  await again.until((store) => store.marks(photo).mine.stars === 4 && store.talk(photo).threads.length === 4)
  expect(again.store.view().waiting).toBe(6)
  await again.close()
  const back = house.page(noah.cookie, gallery)
  await back.until((store) => store.view().status === 'open' && store.view().saved === 'saved')
  expect(back.store.view().asOf).toBeNull()
  const witness = house.page(house.owner.cookie, gallery)
  await witness.until((store) => store.talk(photo).threads.length === 4)
  const heard = witness.store.talk(photo).threads.map(({ first }) => first.body)
  expect(heard).toEqual(['Seen at home', ...said])
  expect(photos.map((one) => witness.store.marks(one).byPerson.get(noah.person)?.stars)).toEqual([4, 4, 4])
})

/** Rows of what the browser holds of a gallery. */
const shelves = async (gallery: GalleryId) => {
  const db = await openGalleryDatabase(gallery)
  const counts = { entries: await db.count('entries'), refused: await db.count('refused'), kept: await db.count('kept') }
  db.close()
  return counts
}
const hide = (gallery: GalleryId, photo: PhotoId) =>
  house.server.galleries.perform({ gallery, by: house.owner.person, commandId: null, command: { type: 'photo:hide', photos: [photo] } })
const show = (gallery: GalleryId, photo: PhotoId) =>
  house.server.galleries.perform({ gallery, by: house.owner.person, commandId: null, command: { type: 'photo:show', photos: [photo] } })
const endLinks = async (gallery: GalleryId) => {
  for (const id of (await house.server.galleries.state(gallery))?.links.keys() ?? [])
    await house.server.galleries.perform({ gallery, by: house.owner.person, commandId: null, command: { type: 'link:revoke', id } })
}
/** Marks and words without a connection, on a photo that is hidden before they arrive. */
const refusedAtHome = async ({ gallery, photo, noah }: Awaited<ReturnType<typeof room>>) => {
  await visit(noah.cookie, gallery)
  const away = house.page(noah.cookie, gallery, { url: nowhere })
  await away.until((store) => store.view().gallery !== null)
  away.store.actions.mark([photo], { flag: 'pick' })
  away.store.actions.comment(photo, { body: 'Written on the train' })
  await away.close()
  await hide(gallery, photo)
}

test('[FLIGHT-24] refused acts are told after any number of loads, the same on two pages, until each is put away or done again', async () => {
  const made = await room(2)
  const { gallery, photo, noah, guest } = made
  await refusedAtHome(made)
  const first = house.page(noah.cookie, gallery)
  await first.until((store) => store.view().status === 'open' && store.view().refused.length === 2)
  await first.close()
  const [again, beside] = [house.page(noah.cookie, gallery), house.page(noah.cookie, gallery)]
  for (const one of [again, beside]) await one.until((store) => store.view().status === 'open' && store.view().refused.length === 2)
  expect(again.store.view().refused.map(({ refusal, photo: on }) => [refusal.code, on])).toEqual([
    ['revoked', photo],
    ['revoked', photo],
  ])
  const [mark, words] = again.store.view().refused
  if (!mark || !words) throw new Error('nothing is told')
  again.store.actions.putAway([mark])
  await beside.until((store) => store.view().refused.length === 1)
  await show(gallery, photo)
  await beside.until((store) => store.view().photoById.has(photo))
  beside.store.actions.tryAgain(words)
  await again.until((store) => store.view().refused.length === 0 && store.talk(photo).threads.length === 1)
  expect(again.store.talk(photo).threads[0]?.first.body).toBe('Written on the train')
  expect(again.store.marks(photo).mine.flag).toBeNull()
  const other = house.page((await guest('guestLink', 'Somebody Else')).cookie, gallery)
  await other.until((store) => store.view().status === 'open')
  expect(other.store.view().refused).toEqual([])
  await beside.until((store) => store.view().saved === 'saved')
  await Promise.all([again.close(), beside.close()])
  expect((await shelves(gallery)).refused).toBe(0)
})

test('[FLIGHT-24] what was refused is told to nobody else, and goes with whoever leaves', async () => {
  const made = await room(2)
  const { gallery, noah, guest } = made
  await refusedAtHome(made)
  const first = house.page(noah.cookie, gallery)
  await first.until((store) => store.view().refused.length === 2)
  await first.close()
  const other = await guest('guestLink', 'Somebody Else')
  const theirs = house.page(other.cookie, gallery)
  await theirs.until((store) => store.view().status === 'open')
  expect(theirs.store.view().refused).toEqual([])
  await theirs.close()
  await forgetPerson(other.person)
  expect((await shelves(gallery)).refused).toBe(2)
  await forgetPerson(noah.person)
  expect(await shelves(gallery)).toEqual({ entries: 0, refused: 0, kept: 0 })
})

test("[FLIGHT-25] of a gallery that is shared no more only unsaved words of one's own stay, to be copied and put away", async () => {
  const { gallery, photo, photos, noah } = await room(2)
  await visit(noah.cookie, gallery)
  const opened = house.page(noah.cookie, gallery)
  await opened.until((store) => store.view().status === 'open')
  opened.unplug()
  opened.store.actions.mark(photos, { stars: 5 })
  opened.store.actions.comment(photo, { body: 'Never sent' })
  await endLinks(gallery)
  opened.plug()
  await opened.until((store) => store.view().gallery === null && store.view().refused.length === 3)
  expect(opened.store.view().waiting).toBe(0)
  await opened.close()
  expect(await shelves(gallery)).toEqual({ entries: 0, refused: 1, kept: 0 })
  const again = house.page(noah.cookie, gallery)
  await again.until((store) => store.view().refused.length === 1)
  const [words] = again.store.view().refused
  expect(words?.act).toMatchObject({ command: { type: 'comment:add', body: 'Never sent' } })
  expect(words?.cameraName).toBeNull()
  again.store.actions.putAway(again.store.view().refused)
  await again.close()
  expect(await shelves(gallery)).toEqual({ entries: 0, refused: 0, kept: 0 })
})

test('[FLIGHT-25] acts of a page that was closed are given up too when the gallery is shut before it opens', async () => {
  const { gallery, photo, noah } = await room(2)
  await visit(noah.cookie, gallery)
  const away = house.page(noah.cookie, gallery, { url: nowhere })
  await away.until((store) => store.view().gallery !== null)
  away.store.actions.mark([photo], { stars: 2 })
  away.store.actions.comment(photo, { body: 'Left behind' })
  await away.close()
  await endLinks(gallery)
  const back = house.page(noah.cookie, gallery)
  await back.until((store) => store.view().gallery === null && store.view().refused.length === 2)
  await back.close()
  expect(await shelves(gallery)).toEqual({ entries: 0, refused: 1, kept: 0 })
})

test('[FLIGHT-6] a photo that went out of sight is gone from what is kept in the same moment', async () => {
  const { gallery, photos, photo, noah } = await room(2)
  await visit(noah.cookie, gallery)
  const opened = house.page(noah.cookie, gallery)
  await opened.until((store) => store.view().status === 'open')
  await hide(gallery, photo)
  await opened.until((store) => !store.view().photoById.has(photo))
  await opened.close()
  expect(opened.told).toContainEqual({ type: 'gone', photos: [photo] })
  const away = house.page(noah.cookie, gallery, { url: nowhere })
  await away.until((store) => store.view().gallery !== null)
  expect(away.store.view().photos.map(({ id }) => id)).toEqual(photos.slice(1))
})

test('[FLIGHT-7] nothing is kept of a gallery that is shared no more', async () => {
  const { gallery, noah } = await room(2)
  await visit(noah.cookie, gallery)
  const opened = house.page(noah.cookie, gallery)
  await opened.until((store) => store.view().status === 'open')
  await endLinks(gallery)
  await opened.until((store) => store.view().status === 'revoked')
  await opened.close()
  expect(opened.told).toContainEqual({ type: 'closed', gallery })
  const away = house.page(noah.cookie, gallery, { url: nowhere })
  await away.until((store) => store.view().status === 'offline')
  expect(away.store.view().gallery).toBeNull()
})

test('[FLIGHT-8] what one person saw is shown to no other person of the same browser, and forgotten when they come or leave', async () => {
  const { gallery, photo, noah, guest } = await room(2)
  const other = await guest('guestLink', 'Somebody Else')
  await visit(noah.cookie, gallery)
  await visit(other.cookie, gallery, ({ store }) => store.actions.mark([photo], { label: 'red' }))
  const away = house.page(noah.cookie, gallery, { url: nowhere })
  await away.until((store) => store.view().status === 'offline')
  expect(away.store.view().me?.person).toBe(other.person)
  expect(away.store.marks(photo).mine.label).toBe('red')
  await away.close()
  await forgetPerson(other.person)
  const left = house.page(noah.cookie, gallery, { url: nowhere })
  await left.until((store) => store.view().status === 'offline')
  expect(left.store.view().gallery).toBeNull()
  expect(await shelves(gallery)).toEqual({ entries: 0, refused: 0, kept: 0 })
})

test('[FLIGHT-5] acts on a photo that is gone meanwhile are given up on coming back, not before, and said with their photo', async () => {
  const { gallery, photo, noah } = await room(2)
  await visit(noah.cookie, gallery)
  const away = house.page(noah.cookie, gallery, { url: nowhere })
  await away.until((store) => store.view().gallery !== null)
  away.store.actions.mark([photo], { flag: 'pick' })
  await away.close()
  await hide(gallery, photo)
  const back = house.page(noah.cookie, gallery)
  const heard: Notice[] = []
  back.store.onNotice((notice) => heard.push(notice))
  await back.until((store) => store.view().status === 'open' && heard.length > 0)
  expect(heard).toContainEqual(expect.objectContaining({ type: 'refused', refusal: { code: 'revoked' } }))
  expect(back.store.view().waiting).toBe(0)
})
