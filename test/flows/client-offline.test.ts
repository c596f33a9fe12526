import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { Notice } from '../../client/gallery/gallery-view.ts'
import { forgetAll } from '../../client/sheet/gallery-database.ts'
import type { GalleryId, PhotoId } from '../../common/ids.ts'
import { type Photographer, startServer, type TestServer } from '../helpers/server.ts'
import { keepsStorage, openPage, type Page, scenery } from '../helpers/store-room.ts'

let server: TestServer
let owner: Photographer
const pages: Page[] = []

beforeAll(async () => {
  server = await startServer()
  owner = await server.signUp()
})
beforeEach(() => keepsStorage())
afterEach(async () => {
  for (const page of pages.splice(0)) await page.close()
})
afterAll(async () => {
  await server.stop()
})

const nowhere = 'http://127.0.0.1:9'
const room = async (photos: number) => {
  const made = await scenery(server, owner, { photos, feedback: 'collaborative' })
  const noah = await made.guest('guestLink', 'Noah Lind')
  return { ...made, noah, photo: made.photos[0] as PhotoId }
}
const page = (url: string, cookie: string, gallery: GalleryId): Page => {
  const opened = openPage(url, cookie, gallery)
  pages.push(opened)
  return opened
}
/** Opens with a connection, and closes: what was seen is kept. */
const visit = async (cookie: string, gallery: GalleryId, act: (page: Page) => void = () => undefined): Promise<void> => {
  const opened = page(server.url, cookie, gallery)
  await opened.until((store) => store.view().status === 'open')
  act(opened)
  await opened.until((store) => store.view().saved === 'saved')
  await opened.close()
}

test('[FLIGHT-5] a gallery opens without a connection as it was last seen, says as of when, and what is done then arrives once', async () => {
  const { gallery, photos, photo, noah } = await room(3)
  await visit(noah.cookie, gallery, ({ store }) => {
    store.actions.mark([photo], { label: 'blue' })
    store.actions.comment(photo, { body: 'Seen at home' })
  })
  const away = page(nowhere, noah.cookie, gallery)
  await away.until((store) => store.view().status === 'offline' && store.view().gallery !== null)
  const { asOf } = away.store.view()
  expect(Math.abs((asOf ?? 0) - Date.now())).toBeLessThan(60_000)
  expect(away.store.view().photos.map(({ id }) => id)).toEqual(photos)
  expect(away.store.marks(photo).mine.label).toBe('blue')
  expect(away.store.talk(photo).threads[0]?.first.body).toBe('Seen at home')
  away.store.actions.mark(photos, { stars: 4 })
  away.store.actions.comment(photo, { body: 'Said above the clouds' })
  expect(away.store.view().saved).toBe('unsaved')
  await away.close()
  const again = page(nowhere, noah.cookie, gallery)
  await again.until((store) => store.marks(photo).mine.stars === 4 && store.talk(photo).threads.length === 2)
  expect(again.store.view().waiting).toBe(4)
  await again.close()
  const back = page(server.url, noah.cookie, gallery)
  await back.until((store) => store.view().status === 'open' && store.view().saved === 'saved')
  expect(back.store.view().asOf).toBeNull()
  const witness = page(server.url, owner.cookie, gallery)
  await witness.until((store) => store.talk(photo).threads.length === 2)
  expect(photos.map((one) => witness.store.marks(one).byPerson.get(noah.person)?.stars)).toEqual([4, 4, 4])
})

test('[FLIGHT-6] a photo that went out of sight is gone from what is kept in the same moment', async () => {
  const { gallery, photos, photo, noah } = await room(2)
  await visit(noah.cookie, gallery)
  const opened = page(server.url, noah.cookie, gallery)
  await opened.until((store) => store.view().status === 'open')
  await server.galleries.perform({ gallery, by: owner.person, commandId: null, command: { type: 'photo:hide', photos: [photo] } })
  await opened.until((store) => !store.view().photoById.has(photo))
  await opened.close()
  expect(opened.told).toContainEqual({ type: 'gone', photos: [photo] })
  const away = page(nowhere, noah.cookie, gallery)
  await away.until((store) => store.view().gallery !== null)
  expect(away.store.view().photos.map(({ id }) => id)).toEqual(photos.slice(1))
})

test('[FLIGHT-7] nothing is kept of a gallery that is shared no more', async () => {
  const { gallery, noah } = await room(2)
  await visit(noah.cookie, gallery)
  const opened = page(server.url, noah.cookie, gallery)
  await opened.until((store) => store.view().status === 'open')
  const links = [...((await server.galleries.state(gallery))?.links.keys() ?? [])]
  for (const id of links)
    await server.galleries.perform({ gallery, by: owner.person, commandId: null, command: { type: 'link:revoke', id } })
  await opened.until((store) => store.view().status === 'revoked')
  await opened.close()
  expect(opened.told).toContainEqual({ type: 'closed', gallery })
  const away = page(nowhere, noah.cookie, gallery)
  await away.until((store) => store.view().status === 'offline')
  expect(away.store.view().gallery).toBeNull()
})

test('[FLIGHT-8] what one person saw is shown to no other person of the same browser, and forgotten when they come or leave', async () => {
  const { gallery, photo, noah, guest } = await room(2)
  const other = await guest('guestLink', 'Somebody Else')
  await visit(noah.cookie, gallery)
  await visit(other.cookie, gallery, ({ store }) => store.actions.mark([photo], { label: 'red' }))
  const away = page(nowhere, noah.cookie, gallery)
  await away.until((store) => store.view().status === 'offline')
  expect(away.store.view().me?.person).toBe(other.person)
  expect(away.store.marks(photo).mine.label).toBe('red')
  await away.close()
  await forgetAll()
  const left = page(nowhere, noah.cookie, gallery)
  await left.until((store) => store.view().status === 'offline')
  expect(left.store.view().gallery).toBeNull()
})

test('[FLIGHT-5] acts on a photo that is gone meanwhile are given up on coming back, not before, and said with their photo', async () => {
  const { gallery, photo, noah } = await room(2)
  await visit(noah.cookie, gallery)
  const away = page(nowhere, noah.cookie, gallery)
  await away.until((store) => store.view().gallery !== null)
  away.store.actions.mark([photo], { flag: 'pick' })
  await away.close()
  await server.galleries.perform({ gallery, by: owner.person, commandId: null, command: { type: 'photo:hide', photos: [photo] } })
  const back = page(server.url, noah.cookie, gallery)
  const heard: Notice[] = []
  back.store.onNotice((notice) => heard.push(notice))
  await back.until((store) => store.view().status === 'open' && heard.length > 0)
  expect(heard).toContainEqual(expect.objectContaining({ type: 'refused', refusal: { code: 'revoked' } }))
  expect(back.store.view().waiting).toBe(0)
})
