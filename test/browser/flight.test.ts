/** Without a connection, from the first visit on: the gallery opens with its pictures, what is done arrives once, and nothing stays that should not. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import type { GalleryId, PhotoId } from '../../common/ids.ts'
import { makeGallery } from '../helpers/gallery-of-photos.ts'
import { linkFor } from '../helpers/links.ts'
import { type Guest, type Photographer, startServer, type TestServer } from '../helpers/server.ts'
import { send } from '../helpers/upload.ts'
import { chromiumPath, launchChromium, type Someone, someone } from './chromium.ts'
import { plain } from './fine-pictures.ts'
import { heldOf, shown } from './held.ts'
import { nextBuild } from './next-build.ts'
import { type BuiltPages, buildPages } from './pages.ts'
import { become, command } from './scenery.ts'
import { picture, says, until } from './waiting.ts'

const inBrowser = chromiumPath === null ? describe.skip : describe
if (chromiumPath === null) process.stdout.write('Skipping flight mode in a browser: install Chromium, or set CHROMIUM to its path.\n')

const desk = { width: 1280, height: 800 }

inBrowser('in Chromium', () => {
  let pages: BuiltPages
  let server: TestServer
  let chromium: Browser
  let owner: Photographer
  let gallery: GalleryId
  let photos: readonly PhotoId[]
  let clara: Someone
  let noah: Someone
  let guests: readonly Guest[]
  const name = (n: number) => `FLY_000${n}.jpg`
  const wall = () => `${server.url}/g/${gallery}`

  beforeAll(async () => {
    pages = await buildPages()
    server = await startServer({ pages: pages.folder })
    chromium = await launchChromium()
    owner = await server.signUp('Ada Brandt')
    const made = await makeGallery(server, owner)
    gallery = made.gallery
    photos = Array.from({ length: 3 }, () => server.dice.id('photo') as PhotoId)
    const announced = photos.map((id, order) => ({ id, scene: made.scene, cameraName: name(order), order }))
    await command(server, owner, { gallery, command: { type: 'photo:add', photos: announced } })
    for (const [n, photo] of photos.entries())
      await send({ url: server.url, cookie: owner.cookie, gallery, photo, bytes: await plain(n + 1), filename: name(n) })
    await server.ingest.idle()
    await command(server, owner, { gallery, command: { type: 'gallery:change', status: 'online', feedback: 'collaborative' } })
    const open = async (who: string) => server.openLink(await linkFor(server, { gallery, by: owner.person, role: 'invited' }), who)
    guests = [await open('Clara Winter'), await open('Noah Lind')]
    clara = await someone(chromium, desk, { worker: true })
    noah = await someone(chromium, desk)
    for (const [n, { page }] of [clara, noah].entries()) {
      await become(page, server, guests[n]?.cookie ?? '')
      await page.goto(wall())
      await shown(page, 3)
    }
  })

  afterAll(async () => {
    await chromium?.close()
    await server?.stop()
    pages?.remove()
  })

  /** The server is not there any more. Returns how to start it again; `before`, something is done that the pages do not hear of. */
  const gone = async () => {
    const { folder, port, mongoUrl } = server
    const again = (at: number) => startServer({ pages: pages.folder, folder, ...(mongoUrl ? { mongoUrl } : {}), config: { port: at } })
    await server.stop({ keep: true })
    return async (before?: (elsewhere: TestServer) => Promise<void>) => {
      if (before) {
        const elsewhere = await again(0)
        await before(elsewhere)
        await elsewhere.stop({ keep: true })
      }
      server = await again(port)
    }
  }
  const pick = (page: Page, n: number) => page.getByRole('button', { name: `Pick ${name(n)}` }).click()
  const hears = (page: Page, n: number, words: readonly string[]) =>
    until(
      () => says(page, name(n)),
      (said) => words.every((word) => said.includes(word)),
    )
  /** Saved, as the browser's own database says; the counter rests while one looks at the cover. */
  const waits = (page: Page, n: number) =>
    until(
      () => holds(page),
      ({ waiting }) => waiting === n,
    )
  const saved = (page: Page) => waits(page, 0)
  const holds = (page: Page) => heldOf(page, gallery)

  test('[FLIGHT-20] [FLIGHT-29] [FLIGHT-34] with the server gone the gallery opens again with its pictures, and what is done through two more loads arrives once and in order', async () => {
    const { page } = clara
    await until(
      () => holds(page),
      ({ pictures, kept }) => photos.every((photo) => pictures.some((url) => url.includes(photo))) && kept === 1,
    )
    const start = await gone()
    await page.reload()
    await page.getByText(/This is the gallery as of/).waitFor()
    await shown(page, 3)
    await pick(page, 0)
    await page.reload()
    await page.getByText('1 not saved yet').waitFor()
    await picture(page, name(0)).first().click()
    await page.getByRole('button', { name: /^Offline.*1 change is not saved yet/s }).waitFor()
    for (const words of ['Above the clouds', 'Still above them']) {
      await page.getByRole('textbox', { name: 'Write a comment' }).fill(words)
      await page.keyboard.press('Enter')
      await page.getByText(words).waitFor()
    }
    await page.goto(`${wall()}/p/p_${'0'.repeat(20)}`)
    await page.getByRole('heading', { name: 'This photo is not on this device' }).waitFor()
    await page.goto(wall())
    await page.getByText('3 not saved yet').waitFor()
    await start()
    await hears(noah.page, 0, ['Clara Winter', 'pick'])
    await saved(page)
    await picture(noah.page, name(0)).first().click()
    await noah.page.getByText('Still above them').waitFor()
    const words = await noah.page.getByText(/above them$|^Above the clouds/).allInnerTexts()
    expect(words).toEqual(['Above the clouds', 'Still above them'])
    await noah.page.goBack()
    expect((await holds(page)).waiting).toBe(0)
  })

  test('[FLIGHT-21] what is refused on the way back is told one by one, and stays told through another load, until it is put away', async () => {
    const { page } = clara
    const start = await gone()
    await pick(page, 2)
    await pick(page, 1)
    await page.getByText('2 not saved yet').waitFor()
    await start((elsewhere) => command(elsewhere, owner, { gallery, command: { type: 'photo:hide', photos: [photos[2] as PhotoId] } }))
    await page.getByRole('button', { name: 'See why' }).click()
    const told = page.getByRole('dialog', { name: '1 change was not accepted' })
    await told.getByText('This is no longer shared with you.').waitFor()
    await told
      .getByText(/FLY_0002|0002/)
      .first()
      .waitFor()
    await hears(noah.page, 1, ['Clara Winter', 'pick'])
    await page.reload()
    await page.getByRole('button', { name: 'See why' }).click()
    await told.getByText('This is no longer shared with you.').waitFor()
    await told.getByRole('button', { name: 'Discard' }).click()
    await told.waitFor({ state: 'detached' })
    expect((await holds(page)).pictures.filter((url) => url.includes(photos[2] ?? ''))).toEqual([])
  })

  test('[FLIGHT-27] an update while a page is open is said, forced on nobody, and takes along what is not saved', async () => {
    const { page } = clara
    const next = nextBuild(pages.folder)
    const { folder, port, mongoUrl } = server
    await server.stop({ keep: true })
    await pick(page, 0)
    await page.getByText('1 not saved yet').waitFor()
    server = await startServer({ pages: next.folder, folder, ...(mongoUrl ? { mongoUrl } : {}), config: { port } })
    const said = page.getByText('A new version of this page is ready.')
    await said.waitFor()
    await saved(page)
    expect((await fetch(server.url + next.gone)).headers.get('content-type')).not.toContain('javascript')
    // The page goes on with its own parts, also with those it never needed before.
    expect(await page.evaluate(async (part) => Object.keys(await import(part)).length, next.gone)).toBeGreaterThan(0)
    expect(await page.locator('meta[name=build]').count()).toBe(0)
    await page.getByRole('button', { name: 'Load it' }).click()
    await page.locator('meta[name=build][content=next]').waitFor({ state: 'attached' })
    await shown(page, 2)
    expect(await said.count()).toBe(0)
    expect(await page.evaluate(async () => (await caches.keys()).filter((one) => one.startsWith('proofroom-shell-')).length)).toBe(2)
    await server.stop({ keep: true })
    await page.reload()
    await page.locator('meta[name=build][content=next]').waitFor({ state: 'attached' })
    await shown(page, 2)
    server = await startServer({ pages: pages.folder, folder, ...(mongoUrl ? { mongoUrl } : {}), config: { port } })
    next.remove()
  })

  test('[FLIGHT-22] another person in the same browser finds nothing of the first; whoever is shared with no more keeps nothing', async () => {
    const { page, context } = clara
    const first = guests[0]?.person ?? ''
    await context.clearCookies()
    await become(page, server, guests[1]?.cookie ?? '')
    await page.goto(wall())
    // The worker learns from a page who is here now; what pages show after that is kept.
    const owners = async () => {
      await page.reload()
      await shown(page, 2)
      return page.evaluate(async () => (await caches.keys()).filter((one) => one.startsWith('proofroom-pictures-')))
    }
    await until(owners, (names) => names.length === 1 && !names[0]?.includes(first))
    const grant = [...((await server.galleries.state(gallery))?.grants.values() ?? [])].find(({ person }) => person === guests[1]?.person)
    if (!grant) throw new Error('no grant')
    await command(server, owner, { gallery, command: { type: 'grant:revoke', id: grant.id } })
    await page.getByRole('heading', { name: 'No longer shared with you' }).waitFor()
    await until(
      () => holds(page),
      ({ pictures, kept, waiting, refused }) => pictures.length + kept + waiting + refused === 0,
    )
  })

  test('[FLIGHT-26] who signs out is asked while something is not saved, and leaves nothing in the browser, in any tab, and the next person sees nothing of them', async () => {
    const { page, context } = await someone(chromium, desk, { worker: true })
    await become(page, server, owner.cookie)
    await page.goto(wall())
    await shown(page, 3)
    await until(
      () => holds(page),
      ({ pictures, kept }) => photos.every((photo) => pictures.some((url) => url.includes(photo))) && kept === 1,
    )
    const home = await context.newPage()
    await home.goto(server.url)
    const menu = home.getByRole('button', { name: /Ada Brandt/ })
    await menu.waitFor()
    const third = await context.newPage()
    await third.goto(server.url)
    await third.getByRole('button', { name: /Ada Brandt/ }).waitFor()
    const signOut = async () => {
      await menu.click()
      await home.getByRole('menuitem', { name: 'Sign out' }).click()
    }
    await context.setOffline(true)
    await pick(page, 0)
    await waits(page, 1)
    await signOut()
    await home.getByRole('dialog', { name: 'One change is not saved yet' }).getByRole('button', { name: 'Stay signed in' }).click()
    await context.setOffline(false)
    await saved(page)
    await signOut()
    await third.getByRole('textbox', { name: 'Password' }).waitFor()
    // A public gallery asks whoever is here now for a name, as it asks any stranger.
    await page.getByRole('textbox', { name: 'Your name' }).waitFor()
    expect(await page.locator('img[alt^="FLY_"]').count()).toBe(0)
    await until(
      () => page.evaluate(async () => (await caches.keys()).filter((one) => one.startsWith('proofroom-pictures-'))),
      (names) => names.length === 0,
    )
    await until(
      () => holds(page),
      ({ kept, waiting, refused }) => kept + waiting + refused === 0,
    )
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => /who|answer/.test(key)))).toEqual([])
    await context.close()
  })
})
