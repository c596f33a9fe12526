/** Who signs out in one tab is out in all of them, at once. */
import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { WebSocket } from 'ws'
import { type GalleryId, type PhotoId, sheetIdOf } from '../../common/ids.ts'
import { type Me, routes } from '../../common/protocol/http.ts'
import { Browser } from '../helpers/browser.ts'
import { onEachDatabase } from '../helpers/databases.ts'
import { addPhotos, makeGallery } from '../helpers/gallery-kit.ts'
import { connectLive, type LiveClient } from '../helpers/live-client.ts'
import { mongoOn } from '../helpers/mongo-database.ts'
import { type Photographer, startServer, type TestServer } from '../helpers/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const password = 'a long password'
async function signedUp(): Promise<{ readonly browser: Browser; readonly email: string }> {
  const email = `${server.dice.id('user')}@example.com`
  const browser = server.browser()
  await browser.post<Me>(routes.signUp, { email, password, name: 'Jonas', studio: 'Studio' }, 201)
  return { browser, email }
}

const ended = ({ socket }: LiveClient) => new Promise((resolve) => socket.once('disconnect', resolve))

test('[PERSON-23] signing out ends the open connections of that session, and no others', async () => {
  const { browser, email } = await signedUp()
  const phone = new Browser(server.url)
  await phone.post(routes.signIn, { email, password })
  const { cookie } = browser
  const [tab, other, far] = [await server.connect(cookie), await server.connect(cookie), await server.connect(phone.cookie)]
  const gone = Promise.all([ended(tab), ended(other)])
  await browser.post(routes.signOut, {})
  await gone
  expect(far.socket.connected).toBe(true)
  await expect(connectLive(server.url, cookie)).rejects.toThrow('sign-in-needed')
})

test('[AS-12] signing out ends looking as somebody else, and the pictures it showed', async () => {
  const jonas = await server.signUp()
  const { id: gallery } = await makeGallery(server, jonas, 'Looked at')
  const looking = await connectLive(server.url, jonas.cookie, gallery)
  expect(await looking.join(gallery)).toMatchObject({ ok: true })
  expect((await jonas.browser.send(`${routes.me}?as=${gallery}`)).status).toBe(403)
  expect(await jonas.browser.refused(`${routes.signOut}?as=${gallery}`, {})).toBe('only-looking')
  expect(looking.socket.connected).toBe(true)
  const gone = ended(looking)
  await jonas.browser.post(routes.signOut, {})
  await gone
})

test('[PERSON-23] so does signing in again as somebody else', async () => {
  const [one, two] = [await signedUp(), await signedUp()]
  const tab = await server.connect(one.browser.cookie)
  const gone = ended(tab)
  await one.browser.post(routes.signIn, { email: two.email, password })
  await gone
  expect((await one.browser.get<Me>(routes.me)).person?.id).toBe((await two.browser.get<Me>(routes.me)).person?.id)
})

test('[PERSON-23] a connection that is being let in when its session ends does not come in', async () => {
  const { browser } = await signedUp()
  const { cookie } = browser
  const knocks = Array.from({ length: 8 }, () => connectLive(server.url, cookie))
  const outcomes = Promise.allSettled(knocks)
  await browser.post(routes.signOut, {})
  for (const outcome of await outcomes) {
    if (outcome.status === 'fulfilled' && outcome.value.socket.connected) await ended(outcome.value)
  }
})

/** Close code of a stock program's connection, once it is closed; `open` once something came. */
function program(at: TestServer, photo: string, by: { readonly cookie?: string; readonly token?: string }) {
  const query = by.token ? `?token=${encodeURIComponent(by.token)}` : ''
  const socket = new WebSocket(`ws://127.0.0.1:${at.port}/yjs/${photo}/team${query}`, by.cookie ? { headers: { cookie: by.cookie } } : {})
  const closed = new Promise<number>((resolve) => socket.once('close', resolve))
  return { open: Promise.race([once(socket, 'message'), closed]), closed, socket }
}

async function photoOf(owner: Photographer): Promise<{ readonly photo: PhotoId; readonly gallery: GalleryId }> {
  const gallery = await makeGallery(server, owner)
  const [photo] = await addPhotos(server, gallery, { scene: gallery.scene, count: 1 })
  if (!photo) throw new Error('no photo')
  return { photo, gallery: gallery.id }
}

test('[YJS-15] connections of stock programs end with the session they stand on, by cookie and by token, and no others', async () => {
  const owner = await server.signUp()
  const { photo, gallery } = await photoOf(owner)
  const phone = new Browser(server.url)
  await phone.post(routes.signIn, { email: owner.email, password: 'correct horse battery' })
  const ask = { gallery, sheet: sheetIdOf(photo, 'team') }
  const { token } = await owner.browser.post<{ token: string }>(routes.sheetToken, ask)
  const [cookied, tokened, far] = [{ cookie: owner.browser.cookie }, { token }, { cookie: phone.cookie }].map((by) =>
    program(server, photo, by),
  )
  if (!cookied || !tokened || !far) throw new Error('no programs')
  for (const { open } of [cookied, tokened, far]) expect(await open).not.toEqual(expect.any(Number))
  await owner.browser.post(routes.signOut, {})
  expect(await Promise.all([cookied.closed, tokened.closed])).toEqual([4401, 4401])
  expect(await program(server, photo, { token }).closed).toBe(4401)
  expect(far.socket.readyState).toBe(WebSocket.OPEN)
  far.socket.close()
  await far.closed
})

onEachDatabase('two nodes', (database) => {
  test('[PERSON-26] a session that ends on one node ends what stands on it on every other', async () => {
    const mongo = mongoOn(database)
    const one = await startServer(mongo ? { mongoUrl: mongo.url } : {})
    const owner = await one.signUp()
    const other = await startServer({ folder: one.folder, ...(mongo ? { mongoUrl: mongo.url } : {}) })
    try {
      const stranger = await one.signUp('Ida Moll')
      const [here, there] = [await one.connect(owner.cookie), await other.connect(owner.cookie)]
      const stays = await other.connect(stranger.cookie)
      const gone = Promise.all([ended(here), ended(there)])
      const began = Date.now()
      await owner.browser.post(routes.signOut, {})
      await gone
      expect(Date.now() - began).toBeLessThan(5_000)
      expect(stays.socket.connected).toBe(true)
      await expect(connectLive(other.url, owner.cookie)).rejects.toThrow('sign-in-needed')
    } finally {
      await other.stop({ keep: true })
      await one.stop()
    }
  })
})
