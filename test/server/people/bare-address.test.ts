import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { GalleryId } from '../../../common/ids.ts'
import { type Me, type OpenedLink, routes } from '../../../common/protocol/http.ts'
import type { Browser } from '../../helpers/browser.ts'
import { addLink, addPhotos, makeGallery, perform, type TestGallery } from '../../helpers/gallery-kit.ts'
import { startServer, type TestServer } from '../../helpers/server.ts'

let server: TestServer
let gallery: TestGallery
beforeAll(async () => {
  server = await startServer()
  gallery = await makeGallery(server, await server.signUp())
  await addPhotos(server, gallery, { scene: gallery.scene, count: 2 })
  await perform(server, gallery.id, { type: 'gallery:change', private: false })
})
afterAll(() => server.stop())

const at = (id: string) => routes.enter.replace(':gallery', id)
const enter = (browser: Browser, body: object = {}, id: GalleryId = gallery.id) => browser.post<OpenedLink>(at(id), body)
const refused = (browser: Browser, id: string = gallery.id) => browser.refused(at(id), { name: 'Noah' })
const joins = async (browser: Browser, id = gallery.id) => {
  const joined = await (await server.connect(browser.cookie)).join(id)
  return joined.ok ? (joined.snapshot ?? []) : joined.refusal.code
}

test('[PERSON-27] a public one asks a stranger for a name, once, and shows what a guest link without scenes shows', async () => {
  const browser = server.browser()
  expect(await enter(browser)).toEqual({ needs: 'name', gallery: null, hint: null, studio: 'Studio Jonas Reiter', title: 'Autumn' })
  expect(browser.cookie).toBe('')
  expect(await enter(browser, { name: ' Noah Lind ' })).toEqual({ gallery: gallery.id })
  expect((await browser.get<Me>(routes.me)).person).toMatchObject({ name: 'Noah Lind', signedIn: false })
  const seen = await joins(browser)
  expect(seen).toContainEqual(expect.objectContaining({ kind: 'gallery', role: 'guestLink' }))
  const grants = async () => (await server.galleries.state(gallery.id))?.grants.size
  const before = await grants()
  expect(await enter(browser)).toEqual({ gallery: gallery.id })
  expect(await grants()).toBe(before)
  expect(await enter(gallery.owner.browser)).toEqual({ gallery: gallery.id })
  expect(await grants()).toBe(before)
})

test('[PERSON-27] made private, it holds nothing for whoever came so; private, offline and missing ones answer alike', async () => {
  const own = await makeGallery(server, gallery.owner, 'Spring')
  await perform(server, own.id, { type: 'gallery:change', private: false })
  const [photo] = await addPhotos(server, own, { scene: own.scene, count: 1 })
  const browser = server.browser()
  await enter(browser, { name: 'Ida' }, own.id)
  expect(await joins(browser, own.id)).toContainEqual(expect.objectContaining({ kind: 'photo', id: photo }))
  await perform(server, own.id, { type: 'gallery:change', private: true })
  expect(await joins(browser, own.id)).not.toContainEqual(expect.objectContaining({ kind: 'photo' }))
  expect(await refused(server.browser(), own.id)).toBe('not-found')
  await perform(server, own.id, { type: 'gallery:change', private: false, status: 'offline' })
  expect(await refused(server.browser(), own.id)).toBe('not-found')
  expect(await refused(server.browser(), 'g_00000000000000000000')).toBe('not-found')
  expect(await refused(server.browser(), 'nonsense')).toBe('not-found')
})

test('[PERSON-27] whoever was shown out, or whose link has ended, does not slip in beside it', async () => {
  const link = await addLink(server, gallery)
  const noah = await server.openLink(link.token, 'Noah')
  await perform(server, gallery.id, { type: 'link:revoke', id: link.id })
  expect(await refused(noah.browser)).toBe('revoked')
})
