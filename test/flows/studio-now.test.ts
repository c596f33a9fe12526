/** Who is inside and what is new, as the home of the studio asks it. */
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import type { HistoryEntry } from '../../common/history/entry.ts'
import type { GalleryId, PhotoId, SelectionId } from '../../common/ids.ts'
import { type GalleryNews, type HereNow, hereRoute, newsRoute } from '../../common/protocol/studio-now.ts'
import { FakeClock } from '../helpers/gallery-house.ts'
import { makeGallery } from '../helpers/gallery-kit.ts'
import { type Guest, type Photographer, startServer, type TestServer } from '../helpers/server.ts'
import { openPage, type Page, type Scenery, scenery } from '../helpers/store-room.ts'

jest.setTimeout(60_000)

const minutes = 60_000
let server: TestServer
let owner: Photographer
let place: Scenery
let clara: Guest
let noah: Guest
let clock: FakeClock
const pages: Page[] = []

beforeEach(async () => {
  clock = new FakeClock()
  server = await startServer({ clock })
  owner = await server.signUp()
  place = await scenery(server, owner, { photos: 3, feedback: 'private' })
  clara = await place.guest('mainClient', 'Clara Winter')
  noah = await place.guest('guestLink', 'Noah')
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
/** Asked no more often than a door allows. */
const until = async (enough: () => Promise<boolean>) => {
  while (!(await enough())) await new Promise((later) => setTimeout(later, 60))
}
const saved = (page: Page) => page.until((store) => store.view().saved === 'saved')
const photo = (n: number): PhotoId => place.photos[n] as PhotoId
const here = ({ browser }: Pick<Guest, 'browser'>) => browser.get<readonly HereNow[]>(hereRoute)
const news = ({ browser }: Pick<Guest, 'browser'>) => browser.get<readonly GalleryNews[]>(newsRoute)
const acts = (entries: readonly HistoryEntry[] = []) => entries.map(({ act, by }) => `${by === clara.person ? 'Clara' : by} ${act.type}`)
const ofPlace = async (who: Pick<Guest, 'browser'>) => (await news(who)).find(({ gallery }) => gallery === place.gallery)

/** A seat in the owner's team, for some galleries alone. */
async function joinTeam(member: Photographer, scope: readonly GalleryId[]): Promise<void> {
  const stream = `account:${owner.account}` as const
  const kept = await server.store.streams.load(stream)
  const value = {
    kind: 'member',
    account: owner.account,
    user: member.person,
    owner: false,
    write: true,
    settings: false,
    scope,
    removedAt: null,
  }
  const writes = [{ kind: 'member', id: member.person, keys: [`member:${member.person}`], value }]
  await server.store.streams.commit({ stream, rev: (kept?.rev ?? 0) + 1, commandId: null, command: {}, writes, by: null, at: 1 })
}

test('[HOME-5] who is inside is told whoever may know it, with the photo they have open if it is seen, and to nobody else', async () => {
  const other = await makeGallery(server, owner, 'Autumn')
  const [helper, outside, stranger] = [await server.signUp('Ilse'), await server.signUp('Otto'), await server.signUp('Other')]
  await joinTeam(helper, [place.gallery])
  await joinTeam(outside, [other.id])
  expect(await here(owner)).toEqual([])
  const [claras] = [await open(clara), await open(noah), await open(owner)]
  claras?.store.actions.say({ photo: photo(1) })
  await until(async () => (await here(owner)).some((one) => one.photo))
  const seen = (told: readonly HereNow[]) => told.map(({ name, does, photo: at }) => [name, does, at?.cameraName ?? null])
  expect(seen(await here(owner))).toEqual([
    ['Clara Winter', 'looks', 'PRF_0002.jpg'],
    ['Noah', 'inside', null],
  ])
  expect(seen(await here(helper)).map(([name]) => name)).toEqual(['Clara Winter', 'Noah', owner.name])
  expect(seen(await here(noah)).map(([name]) => name)).toEqual([owner.name])
  for (const nobody of [outside, stranger, { browser: server.browser() }]) expect(await here(nobody)).toEqual([])
  claras?.store.actions.say({ photo: null })
  await claras?.close()
  pages.splice(0, 1)
  await until(async () => (await here(owner)).length === 1)
})

test('[HOME-6] new is what others said, chose and sent since one was there, with its words; going there makes it old', async () => {
  await (await open(owner)).close()
  pages.pop()
  clock.pass(minutes)
  const page = await open(clara)
  page.store.actions.comment(photo(0), { body: 'Cover? The sun leaves room for the title.' })
  page.store.actions.mark([photo(1)], { favourite: true })
  page.store.actions.mark([photo(2)], { stars: 2 })
  await saved(page)
  const list = server.dice.id('selection') as SelectionId
  await server.galleries.perform({
    gallery: place.gallery,
    by: clara.person,
    commandId: null,
    command: { type: 'selection:add', id: list, name: 'Book', order: 1, request: null },
  })
  page.store.actions.pick(list, [photo(0)], true)
  await saved(page)
  const found = await ofPlace(owner)
  expect(acts(found?.news).sort()).toEqual(['Clara marked', 'Clara picked', 'Clara wrote'])
  expect(Object.values(found?.names.words ?? {})).toEqual(['Cover? The sun leaves room for the title.'])
  expect(found?.names.people[clara.person]).toBe('Clara Winter')
  expect(found?.names.lists[list]).toBe('Book')
  expect(found?.names.photos.map(({ cameraName }) => cameraName)).toContain('PRF_0001.jpg')
  expect(found?.last.length).toBeGreaterThan(3)

  clock.pass(minutes)
  const desk = await open(owner)
  desk.store.actions.comment(photo(0), { body: 'Yes.' })
  await saved(desk)
  expect((await ofPlace(owner))?.news).toEqual([])
  await desk.close()
  pages.pop()
  clock.pass(minutes)
  await until(async () => (await ofPlace(owner))?.news.length === 0)
  page.store.actions.comment(photo(2), { body: 'And this one?' })
  await saved(page)
  expect(acts((await ofPlace(owner))?.news)).toEqual(['Clara wrote'])
})

test('[HOME-7] news are of galleries in the scope of one’s seat alone: clients, strangers and who is out of scope have none', async () => {
  const other = await makeGallery(server, owner, 'Autumn')
  const [helper, outside] = [await server.signUp('Ilse'), await server.signUp('Otto')]
  await joinTeam(helper, [place.gallery])
  await joinTeam(outside, [other.id])
  const page = await open(clara)
  page.store.actions.comment(photo(0), { body: 'For the studio.' })
  await saved(page)
  const galleries = async (who: Pick<Guest, 'browser'>) => (await news(who)).map(({ gallery }) => gallery).sort()
  expect(await galleries(owner)).toEqual([place.gallery, other.id].sort())
  expect(await galleries(helper)).toEqual([place.gallery])
  expect(await galleries(outside)).toEqual([other.id])
  expect(JSON.stringify(await news(outside))).not.toContain(clara.person)
  for (const nobody of [clara, noah, { browser: server.browser() }]) expect(await news(nobody)).toEqual([])
  expect(acts((await ofPlace(helper))?.news)).toEqual(['Clara wrote'])
})
