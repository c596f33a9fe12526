import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { afterAll, afterEach, expect, test } from '@jest/globals'
import type { Notice } from '../../client/gallery/notice.ts'
import type { GalleryId, PhotoId } from '../../common/ids.ts'
import { startServer, type TestServer } from '../helpers/server.ts'
import { openPage, type Page, scenery } from '../helpers/store-room.ts'

const pages: Page[] = []
const servers: TestServer[] = []

afterEach(async () => {
  for (const page of pages.splice(0)) await page.close()
})
afterAll(async () => {
  for (const server of servers) await server.stop()
})

const serve = async (...args: Parameters<typeof startServer>): Promise<TestServer> => {
  const server = await startServer(...args)
  servers.push(server)
  return server
}
const open = async (server: TestServer, cookie: string, gallery: Parameters<typeof openPage>[2]): Promise<Page> => {
  const page = openPage(server.url, cookie, gallery)
  pages.push(page)
  await page.until((store) => store.view().status === 'open')
  return page
}
const at = (photos: readonly PhotoId[], index: number): PhotoId => {
  const photo = photos[index]
  if (!photo) throw new Error('no such photo')
  return photo
}

test('[CLIENT-11] the server restarts under an open page: the page comes back by itself, and nothing done meanwhile is lost', async () => {
  const first = await startServer()
  const owner = await first.signUp()
  const { gallery, photos, guest } = await scenery(first, owner, { photos: 2, feedback: 'collaborative' })
  const clara = await guest('mainClient', 'Clara Winter')
  const page = await open(first, clara.cookie, gallery)
  page.store.actions.mark([at(photos, 0)], { stars: 4 })
  await page.until((store) => store.view().saved === 'saved')
  await first.stop({ keep: true })
  await page.until((store) => store.view().status !== 'open')
  page.store.actions.mark([at(photos, 1)], { label: 'green' })
  page.store.actions.comment(at(photos, 1), { body: 'While you were away' })
  const kept = { folder: first.folder, ...(first.mongoUrl ? { mongoUrl: first.mongoUrl } : {}) }
  const second = await serve({ ...kept, config: { port: first.port } })
  await page.until((store) => store.view().status === 'open' && store.view().saved === 'saved')
  const other = await open(second, clara.cookie, gallery)
  await other.until((store) => store.marks(at(photos, 1)).mine.label === 'green' && store.marks(at(photos, 1)).comments === 1)
  expect(other.store.marks(at(photos, 0)).mine.stars).toBe(4)
})

test('a page that closes as the server goes stays away when it is back', async () => {
  const first = await startServer()
  const owner = await first.signUp()
  const { gallery } = await scenery(first, owner, { photos: 1, feedback: 'collaborative' })
  const [closed, kept] = [await open(first, owner.cookie, gallery), await open(first, owner.cookie, gallery)]
  const gone = new Promise((resolve) => closed.connection.socket.once('disconnect', resolve))
  await first.stop({ keep: true })
  expect(await gone).toBe('io server disconnect')
  await closed.close()
  await serve({ folder: first.folder, ...(first.mongoUrl ? { mongoUrl: first.mongoUrl } : {}), config: { port: first.port } })
  await kept.until((store) => store.view().status === 'open')
  expect(closed.connection.socket.active).toBe(false)
})

test('[CLIENT-12] when the gallery changes how feedback is shared, sheets come and go with it, and what was written stays', async () => {
  const server = await serve()
  const owner = await server.signUp()
  const { gallery, photos, guest } = await scenery(server, owner, { photos: 1, feedback: 'collaborative' })
  const photo = at(photos, 0)
  const [clara, noah] = [await guest('mainClient', 'Clara Winter'), await guest('guestLink', 'Noah Lind')]
  const [a, b] = [await open(server, clara.cookie, gallery), await open(server, noah.cookie, gallery)]
  const mode = (feedback: 'collaborative' | 'private') =>
    server.galleries.perform({ gallery, by: owner.person, commandId: null, command: { type: 'gallery:change', feedback } })
  a.store.actions.mark([photo], { flag: 'pick' })
  await b.until((store) => store.marks(photo).byPerson.get(clara.person)?.flag === 'pick')
  await mode('private')
  await b.until((store) => store.marks(photo).byPerson.size === 0)
  b.store.actions.mark([photo], { label: 'purple' })
  await b.until((store) => store.view().saved === 'saved')
  await mode('collaborative')
  await b.until((store) => store.marks(photo).byPerson.get(clara.person)?.flag === 'pick')
  b.store.actions.mark([photo], { stars: 2 })
  await a.until((store) => store.marks(photo).byPerson.get(noah.person)?.stars === 2)
  expect(a.store.marks(photo).byPerson.get(noah.person)?.label).toBeNull()
})

