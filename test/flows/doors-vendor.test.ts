/** A vendor's set: terms first, then exactly the photos of the set, for as many days as the terms hold. */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { termsDays } from '../../common/limits.ts'
import { pictureUrl, termsUrl, type VendorTerms } from '../../common/protocol/http.ts'
import { addLink, addPhotos, makeGallery, type TestGallery } from '../helpers/gallery-kit.ts'
import { startServer, type TestServer } from '../helpers/server.ts'
import { SteadyClock } from '../helpers/steady-clock.ts'

const day = 86_400_000
let server: TestServer
let clock: SteadyClock
let gallery: TestGallery
beforeEach(async () => {
  clock = new SteadyClock()
  server = await startServer({ clock })
  gallery = await makeGallery(server, await server.signUp(), 'Harbour')
})
afterEach(() => server.stop())

async function vendor() {
  const photos = await addPhotos(server, gallery, { scene: gallery.scene, count: 3 })
  const set = photos.slice(0, 1)
  const { token } = await addLink(server, gallery, { role: 'vendor', photos: set })
  return { photos, set, guest: await server.openLink(token, 'Print House') }
}

test('[DOOR-22] a vendor reads the terms before anything of the set is sent, and sees nothing but the set after', async () => {
  const { photos, set, guest } = await vendor()
  const live = await server.connect(guest.cookie)
  expect(await live.join(gallery.id)).toEqual({ ok: false, refusal: { code: 'terms-needed' } })
  const terms = await guest.browser.get<VendorTerms>(termsUrl(gallery.id))
  expect(terms).toEqual({ studio: 'Studio Jonas Reiter', title: 'Harbour', name: 'Print House', days: termsDays })
  await guest.browser.post(termsUrl(gallery.id), {})
  const joined = await live.join(gallery.id)
  if (!joined.ok) throw new Error(joined.refusal.code)
  const seen = joined.snapshot?.flatMap((record) => (record.kind === 'photo' ? [record.id] : []))
  expect(seen).toEqual(set)
  const [, outside] = photos
  if (!outside) throw new Error('the set is everything')
  const version = (await server.galleries.state(gallery.id))?.photos.get(outside)?.versions[0]
  if (!version) throw new Error('the photo has no version')
  expect((await guest.browser.send(pictureUrl(gallery.id, outside, version.id, 320))).status).toBe(404)
})

test('[DOOR-23] on the eighth day the set closes, also where it is open, and opens again with the terms', async () => {
  const { guest } = await vendor()
  await guest.browser.post(termsUrl(gallery.id), {})
  const before = await server.connect(guest.cookie)
  expect((await before.join(gallery.id)).ok).toBe(true)
  clock.forward((termsDays + 1) * day)
  const after = await server.connect(guest.cookie)
  expect(await after.join(gallery.id)).toEqual({ ok: false, refusal: { code: 'terms-needed' } })
  await before.until(({ closed }) => closed.some(({ refusal }) => refusal.code === 'terms-needed'))
  await guest.browser.post(termsUrl(gallery.id), {})
  expect((await after.join(gallery.id)).ok).toBe(true)
})

test('[DOOR-24] terms are there for vendors alone: to everybody else they look like a gallery that does not exist', async () => {
  const { token } = await addLink(server, gallery, { role: 'guestLink' })
  const guest = await server.openLink(token, 'Mara Vogt')
  for (const browser of [guest.browser, server.browser()]) {
    expect((await browser.send(termsUrl(gallery.id))).status).toBe(404)
    expect(await browser.refused(termsUrl(gallery.id), {})).toBe('not-found')
  }
})
