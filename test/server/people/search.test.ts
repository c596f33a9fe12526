import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type FoundIn, routes } from '../../../common/protocol/http.ts'
import type { Browser } from '../../helpers/browser.ts'
import { addLink, addPhotos, addScene, makeGallery, perform, type TestGallery } from '../../helpers/gallery-kit.ts'
import { type Photographer, startServer, type TestServer } from '../../helpers/server.ts'

let server: TestServer
let owner: Photographer
let gallery: TestGallery

beforeAll(async () => {
  server = await startServer()
  owner = await server.signUp()
  gallery = await makeGallery(server, owner, 'Harbour')
})
afterAll(() => server.stop())

const found = async (browser: Browser, words: string) =>
  (await browser.get<readonly FoundIn[]>(`${routes.search}?${new URLSearchParams({ q: words })}`)).map(({ name, count, photos }) => [
    name,
    count,
    photos.map(({ cameraName }) => cameraName),
  ])

test('[FIND-14] finds and counts are of what is seen, in every gallery one may enter', async () => {
  await perform(server, gallery.id, { type: 'gallery:change', private: true })
  const inner = await addScene(server, gallery.id, 'Inner')
  const [first] = await addPhotos(server, gallery, { scene: gallery.scene, count: 3 })
  await addPhotos(server, gallery, { scene: inner, count: 2, from: 10 })
  const other = await makeGallery(server, owner, 'Autumn')
  await addPhotos(server, other, { scene: other.scene, count: 1 })
  if (!first) throw new Error('no photos')
  await perform(server, gallery.id, { type: 'photo:hide', photos: [first] }, owner.person)
  const guest = await server.openLink((await addLink(server, gallery, { scenes: [gallery.scene] })).token, 'Noah')

  expect(await found(owner.browser, 'prf 000')).toEqual([
    ['Harbour', 3, ['PRF_0001.jpg', 'PRF_0002.jpg', 'PRF_0003.jpg']],
    ['Autumn', 1, ['PRF_0001.jpg']],
  ])
  expect(await found(guest.browser, 'prf')).toEqual([['Harbour', 2, ['PRF_0002.jpg', 'PRF_0003.jpg']]])
  expect(await found(guest.browser, '0010')).toEqual([])
  expect(await found((await server.signUp('Other')).browser, 'prf')).toEqual([])
  expect(await found(server.browser(), 'prf')).toEqual([])
  expect([await found(owner.browser, ' '), await found(owner.browser, 'nothing')]).toEqual([[], []])
  await perform(server, gallery.id, { type: 'gallery:change', status: 'offline' })
  expect(await found(guest.browser, 'prf')).toEqual([])
})

test('[FIND-14] what is no question is refused', async () => {
  expect((await owner.browser.send(routes.search)).status).toBe(400)
  expect((await owner.browser.send(`${routes.search}?q=${'x'.repeat(201)}`)).status).toBe(400)
})
