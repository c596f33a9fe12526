/** What a person has read and when they were here: on all their pages, across restarts, once on each database. */
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import type { PhotoId } from '../../common/ids.ts'
import { onEachDatabase } from '../helpers/databases.ts'
import { FakeClock } from '../helpers/gallery-house.ts'
import { type Guest, type Photographer, startServer, type TestServer } from '../helpers/server.ts'
import { openPage, type Page, type Scenery, scenery } from '../helpers/store-room.ts'

jest.setTimeout(60_000)

const minutes = 60_000

onEachDatabase('reading', (database) => {
  let server: TestServer
  let owner: Photographer
  let clara: Guest
  let place: Scenery
  let photo: PhotoId
  const clock = new FakeClock()
  const pages: Page[] = []

  beforeEach(async () => {
    server = await startServer({ database, clock })
    owner = await server.signUp()
    place = await scenery(server, owner, { photos: 1, feedback: 'collaborative' })
    const [first] = place.photos
    if (!first) throw new Error('no photo')
    photo = first
    clara = await place.guest('mainClient', 'Clara Winter')
  })
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.close()
    await server.stop()
  })

  const open = async ({ cookie }: { readonly cookie: string }): Promise<Page> => {
    const page = openPage(server.url, cookie, place.gallery)
    pages.push(page)
    await page.until((store) => store.view().status === 'open')
    return page
  }
  const leave = async (page: Page) => {
    await page.close()
    const kept = () => server.store.vault.get(`visit:${place.gallery}:${clara.person}`, clock.now())
    for (let seen: unknown = 0; seen !== clock.now(); ) seen = ((await kept()) as { readonly seen: number } | null)?.seen
  }
  const say = async (page: Page, body: string) => {
    page.store.actions.comment(photo, { body })
    await page.until((store) => store.view().saved === 'saved')
  }
  const readAll = ({ store }: Page) =>
    store.actions.read(
      photo,
      store.talk(photo).threads.map(({ whole }) => whole),
    )
  const restart = async () => {
    const kept = { folder: server.folder, ...(server.mongoUrl ? { mongoUrl: server.mongoUrl } : {}) }
    await server.stop({ keep: true })
    server = await startServer({ ...kept, clock, config: { port: server.port } })
  }

  test('[TALK-6] what is read on one page is read on the others, and after a restart', async () => {
    const [desk, phone, laptop] = [await open(owner), await open(clara), await open(clara)]
    await say(desk, 'Is this the cover')
    for (const page of [phone, laptop]) await page.until((store) => store.marks(photo).unread === 1)
    expect(desk.store.marks(photo).unread).toBe(0)
    readAll(phone)
    expect(phone.store.marks(photo).unread).toBe(0)
    await laptop.until((store) => store.marks(photo).unread === 0)
    await restart()
    const later = await open(clara)
    await later.until((store) => store.marks(photo).comments === 1)
    expect(later.store.marks(photo).unread).toBe(0)
    await say(await open(owner), 'Or this')
    await later.until((store) => store.marks(photo).unread === 1)
  })

  test('[TALK-7] what is read without a connection is kept, and known to the next page', async () => {
    const [desk, page] = [await open(owner), await open(clara)]
    await say(desk, 'Is this the cover')
    await page.until((store) => store.marks(photo).unread === 1)
    page.unplug()
    readAll(page)
    expect(page.store.view().waiting).toBe(0)
    await page.close()
    const next = await open(clara)
    await next.until((store) => store.marks(photo).comments === 1 && store.marks(photo).unread === 0)
    const phone = await open(clara)
    await phone.until((store) => store.marks(photo).comments === 1 && store.marks(photo).unread === 0)
  })

  test('[TALK-8] a visit ends with half an hour away: coming back sooner, or by a restart, begins no other', async () => {
    const first = await open(clara)
    expect(first.store.view().me?.lastVisit).toBeNull()
    clock.pass(20 * minutes)
    await leave(first)
    const left = clock.now()
    clock.pass(29 * minutes)
    const second = await open(clara)
    expect(second.store.view().me?.lastVisit).toBeNull()
    await restart()
    await second.until((store) => store.view().status === 'open')
    expect(second.store.view().me?.lastVisit).toBeNull()
    await leave(second)
    const end = clock.now()
    expect(end).toBe(left + 29 * minutes)
    clock.pass(31 * minutes)
    const third = await open(clara)
    expect(third.store.view().me?.lastVisit).toBe(end)
    clock.pass(minutes)
    const fourth = await open(clara)
    expect(fourth.store.view().me?.lastVisit).toBe(end)
  })
})
