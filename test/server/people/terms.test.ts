/** A vendor's door: the terms, their acceptance, and the seventh day. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { PhotoId } from '../../../common/ids.ts'
import { termsDays } from '../../../common/limits.ts'
import { type GalleryCard, pictureUrl, routes, termsUrl, type VendorTerms } from '../../../common/protocol/http.ts'
import { addLink, addPhotos, makeGallery, perform, type TestGallery } from '../../helpers/gallery-kit.ts'
import { type Guest, type Photographer, startServer, type TestServer } from '../../helpers/server.ts'
import { SteadyClock } from '../../helpers/steady-clock.ts'

const day = 24 * 3_600_000
let server: TestServer
let clock: SteadyClock
let owner: Photographer
let gallery: TestGallery
let photos: readonly PhotoId[] = []

beforeAll(async () => {
  clock = new SteadyClock(Date.now())
  server = await startServer({ clock })
  owner = await server.signUp()
  gallery = await makeGallery(server, owner)
  photos = await addPhotos(server, gallery, { scene: gallery.scene, count: 4 })
})
afterAll(() => server.stop())

const set = () => [photos[1], photos[2]] as PhotoId[]
const terms = () => termsUrl(gallery.id)

async function vendor(name = 'Printer'): Promise<Guest & { readonly token: string }> {
  const { token } = await addLink(server, gallery, { role: 'vendor', photos: set(), scenes: [] })
  return { ...(await server.openLink(token, name)), token }
}

async function seenBy(guest: Guest): Promise<readonly string[] | string> {
  const client = await server.connect(guest.cookie)
  const joined = await client.join(gallery.id)
  client.close()
  if (!joined.ok) return joined.refusal.code
  return (joined.snapshot ?? []).flatMap((record) => (record.kind === 'photo' ? [record.id] : []))
}

async function pictureOf(guest: Guest, photo: PhotoId): Promise<number> {
  const version = (await server.galleries.state(gallery.id))?.photos.get(photo)?.versions.at(-1)
  if (!version) throw new Error('no version')
  return (await guest.browser.send(pictureUrl(gallery.id, photo, version.id, 640))).status
}

test('[PERSON-24] a vendor is asked for the terms first, and until then learns nothing else of the gallery', async () => {
  const printer = await vendor()
  expect(await seenBy(printer)).toBe('terms-needed')
  expect(await printer.browser.get<VendorTerms>(terms())).toEqual({
    studio: 'Studio Jonas Reiter',
    title: 'Autumn',
    name: 'Printer',
    days: termsDays,
  })
  expect(await printer.browser.get<GalleryCard[]>(routes.galleries)).toEqual([])
  for (const photo of photos) expect(await pictureOf(printer, photo)).toBe(404)
})

test('[PERSON-24] once accepted, exactly the set opens', async () => {
  const printer = await vendor()
  expect(await printer.browser.post(terms(), {})).toEqual({ gallery: gallery.id })
  expect(await seenBy(printer)).toEqual(set())
  expect((await printer.browser.get<GalleryCard[]>(routes.galleries))[0]).toMatchObject({ photos: 2, role: 'vendor' })
  await perform(server, gallery.id, { type: 'photo:hide', photos: [photos[1] as PhotoId] }, owner.person)
  expect(await seenBy(printer)).toEqual([photos[2]])
  await perform(server, gallery.id, { type: 'photo:show', photos: [photos[1] as PhotoId] }, owner.person)
})

test('[PERSON-25] on the seventh day the set closes, also where it is open, and accepting again opens it', async () => {
  const printer = await vendor()
  await printer.browser.post(terms(), {})
  clock.forward(day)
  await printer.browser.post(terms(), {})
  const page = await server.connect(printer.cookie)
  expect((await page.join(gallery.id)).ok).toBe(true)
  clock.forward((termsDays - 1) * day - 1)
  expect(await seenBy(printer)).toEqual(set())
  clock.forward(1)
  expect(await seenBy(printer)).toBe('terms-needed')
  await page.until(({ closed }) => closed.some(({ refusal }) => refusal.code === 'terms-needed'))
  expect(await printer.browser.post('/api/links/open', { token: printer.token })).toEqual({ gallery: gallery.id })
  expect(await seenBy(printer)).toBe('terms-needed')
  await printer.browser.post(terms(), {})
  expect(await seenBy(printer)).toEqual(set())
})

test('[PERSON-24] for everybody else there are no terms', async () => {
  const guest = await server.openLink((await addLink(server, gallery)).token, 'Noah')
  const gone = await vendor('Sent away')
  const grants = [...((await server.galleries.state(gallery.id))?.grants.values() ?? [])]
  const held = grants.find(({ person }) => person === gone.person)
  if (!held) throw new Error('no grant')
  await perform(server, gallery.id, { type: 'grant:revoke', id: held.id }, owner.person)
  for (const browser of [server.browser(), guest.browser, gone.browser, owner.browser]) {
    expect(await browser.refused(terms(), {})).toBe('not-found')
    expect((await browser.send(terms())).status).toBe(404)
  }
  expect(await gone.browser.refused('/api/galleries/../terms', {})).toBe('not-found')
  expect(await gone.browser.refused('/api/galleries/g_nothing/terms', {})).toBe('not-found')
  expect(await (await vendor()).browser.refused(terms(), { accept: true })).toBe('malformed')
})

test('[PERSON-24] of a gallery that is offline a vendor hears that, unless the terms say "always online"', async () => {
  const own = await makeGallery(server, owner, 'Offline')
  const [photo] = await addPhotos(server, own, { scene: own.scene, count: 1 })
  const shown = { role: 'vendor', photos: photo ? [photo] : [] } as const
  const [plain, always] = [await addLink(server, own, shown), await addLink(server, own, { ...shown, alwaysOnline: true })]
  const guests = [await server.openLink(plain.token, 'A'), await server.openLink(always.token, 'B')]
  await perform(server, own.id, { type: 'gallery:change', status: 'offline' }, owner.person)
  const codes = []
  for (const { cookie } of guests) {
    const joined = await (await server.connect(cookie)).join(own.id)
    codes.push(joined.ok ? 'in' : joined.refusal.code)
  }
  expect(codes).toEqual(['gallery-offline', 'terms-needed'])
})
