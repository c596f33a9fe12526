/** Every way in that does not lead straight in: said clearly, with a way on, and nothing leaked. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { newId } from '../../client/net/new-id.ts'
import type { GalleryId, PhotoId } from '../../common/ids.ts'
import { ordinaryAllowances } from '../../server/http/limits.ts'
import { type Photographer, startServer, type TestServer } from '../helpers/server.ts'
import { type Scenery, scenery } from '../helpers/store-room.ts'
import { chromiumPath, launchChromium, someone } from './chromium.ts'
import { type BuiltPages, buildPages } from './pages.ts'
import { become, command, linkTo } from './scenery.ts'
import { enter } from './studio-steps.ts'
import { picture, until } from './waiting.ts'

const inBrowser = chromiumPath === null ? describe.skip : describe
if (chromiumPath === null) process.stdout.write('Skipping the doors in a browser: install Chromium, or set CHROMIUM to its path.\n')

const desk = { width: 1280, height: 800 }

inBrowser('in Chromium', () => {
  let pages: BuiltPages
  let server: TestServer
  let chromium: Browser
  let owner: Photographer
  let made: Scenery

  beforeAll(async () => {
    pages = await buildPages()
    server = await startServer({ pages: pages.folder, allowances: { ...ordinaryAllowances, codeLink: { tries: 2, seconds: 3 } } })
    chromium = await launchChromium()
    owner = await server.signUp('Ada Brandt')
    made = await scenery(server, owner, { photos: 3, feedback: 'collaborative' })
    await command(server, owner, { gallery: made.gallery, command: { type: 'gallery:change', private: true } })
  })

  afterEach(async () => {
    for (const context of chromium.contexts()) await context.close()
  })

  afterAll(async () => {
    await chromium?.close()
    await server?.stop()
    pages?.remove()
  })

  const someBody = async (): Promise<Page> => (await someone(chromium, desk)).page
  const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()
  /** What a page that leads nowhere may not say. */
  const tellsNothing = async (page: Page) => expect(await page.content()).not.toMatch(/Hinterland|PRF_|Outdoors/)

  test('signing up, making a gallery and sharing it, each sent twice at once, are done once', async () => {
    const page = await someBody()
    await page.goto(`${server.url}/sign-up`)
    await page.getByLabel('Your name').fill('Vera Holt')
    await page.getByLabel('Name of your studio').fill('Studio Holt')
    await page.getByLabel('E-mail').fill('vera@example.com')
    await page.getByLabel('Password').fill('a long enough password')
    await sendTwice(page)
    await heading(page, 'The table is empty')
    await page.getByRole('button', { name: 'New gallery' }).last().click()
    await page.getByRole('dialog').getByLabel('Name').fill('Twice')
    await sendTwice(page)
    await page.waitForURL(/\/g\//)
    await page.getByRole('navigation').getByRole('link', { name: 'Share' }).click()
    await page.getByRole('button', { name: 'Share', exact: true }).click()
    await page.getByRole('dialog').getByLabel('Called').fill('Once')
    await sendTwice(page)
    await page.getByLabel('Address of the link').waitFor()
    const gallery = new URL(page.url()).pathname.split('/')[2] as GalleryId
    expect((await server.galleries.state(gallery))?.links.size).toBe(1)
    const cards = await page.evaluate(async () => (await (await fetch('/api/galleries')).json()) as unknown[])
    expect(cards).toHaveLength(1)
    const me = await page.evaluate(async () => (await (await fetch('/api/me')).json()) as { accounts: unknown[] })
    expect(me.accounts).toHaveLength(1)
  })

  test('a gallery or a link whose answer is lost is not made again by the next try', async () => {
    const page = await someBody()
    await become(page, server, (await server.signUp('Nils Ohm')).cookie)
    await page.goto(server.url)
    await page.getByRole('button', { name: 'New gallery' }).last().click()
    await page.getByRole('dialog').getByLabel('Name').fill('Lost answer')
    let lost = 0
    await page.route('**/api/galleries', async (route) => {
      if (route.request().method() !== 'POST' || lost++ > 0) return route.continue()
      await route.fetch()
      await route.abort()
    })
    await page.getByRole('button', { name: 'Make the gallery' }).click()
    await page.getByRole('dialog').getByRole('alert').waitFor()
    await page.getByRole('button', { name: 'Make the gallery' }).click()
    await page.waitForURL(/\/g\//)
    const cards = await page.evaluate(async () => (await (await fetch('/api/galleries')).json()) as unknown[])
    expect(cards).toHaveLength(1)
  })

  test('[PERSON-13] an unknown, a revoked and an expired link say what they are and how to go on', async () => {
    const page = await someBody()
    await page.goto(`${server.url}/l/${'x'.repeat(24)}`)
    await heading(page, 'This link is not known')
    await page.getByRole('link', { name: 'Sign in' }).waitFor()
    const { gallery } = made
    const revoked = await linkTo(server, owner, gallery)
    await command(server, owner, { gallery, command: { type: 'link:revoke', id: revoked.id } })
    const expired = await linkTo(server, owner, gallery, { expiresAt: Date.now() - 1_000 })
    for (const { url } of [revoked, expired]) {
      await page.goto(url)
      await heading(page, 'This link has ended')
      await page.getByText('Ask the photographer for a new one.').waitFor()
      await tellsNothing(page)
    }
  })

  test('[PERSON-14] a link that belongs to another browser says so', async () => {
    const { url } = await linkTo(server, owner, made.gallery, { role: 'mainClient', binding: 'first' })
    const [first, second] = [await someBody(), await someBody()]
    await enter(first, url, 'Clara Winter')
    await picture(first, 'PRF_0001.jpg').first().waitFor()
    await second.goto(url)
    await heading(second, 'This link belongs to another browser')
    await tellsNothing(second)
  })

  test('[PERSON-15] a wrong code may be mended, and too many have to wait', async () => {
    const { url } = await linkTo(server, owner, made.gallery, { code: 'harbour7' })
    const page = await someBody()
    await page.goto(url)
    await heading(page, 'This gallery opens with a code')
    await tellsNothing(page)
    const answer = async (code: string) => {
      await page.getByLabel('Access code').fill(code)
      await page.getByRole('button', { name: 'Open the gallery' }).click()
    }
    await answer('wrong')
    await page.getByText('That code is not right.').waitFor()
    await answer('wrong again')
    await page.getByRole('button', { name: 'Open the gallery', disabled: false }).waitFor()
    await answer('and again')
    await page.getByText('Wait a moment and try again.').waitFor()
    await until(
      async () => {
        await answer('harbour7')
        return await page
          .getByLabel('Your name')
          .waitFor({ timeout: 500 })
          .then(
            () => true,
            () => false,
          )
      },
      (inside) => inside,
    )
    await page.getByLabel('Your name').fill('Noah Lind')
    await page.getByRole('button', { name: 'Open the gallery' }).click()
    await picture(page, 'PRF_0001.jpg').first().waitFor()
  })

  test('addresses that are nobody’s, or somebody else’s, lead to a page with a way on', async () => {
    const { gallery, photos } = made
    const page = await someBody()
    for (const path of ['/nowhere', '/g/nonsense', `/g/${gallery}/p/nonsense`]) {
      await page.goto(server.url + path)
      await heading(page, 'There is nothing here')
      await page.getByRole('link', { name: 'To the start' }).waitFor()
    }
    await page.goto(`${server.url}/g/${gallery}/p/${photos[0]}`)
    await heading(page, 'This gallery does not open')
    await tellsNothing(page)
    await page.getByRole('link', { name: 'Sign in' }).click()
    await page.waitForURL(/\/sign-in\?to=/)
    await page.getByLabel('E-mail').fill(owner.email)
    await page.getByLabel('Password').fill('correct horse battery')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('main', { name: 'PRF_0001.jpg, large' }).waitFor()
  })

  test('[WAY-7] at the bare address of a public gallery a stranger says a name, once, and is inside', async () => {
    const { gallery, photos } = await scenery(server, owner, { photos: 2, feedback: 'private' })
    const page = await someBody()
    await enter(page, `${server.url}/g/${gallery}`, 'Ida Moll')
    await picture(page, 'PRF_0001.jpg').first().waitFor()
    await page.goto(`${server.url}/g/${gallery}/p/${photos[1]}`)
    await page.getByRole('main', { name: 'PRF_0002.jpg, large' }).waitFor()
  })

  test('[SEE-1] a photographer at another’s gallery is told what anybody is told at an unknown one', async () => {
    const page = await someBody()
    await become(page, server, (await server.signUp('Otto Fremd')).cookie)
    const told: (string | null)[] = []
    for (const gallery of [made.gallery, newId<GalleryId>('gallery')]) {
      await page.goto(`${server.url}/g/${gallery}`)
      await heading(page, 'This gallery does not open')
      await tellsNothing(page)
      told.push(await page.getByRole('main').textContent())
    }
    expect(told[0]).toBe(told[1])
    await page.getByRole('link', { name: 'To the start' }).click()
    await heading(page, 'The table is empty')
  })

  test('an unknown photo of one’s own gallery is said to be missing, and the wall is near', async () => {
    const page = await someBody()
    await enter(page, (await linkTo(server, owner, made.gallery)).url, 'Mara Vogt')
    await page.goto(`${server.url}/g/${made.gallery}/p/${newId<PhotoId>('photo')}`)
    await heading(page, 'This photo is not here')
    await page.getByRole('button', { name: 'Back to the wall' }).last().click()
    await picture(page, 'PRF_0001.jpg').first().waitFor()
  })

  test('[TELL-1] a gallery closed and a link revoked under open pages leave them at once, with a word', async () => {
    const { gallery } = await scenery(server, owner, { photos: 2, feedback: 'collaborative' })
    const link = await linkTo(server, owner, gallery)
    const [wall, large] = [await someBody(), await someBody()]
    await enter(wall, link.url, 'Mara Vogt')
    await enter(large, link.url, 'Jon Berg')
    await picture(large, 'PRF_0002.jpg').first().click()
    await large.getByRole('main', { name: 'PRF_0002.jpg, large' }).waitFor()
    await command(server, owner, { gallery, command: { type: 'gallery:change', status: 'offline' } })
    for (const page of [wall, large]) {
      await heading(page, 'This gallery does not open')
      await page.getByRole('alert').getByText('This gallery is not open at the moment.').first().waitFor()
      await tellsNothing(page)
    }
    await command(server, owner, { gallery, command: { type: 'gallery:change', status: 'online' } })
    await wall.getByRole('button', { name: 'Try again' }).click()
    await large.getByRole('button', { name: 'Try again' }).click()
    await picture(wall, 'PRF_0001.jpg').first().waitFor()
    await large.getByRole('main', { name: 'PRF_0002.jpg, large' }).waitFor()
    await command(server, owner, { gallery, command: { type: 'link:revoke', id: link.id } })
    for (const page of [wall, large]) {
      await heading(page, 'No longer shared with you')
      await tellsNothing(page)
    }
    await wall.goto(link.url)
    await heading(wall, 'This link has ended')
  })
})

/** As two presses that the page had no time to tell apart. */
async function sendTwice(page: Page): Promise<void> {
  await page
    .locator('form')
    .last()
    .evaluate((form) => {
      if (!(form instanceof HTMLFormElement)) return
      form.requestSubmit()
      form.requestSubmit()
    })
}
