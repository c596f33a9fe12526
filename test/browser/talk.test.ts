/** People talk about a photo: calls by name, what is new to whom, threads that are done, addresses of comments, and a phone. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import type { GalleryId, PhotoId } from '../../common/ids.ts'
import { type Photographer, startServer, type TestServer } from '../helpers/server.ts'
import { scenery } from '../helpers/store-room.ts'
import { chromiumPath, launchChromium, type Someone, someone } from './chromium.ts'
import { type BuiltPages, buildPages } from './pages.ts'
import { become, command, linkTo } from './scenery.ts'
import { enter } from './studio-steps.ts'
import { until } from './waiting.ts'

const inBrowser = chromiumPath === null ? describe.skip : describe
if (chromiumPath === null) process.stdout.write('Skipping talk in a browser: install Chromium, or set CHROMIUM to its path.\n')

const desk = { width: 1280, height: 800 }
const phone = { width: 390, height: 844 }
const first = 'PRF_0001.jpg'

inBrowser('in Chromium', () => {
  let pages: BuiltPages
  let server: TestServer
  let chromium: Browser
  let owner: Photographer
  let studio: Someone
  let clara: Someone
  let noah: Someone
  let gallery: GalleryId
  let photo: PhotoId
  let noahsLink: string

  beforeAll(async () => {
    pages = await buildPages()
    server = await startServer({ pages: pages.folder })
    chromium = await launchChromium()
    owner = await server.signUp('Ada Brandt')
    const made = await scenery(server, owner, { photos: 2, feedback: 'collaborative' })
    gallery = made.gallery
    photo = made.photos[0] as PhotoId
    await command(server, owner, { gallery, command: { type: 'gallery:change', private: true } })
    studio = await someone(chromium, desk)
    clara = await someone(chromium, desk)
    noah = await someone(chromium, phone)
    noahsLink = (await linkTo(server, owner, gallery, { role: 'mainClient', binding: 'first' })).url
    await enter(noah.page, noahsLink, 'Noah van den Berg')
    await enter(clara.page, (await linkTo(server, owner, gallery, { role: 'mainClient', binding: 'first' })).url, 'Clara Winter')
    await become(studio.page, server, owner.cookie)
  })

  afterAll(async () => {
    await chromium?.close()
    await server?.stop()
    pages?.remove()
  })

  const loupe = async (page: Page, hash = ''): Promise<void> => {
    await page.goto(`${server.url}/g/${gallery}/p/${photo}${hash}`)
    await page.getByRole('main', { name: `${first}, large` }).waitFor()
  }
  const field = (page: Page) => page.getByRole('textbox', { name: 'Write a comment' })
  const threads = (page: Page) => page.getByRole('article', { name: /^Thread \d/ })
  const wall = async (page: Page): Promise<void> => {
    await page.goto(`${server.url}/g/${gallery}`)
    await page.getByRole('grid').waitFor()
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
  }
  /** What the tile says to whoever listens. */
  const saysUntil = (page: Page, holds: (words: string) => boolean) =>
    until(
      () => page.locator(`#${photo}-says`).first().textContent(),
      (words) => words !== null && holds(words),
    )

  test('[TALK-16] somebody is called by keyboard alone, and told so on their wall', async () => {
    const { page } = clara
    await loupe(page)
    await field(page).focus()
    await page.keyboard.type('Which one, @b')
    const option = page.getByRole('option', { name: /Noah van den Berg/ })
    await option.waitFor()
    expect(await field(page).getAttribute('aria-activedescendant')).toBe(await option.getAttribute('id'))
    await page.keyboard.press('Enter')
    await page.keyboard.type('for the cover?')
    await page.keyboard.press('Enter')
    await threads(page).getByText('@Noah van den Berg', { exact: true }).waitFor()
    expect(await threads(page).locator('.words').first().textContent()).toBe('Which one, @Noah van den Berg for the cover?')
    await wall(noah.page)
    await saysUntil(noah.page, (words) => words.includes('1 new comment, you are mentioned'))
    await noah.page.getByRole('button', { name: 'Comments, 1 new comment, you are mentioned' }).waitFor()
  })

  test('[TALK-17] what is new is so until it was in view, and then on no page of the same person', async () => {
    const other = await noah.context.newPage()
    await wall(other)
    await saysUntil(other, (words) => words.includes('new comment'))
    await loupe(noah.page)
    await threads(noah.page).getByText('mentioned you').waitFor()
    await saysUntil(other, (words) => words.includes('1 comment') && !words.includes('new comment'))
    await other.close()
    await noah.page.reload()
    await threads(noah.page).first().waitFor()
    await until(
      () => noah.page.locator('.said-one .new').count(),
      (fresh) => fresh === 0,
    )
  })

  test('[TALK-18] the studio answers and resolves; what is done folds to a line, and its author opens it again', async () => {
    await loupe(studio.page)
    await studio.page.getByRole('button', { name: 'Reply' }).click()
    await studio.page.keyboard.type('The first one.')
    await studio.page.keyboard.press('Enter')
    await threads(clara.page).getByText('The first one.').waitFor()
    await studio.page.getByRole('button', { name: 'Resolve' }).click()
    await studio.page
      .getByRole('article', { name: /Thread 1/ })
      .getByRole('button', { name: /resolved/ })
      .waitFor()
    await clara.page.getByText('resolved by Ada Brandt').waitFor()
    await clara.page.getByRole('button', { name: 'Reopen' }).click()
    await studio.page.getByRole('heading', { name: '1 open' }).waitFor()
  })

  test('[TALK-19] an address leads to its comment, also through the door; one to nothing opens the photo and says so', async () => {
    const comment = await threads(clara.page).locator('[data-comment]').last().getAttribute('data-comment')
    await loupe(noah.page, `#${comment}`)
    await noah.page.locator('article[aria-current=true]').getByText('The first one.').waitFor()
    const stranger = await someone(chromium, desk)
    await stranger.page.goto(`${server.url}/g/${gallery}/p/${photo}#${comment}`)
    const signIn = stranger.page.getByRole('link', { name: 'Sign in' })
    expect(await signIn.getAttribute('href')).toContain(encodeURIComponent(`#${comment}`))
    await stranger.context.addCookies(await noah.context.cookies())
    await stranger.page.goto(noahsLink)
    await stranger.page.waitForURL(`**/p/${photo}#${comment}`)
    await stranger.page.locator('article[aria-current=true]').waitFor()
    await stranger.context.close()
    await loupe(clara.page, '#c_00000000000000000000')
    await clara.page.reload()
    await clara.page.getByText('The comment in this address is not here.').waitFor()
  })

  test('[TALK-20] on a phone the words are a sheet over a photo that stays in sight, raised and put away', async () => {
    const { page } = noah
    await loupe(page)
    const sheet = page.getByRole('complementary', { name: 'Comments and marks' })
    const height = async () => (await sheet.boundingBox())?.height ?? 0
    const before = await height()
    await page.getByRole('button', { name: 'Show more of the comments' }).tap()
    await until(height, (now) => now > before + 60)
    expect((await page.locator('.photo-canvas').boundingBox())?.height ?? 0).toBeGreaterThan(90)
    await field(page).tap()
    await page.keyboard.type('From the train, @cl')
    await page.getByRole('option', { name: /Clara Winter/ }).tap()
    await page.getByRole('button', { name: 'Send' }).tap()
    await threads(clara.page).getByText('@Clara Winter', { exact: true }).waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0)
    await page.getByRole('button', { name: 'Hide comments and marks' }).last().tap()
    await sheet.waitFor({ state: 'detached' })
  })

  test('[REACH-12] a client goes through the loupe by keyboard alone, and the focus never falls off', async () => {
    const made = await scenery(server, owner, { photos: 4, feedback: 'collaborative' })
    const remove = (n: number) =>
      command(server, owner, { gallery: made.gallery, command: { type: 'photo:remove', photos: made.photos.slice(n, n + 1) } })
    const { page } = clara
    await page.goto((await linkTo(server, owner, made.gallery, { role: 'mainClient', binding: 'first' })).url)
    await page.getByRole('grid').waitFor()
    const { keyboard } = page
    const focused = (holds: RegExp) =>
      until(
        () => page.evaluate(() => `${document.activeElement?.ariaLabel ?? ''} ${document.activeElement?.textContent ?? ''}`),
        (words) => holds.test(words),
      )
    const hears = (words: string) => page.getByRole('status').filter({ hasText: words }).first().waitFor({ state: 'attached' })
    await page.locator(`[data-photo="${made.photos[1]}"]`).focus()
    await keyboard.press('4')
    await hears('4 stars')
    await keyboard.press('Enter')
    await focused(/^PRF_0002.jpg, large/)
    await keyboard.press('ArrowRight')
    await hears('PRF_0003.jpg, 3 of')
    await keyboard.press('m')
    await focused(/^Write a comment/)
    await keyboard.type('Words')
    await keyboard.press('Tab')
    await keyboard.press('Enter')
    await focused(/^Write a comment/)
    const thread = page.getByRole('article')
    await thread.getByRole('button', { name: 'Reply' }).press('Enter')
    await focused(/^Reply to/)
    await keyboard.type('More words')
    await keyboard.press('Enter')
    await thread.getByText('More words').waitFor()
    await focused(/^(More for|.*Reply)/)
    const menu = thread.getByRole('button', { name: /^More for/ }).first()
    for (const [items, then] of [
      [[/ Edit$/], /^Edit your comment/],
      [[/ Edit$/, / Delete$/], /^ Delete/],
    ] as const) {
      await menu.press('Enter')
      await focused(/Copy its address$/)
      for (const item of items) {
        await keyboard.press('ArrowDown')
        await focused(item)
      }
      await keyboard.press('Enter')
      await focused(then)
      await keyboard.press('Enter')
      await focused(/^(More for|.*Reply)/)
    }
    await remove(2)
    await page.getByRole('heading', { name: 'taken off the table' }).waitFor()
    await keyboard.press('ArrowLeft')
    await page.getByRole('main', { name: 'PRF_0002.jpg, large' }).waitFor()
    await remove(1)
    await page.getByRole('heading', { name: 'taken off the table' }).waitFor()
    await keyboard.press('Escape')
    await focused(/^PRF_0004.jpg/)
    await remove(3)
    await focused(/^PRF_0001.jpg/)
  })
})
