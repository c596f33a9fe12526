/** What goes wrong around open pages: a restart, lost connections, two pages of one person, a wrong clock, a small screen. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { clockLeeway } from '../../common/limits.ts'
import { type Photographer, startServer, type TestServer } from '../helpers/server.ts'
import { scenery } from '../helpers/store-room.ts'
import { lineOf } from './broken-lines.ts'
import { chromiumPath, launchChromium, type Someone, someone } from './chromium.ts'
import { type BuiltPages, buildPages } from './pages.ts'
import { linkTo } from './scenery.ts'
import { enter } from './studio-steps.ts'
import { picture, says, until } from './waiting.ts'

const inBrowser = chromiumPath === null ? describe.skip : describe
if (chromiumPath === null) process.stdout.write('Skipping breaks in a browser: install Chromium, or set CHROMIUM to its path.\n')

const desk = { width: 1280, height: 800 }
const phone = { width: 390, height: 844 }

inBrowser('in Chromium', () => {
  let pages: BuiltPages
  let server: TestServer
  let chromium: Browser
  let owner: Photographer

  beforeAll(async () => {
    pages = await buildPages()
    server = await startServer({ pages: pages.folder })
    chromium = await launchChromium()
    owner = await server.signUp('Ada Brandt')
  })

  afterEach(async () => {
    for (const context of chromium.contexts()) await context.close()
  })

  afterAll(async () => {
    await chromium?.close()
    await server?.stop()
    pages?.remove()
  })

  /** The address of a guest link to a new gallery that everybody proofs together. */
  const hang = async (photos: number): Promise<string> => {
    const { gallery } = await scenery(server, owner, { photos, feedback: 'collaborative' })
    return (await linkTo(server, owner, gallery)).url
  }
  const inside = async (url: string, name: string, size = desk): Promise<Someone> => {
    const visitor = await someone(chromium, size)
    await enter(visitor.page, url, name)
    await picture(visitor.page, 'PRF_0001.jpg').first().waitFor()
    return visitor
  }
  const shows = (page: Page, photo: string, words: readonly string[]) =>
    until(
      () => says(page, photo),
      (said) => words.every((word) => said.includes(word)),
    )
  const saved = (page: Page) => page.getByLabel('Your choice').getByText('Saved', { exact: true }).waitFor()

  test('[CLIENT-11] the server restarts under open pages: they come back by themselves with what was done meanwhile', async () => {
    const url = await hang(3)
    const clara = (await inside(url, 'Clara Winter')).page
    const noah = (await inside(url, 'Noah Lind')).page
    const { folder, port, mongoUrl } = server
    await server.stop({ keep: true })
    await pick(clara, 'PRF_0001.jpg')
    await pick(clara, 'PRF_0002.jpg')
    await clara.getByText('Offline. Go on choosing, it is kept on this device.').waitFor()
    await clara.getByText('2 not saved yet').waitFor()
    await picture(clara, 'PRF_0003.jpg').first().click()
    await clara.getByRole('main', { name: 'PRF_0003.jpg, large' }).waitFor()
    await say(clara, 'While you were away')
    await leave(clara)
    await clara.getByText('3 not saved yet').waitFor()
    server = await startServer({ pages: pages.folder, folder, ...(mongoUrl ? { mongoUrl } : {}), config: { port } })
    for (const photo of ['PRF_0001.jpg', 'PRF_0002.jpg']) await shows(noah, photo, ['Clara Winter', 'pick'])
    await saved(clara)
    await picture(noah, 'PRF_0003.jpg').first().click()
    await noah.getByText('While you were away').waitFor()
    expect(await noah.getByText('While you were away').count()).toBe(1)
    await clara.getByText('Offline').waitFor({ state: 'detached' })
  })

  test('[CLIENT-3] a page loaded again before its marks were saved sends them then, once', async () => {
    const url = await hang(2)
    const { page, context } = await someone(chromium, desk)
    const line = await lineOf(context)
    await enter(page, url, 'Clara Winter')
    await picture(page, 'PRF_0001.jpg').first().waitFor()
    const noah = (await inside(url, 'Noah Lind')).page
    await line.cut()
    await pick(page, 'PRF_0001.jpg')
    await picture(page, 'PRF_0001.jpg').first().click()
    await say(page, 'Before the page went')
    await page.getByText('Before the page went').waitFor()
    await page.reload()
    await page.reload()
    await line.mend()
    await shows(noah, 'PRF_0001.jpg', ['Clara Winter', 'pick'])
    await picture(noah, 'PRF_0001.jpg').first().click()
    await noah.getByText('Before the page went').waitFor()
    expect(await noah.getByText('Before the page went').count()).toBe(1)
    await leave(page)
    await saved(page)
    await shows(page, 'PRF_0001.jpg', ['pick'])
  })

  test('[CLIENT-13] two pages of one person go offline and come back: what each did on photos of its own is kept, nothing there twice', async () => {
    const url = await hang(3)
    const { page: first, context } = await someone(chromium, desk)
    const line = await lineOf(context)
    await enter(first, url, 'Clara Winter')
    const second = await context.newPage()
    await second.goto(first.url())
    await picture(second, 'PRF_0001.jpg').first().waitFor()
    const noah = (await inside(url, 'Noah Lind')).page
    // The page behind another runs at a walk.
    await first.bringToFront()
    await pick(first, 'PRF_0001.jpg')
    await shows(second, 'PRF_0001.jpg', ['pick'])
    await line.cut()
    await pick(first, 'PRF_0002.jpg')
    await second.bringToFront()
    await second.getByRole('button', { name: 'Favourite PRF_0003.jpg' }).first().click()
    await pick(second, 'PRF_0003.jpg')
    for (const [page, words] of [
      [first, 'From the first page'],
      [second, 'From the second page'],
    ] as const) {
      await page.bringToFront()
      await picture(page, 'PRF_0001.jpg').first().click()
      await say(page, words)
    }
    await line.mend()
    for (const page of [first, second]) {
      await page.bringToFront()
      await page.getByText('From the first page').waitFor()
      await page.getByText('From the second page').waitFor()
      await leave(page)
      await shows(page, 'PRF_0002.jpg', ['pick'])
      await shows(page, 'PRF_0003.jpg', ['pick', 'favourite'])
      await saved(page)
    }
    await shows(noah, 'PRF_0002.jpg', ['Clara Winter', 'pick'])
    await shows(noah, 'PRF_0003.jpg', ['Clara Winter', 'pick', 'favourite'])
    await picture(noah, 'PRF_0001.jpg').first().click()
    await noah.getByText('From the second page').waitFor()
    expect(await noah.getByText('From the first page').count()).toBe(1)
  })

  test.each([2, -2])('a browser whose clock is %i hours wrong marks and comments like any other', async (hours) => {
    const url = await hang(2)
    const { page, context } = await someone(chromium, desk)
    await context.addInitScript(`{
      const Real = Date, off = ${hours * 3_600_000}
      globalThis.Date = class extends Real {
        constructor(...args) { super(...(args.length ? args : [Real.now() + off])) }
        static now() { return Real.now() + off }
      }
    }`)
    await enter(page, url, 'Clara Winter')
    const noah = (await inside(url, 'Noah Lind')).page
    await pick(page, 'PRF_0001.jpg')
    await shows(noah, 'PRF_0001.jpg', ['Clara Winter', 'pick'])
    await picture(page, 'PRF_0001.jpg').first().click()
    await say(page, 'From another hour')
    await picture(noah, 'PRF_0001.jpg').first().click()
    await noah.getByText('From another hour').waitFor()
    const said = await noah.getByRole('time').first().getAttribute('datetime')
    expect(Math.abs(Date.parse(said ?? '') - Date.now())).toBeLessThan(clockLeeway)
    await leave(page)
    await saved(page)
  })

  test('a phone: a name, a mark by touch, a comment below the picture, and back to the same place', async () => {
    const url = await hang(60)
    const { page } = await inside(url, 'Mara Vogt', phone)
    const noah = (await inside(url, 'Noah Lind')).page
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(await wide()).toBeLessThanOrEqual(0)
    const photo = picture(page, 'PRF_0041.jpg').first()
    await photo.scrollIntoViewIfNeeded()
    await page.getByRole('button', { name: 'Pick PRF_0041.jpg' }).tap()
    await shows(noah, 'PRF_0041.jpg', ['Mara Vogt', 'pick'])
    for (const back of ['browser', 'button'] as const) {
      const before = await photo.boundingBox()
      await photo.tap()
      await page.getByRole('main', { name: 'PRF_0041.jpg, large' }).waitFor()
      await say(page, `By the ${back}`)
      await page.getByText(`By the ${back}`).waitFor()
      expect(await wide()).toBeLessThanOrEqual(0)
      if (back === 'browser') await page.goBack()
      else await leave(page)
      await page.getByRole('main', { name: 'PRF_0041.jpg, large' }).waitFor({ state: 'detached' })
      await until(
        async () => [before?.y, (await photo.boundingBox())?.y],
        ([was, is]) => was !== undefined && is !== undefined && Math.abs(was - is) < 4,
      )
    }
    await picture(noah, 'PRF_0041.jpg').first().click()
    await noah.getByText('By the button').waitFor()
  })

  test('[LOUPE-7] one finger swipes to the next photo while the whole picture is seen, two zoom, and then one pans', async () => {
    const url = await hang(3)
    const { page, context } = await inside(url, 'Mara Vogt', phone)
    await picture(page, 'PRF_0001.jpg').first().tap()
    const on = (n: number) => page.getByRole('main', { name: `PRF_000${n}.jpg, large` }).waitFor()
    await on(1)
    const hands = await context.newCDPSession(page)
    const stage = await page.locator('.stage canvas').first().boundingBox()
    const [x, y] = [(stage?.x ?? 0) + (stage?.width ?? 0) / 2, (stage?.y ?? 0) + (stage?.height ?? 0) / 2]
    /** Fingers at these places across the middle, one step after the other. */
    const touch = async (...steps: readonly (readonly number[])[]) => {
      for (const [n, fingers] of steps.entries()) {
        const touchPoints = fingers.map((across, id) => ({ x: x + across, y, id }))
        await hands.send('Input.dispatchTouchEvent', { type: n === 0 ? 'touchStart' : 'touchMove', touchPoints })
      }
      await hands.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    }
    const percent = async () =>
      Number(/(\d+) %/.exec((await page.getByRole('button', { name: /^Zoom: / }).getAttribute('aria-label')) ?? '')?.[1])
    await touch([80], [20], [-60], [-110]).then(() => on(2))
    await touch([-80], [0], [90]).then(() => on(1))
    const whole = await percent()
    await touch([-20, 20], [-40, 40], [-70, 70], [-100, 100])
    const near = await until(percent, (now) => now >= whole * 4.5)
    await touch([80], [20], [-60], [-110])
    await on(1)
    expect(await percent()).toBe(near)
    await touch([-100, 100], [-60, 60], [-20, 20], [-5, 5])
    await until(percent, (now) => now === whole)
    await touch([80], [0], [-110]).then(() => on(2))
  })
})

async function pick(page: Page, photo: string): Promise<void> {
  await picture(page, photo).first().hover()
  await page.getByRole('button', { name: `Pick ${photo}` }).click()
}

/** From the loupe to the wall. */
const leave = (page: Page): Promise<void> => page.getByRole('link', { name: 'Back to the wall' }).click()

async function say(page: Page, words: string): Promise<void> {
  await page.getByLabel('Write a comment').fill(words)
  await page.getByRole('button', { name: 'Send' }).click()
}
