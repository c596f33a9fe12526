/** The main flows from the first sign-up to a Yjs program that joins, by the doors alone: once on each database. */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { HistoryEntry, HistoryPage } from '../../common/history/entry.ts'
import type { GalleryId, PhotoId } from '../../common/ids.ts'
import { type HistoryAsk, historyUrl } from '../../common/protocol/history.ts'
import { type GalleryCard, type Me, pictureUrl, routes } from '../../common/protocol/http.ts'
import { edit } from '../../common/sheet/edit.ts'
import { readSheet } from '../../common/sheet/read.ts'
import { jpegOf, scene as picture } from '../fixtures/pictures.ts'
import type { Browser } from '../helpers/browser.ts'
import { onEachDatabase } from '../helpers/databases.ts'
import { joinByYjs, ProofingStory } from '../helpers/proofing-story.ts'
import { send } from '../helpers/upload.ts'

jest.setTimeout(120_000)

const people = [
  ['mainClient', 'Clara Winter'],
  ['invited', 'Mara Voss'],
  ['guestLink', 'Noah Lind'],
] as const
/** Places of the pages, in the order in which they were opened. */
const [desk, clara, mara, noah] = [0, 1, 2, 3] as const

onEachDatabase('the main flows', (database) => {
  let story: ProofingStory
  beforeAll(async () => {
    story = await ProofingStory.begin(database)
  })
  afterAll(() => story.end())

  test('[PERSON-1] [PERSON-20] a photographer signs up and makes a gallery', async () => {
    const { server, owner, gallery, scene } = story
    const wanted = { id: gallery, account: owner.account, name: 'Hinterland', scene, sceneName: 'Dawn' }
    await owner.browser.post(routes.galleries, wanted, 201)
    expect(await owner.browser.get<Me>(routes.me)).toMatchObject({ person: { name: 'Jonas Reiter', signedIn: true } })
    expect(await owner.browser.get<GalleryCard[]>(routes.galleries)).toMatchObject([{ name: 'Hinterland', role: 'owner', photos: 0 }])
    expect(await server.browser().get<GalleryCard[]>(routes.galleries)).toEqual([])
  })

  test('[UPL-1] [PIC-20] photographs are uploaded and shown', async () => {
    const { server, owner, gallery, scene, photos } = story
    const page = await story.open(owner)
    const announced = photos.map((id, n) => ({ id, scene, cameraName: `PRF_${n + 1}.jpg`, order: n }))
    expect(await page.store.actions.do({ type: 'photo:add', photos: announced })).toMatchObject({ ok: true })
    const bytes = await jpegOf(picture(900, 600))
    for (const photo of photos) {
      expect((await send({ url: server.url, cookie: owner.cookie, gallery, photo, bytes })).status).toBeLessThan(300)
    }
    await page.until((store) => photos.every((photo) => store.view().photoById.get(photo)?.state === 'ready'))
    const version = page.store.view().photoById.get(story.photo(0))?.versions.at(-1)
    if (!version) throw new Error('nothing to show')
    const shown = await owner.browser.send(pictureUrl(gallery, story.photo(0), version.id, 320))
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    const online = await page.store.actions.do({ type: 'gallery:change', status: 'online', feedback: 'collaborative' })
    expect(online).toMatchObject({ ok: true })
  })

  test('[PERSON-11] three links bring three people in, each with their role', async () => {
    for (const [role, name] of people) {
      const { browser } = await story.invite(role, name)
      expect(await browser.get<GalleryCard[]>(routes.galleries)).toMatchObject([{ id: story.gallery, role, photos: 3 }])
    }
  })

  test('[CLIENT-1] [LIVE-10] marks and comments of one reach everyone else', async () => {
    const photo = story.photo(0)
    story.page(clara).store.actions.mark([photo], { flag: 'pick', stars: 5 })
    story.page(mara).store.actions.mark([photo], { label: 'green' })
    story.page(noah).store.actions.comment(photo, { body: 'This one on the wall, please' })
    const [first, second] = [story.guest(0).person, story.guest(1).person]
    for (const place of [desk, clara, mara, noah]) {
      await story.page(place).until((store) => {
        const { byPerson } = store.marks(photo)
        const said = store.talk(photo).threads.map(({ first: comment }) => comment.body)
        return byPerson.get(first)?.stars === 5 && byPerson.get(second)?.label === 'green' && said[0] === 'This one on the wall, please'
      })
    }
  })

  test('[LIVE-20] [CLIENT-5] a hidden photo leaves the guest at once and comes back with its history', async () => {
    const [photo, own, guest] = [story.photo(0), story.page(clara), story.page(noah)]
    own.store.actions.hide([photo])
    await guest.until((store) => !store.view().photoById.has(photo))
    expect(guest.store.talk(photo).threads).toEqual([])
    expect(await story.guest(2).browser.get<GalleryCard[]>(routes.galleries)).toMatchObject([{ photos: 2 }])
    own.store.actions.comment(photo, { body: 'While it was away' })
    await own.until((store) => store.view().saved === 'saved')
    own.store.actions.show([photo])
    await guest.until((store) => store.view().photoById.has(photo) && store.talk(photo).threads.length === 2)
    expect(guest.store.marks(photo).byPerson.get(story.guest(0).person)?.flag).toBe('pick')
  })

  test('[KEEP-12] [CLIENT-11] a restart keeps everything, and open pages come back by themselves', async () => {
    await story.restart()
    story.page(clara).store.actions.mark([story.photo(1)], { label: 'purple' })
    const marker = story.guest(0).person
    const fresh = await story.open(story.guest(2))
    await fresh.until(
      (store) =>
        store.talk(story.photo(0)).threads.length === 2 &&
        store.marks(story.photo(0)).byPerson.get(marker)?.stars === 5 &&
        store.marks(story.photo(1)).byPerson.get(marker)?.label === 'purple',
    )
    expect(await story.owner.browser.get<Me>(routes.me)).toMatchObject({ person: { name: 'Jonas Reiter', signedIn: true } })
  })

  test('[DOOR-20] a stock y-websocket program joins, reads what was said and adds to it', async () => {
    const { person } = story.guest(2)
    const { doc, leave } = await joinByYjs(story.server, story.guest(2), story.photo(0))
    expect(Object.values(readSheet(doc).comments).map(({ body }) => body)).toContain('While it was away')
    edit(doc, { type: 'mark:set', stars: 4 }, { person, key: person, at: Date.now() })
    await story.page(clara).until((store) => store.marks(story.photo(0)).byPerson.get(person)?.stars === 4)
    leave()
  })

  test('[HIST-4] the studio reads who did what, page by page and looked for', async () => {
    const { owner, gallery } = story
    const read = (ask: HistoryAsk) => owner.browser.get<HistoryPage>(historyUrl(gallery, ask))
    const all = (await read({ limit: 200 })).entries
    const [first, second, third] = [0, 1, 2].map((n) => story.guest(n).person)
    const told = (by: string | undefined) => all.flatMap((entry) => (entry.by === by ? entry.act.type : []))
    expect(told(first)).toEqual(['marked', 'photo:show', 'wrote', 'photo:hide', 'marked', 'guest:enter'])
    expect(told(third)).toEqual(['marked', 'wrote', 'guest:enter'])
    expect(all.find(({ act }) => act.type === 'marked' && 'stars' in act && act.stars === 5)).toMatchObject({
      by: first,
      act: { flag: 'pick', stars: 5 },
      photos: [story.photo(0)],
    })
    expect(all.at(-1)?.act.type).toBe('gallery:create')
    const paged: HistoryEntry[] = []
    for (let next: string | null | undefined; next !== null; ) {
      const page: HistoryPage = await read({ limit: 3, ...(next ? { before: next } : {}) })
      paged.push(...page.entries)
      next = page.next
    }
    expect(paged).toEqual(all)
    const types = async (ask: HistoryAsk) => (await read(ask)).entries.map(({ act }) => act.type)
    expect(await types(second ? { person: second } : {})).toEqual(['marked', 'guest:enter'])
    expect(await types({ kind: 'comments' })).toEqual(['wrote', 'wrote'])
    expect(await types({ photo: story.photo(1) })).toEqual(['marked', 'photo:add'])
    expect(await types({ since: Date.now() + 60_000 })).toEqual([])
  })

  test('[HIST-9] a photo that is deleted leaves its name, who deleted it and when; what was done on it goes along', async () => {
    const { owner, gallery } = story
    const photo = story.photo(1)
    const from = Date.now()
    expect(await story.page(desk).store.actions.do({ type: 'photo:remove', photos: [photo] })).toMatchObject({ ok: true })
    const { entries } = await owner.browser.get<HistoryPage>(historyUrl(gallery, { limit: 200 }))
    const [last, ...earlier] = entries
    expect(last).toMatchObject({ by: owner.person, act: { type: 'photo:remove', names: ['PRF_2.jpg'] }, photos: [], gone: 1 })
    expect(last?.at).toBeGreaterThanOrEqual(from)
    expect(earlier.map(({ act }) => act.type)).toContain('marked')
    expect(JSON.stringify(earlier)).not.toContain(photo)
    expect(JSON.stringify(earlier)).not.toContain('purple')
  })

  test('[HIST-4] to clients and strangers there is no history, nor of a photo that is not there; what is malformed is refused', async () => {
    const { owner, gallery, server } = story
    const answer = async (browser: Browser, path: string) => {
      const response = await browser.send(path)
      return { status: response.status, kept: response.headers.get('cache-control'), body: await response.text() }
    }
    const missing = await answer(owner.browser, historyUrl(`g_${'0'.repeat(20)}` as GalleryId, {}))
    expect(missing).toMatchObject({ status: 404, kept: 'no-store' })
    for (const browser of [story.guest(0).browser, story.guest(1).browser, story.guest(2).browser, server.browser()]) {
      expect(await answer(browser, historyUrl(gallery, {}))).toEqual(missing)
      expect(await answer(browser, historyUrl(gallery, { photo: story.photo(0) }))).toEqual(missing)
    }
    expect(await answer(owner.browser, historyUrl(gallery, { photo: `p_${'0'.repeat(20)}` as PhotoId }))).toEqual(missing)
    for (const query of ['before=x', 'before=1!2', 'limit=0x10', 'limit=201', 'kind=all', 'person=me', 'more=1']) {
      expect((await owner.browser.send(`${historyUrl(gallery, {})}${query}`)).status).toBe(400)
    }
  })
})