test('[CLIENT-13] two pages of one person on one photo end alike', async () => {
  const server = await serve()
  const owner = await server.signUp()
  const { gallery, photos, guest } = await scenery(server, owner, { photos: 1, feedback: 'collaborative' })
  const photo = at(photos, 0)
  const clara = await guest('mainClient', 'Clara Winter')
  const [a, b] = [await open(server, clara.cookie, gallery), await open(server, clara.cookie, gallery)]
  for (const n of [1, 2, 3, 4, 5] as const) {
    a.store.actions.mark([photo], { stars: n })
    b.store.actions.mark([photo], { favourite: n % 2 === 0 })
    b.store.actions.comment(photo, { body: `From the second page, ${n}` })
  }
  await a.until((store) => store.view().saved === 'saved' && store.marks(photo).comments === 5)
  await b.until((store) => store.view().saved === 'saved' && store.marks(photo).comments === 5)
  await b.until((store) => JSON.stringify(store.marks(photo).mine) === JSON.stringify(a.store.marks(photo).mine))
})

test('[CLIENT-14] what waits for a photo that is gone on coming back is given up, and said', async () => {
  const server = await serve()
  const owner = await server.signUp()
  const { gallery, photos, guest } = await scenery(server, owner, { photos: 2, feedback: 'collaborative' })
  const noah = await guest('guestLink', 'Noah Lind')
  const b = await open(server, noah.cookie, gallery)
  const heard: Notice[] = []
  b.store.onNotice((notice) => heard.push(notice))
  b.unplug()
  b.store.actions.mark(photos, { flag: 'pick' })
  const hide = { type: 'photo:hide' as const, photos: [at(photos, 0)] }
  await server.galleries.perform({ gallery, by: owner.person, commandId: null, command: hide })
  b.plug()
  await b.until((store) => store.view().saved === 'saved')
  expect(heard).toContainEqual(
    expect.objectContaining({ type: 'refused', refusal: { code: 'revoked' }, photo: at(photos, 0), cameraName: 'PRF_0001.jpg' }),
  )
  expect(b.store.marks(at(photos, 1)).mine.flag).toBe('pick')
  const again = await open(server, noah.cookie, gallery)
  await again.until((store) => store.marks(at(photos, 1)).mine.flag === 'pick')
  expect(again.store.view().waiting).toBe(0)
})

test('[CLIENT-15] a page of somebody nobody knows is told so, and asks no further', async () => {
  const server = await serve()
  const owner = await server.signUp()
  const { gallery } = await scenery(server, owner, { photos: 1, feedback: 'collaborative' })
  const page = openPage(server.url, '', gallery)
  pages.push(page)
  await page.until((store) => store.view().status === 'ended')
  expect(page.store.view().refusal?.code).toBe('sign-in-needed')
  expect(page.store.view().photos).toHaveLength(0)
})

test('[FLIGHT-32] a first connection that is only slow is waited for; that there is none is said once it failed', async () => {
  const lines: Socket[] = []
  const mute = createServer((line) => lines.push(line)).listen(0, '127.0.0.1')
  await once(mute, 'listening')
  const { port } = mute.address() as AddressInfo
  const page = openPage(`http://127.0.0.1:${port}`, '', 'g_00000000000000000001' as GalleryId)
  pages.push(page)
  await once(mute, 'connection')
  // Long enough for what was kept to be looked for.
  for (let i = 0; i < 50; i++) await new Promise((next) => setImmediate(next))
  expect(page.store.view().status).toBe('loading')
  for (const line of lines) line.destroy()
  await page.until((store) => store.view().status === 'offline')
  mute.close()
  for (const line of lines) line.destroy()
})
