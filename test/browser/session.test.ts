/** A review session in three browsers: led, left, voted in secret, decided, and a photo hidden under those who follow. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { type Photographer, startServer, type TestServer } from '../helpers/server.ts'
import { type Scenery, scenery } from '../helpers/store-room.ts'
import { violationsOn } from './axe.ts'
import { chromiumPath, launchChromium, type Someone, someone } from './chromium.ts'
import { type BuiltPages, buildPages } from './pages.ts'
import { become, command, linkTo } from './scenery.ts'
import { enter } from './studio-steps.ts'
import { picture, until } from './waiting.ts'

const inBrowser = chromiumPath === null ? describe.skip : describe
if (chromiumPath === null) process.stdout.write('Skipping a review session in a browser: install Chromium, or set CHROMIUM to its path.\n')

const wide = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }

inBrowser('in Chromium', () => {
  let pages: BuiltPages
  let server: TestServer
  let chromium: Browser
  let owner: Photographer
  let made: Scenery
  let ada: Someone
  let clara: Someone
  let mara: Someone

  beforeAll(async () => {
    pages = await buildPages()
    server = await startServer({ pages: pages.folder })
    chromium = await launchChromium()
    owner = await server.signUp('Ada Brandt')
    made = await scenery(server, owner, { photos: 6, feedback: 'collaborative' })
    ada = await someone(chromium, wide)
    await become(ada.page, server, owner.cookie)
    clara = await someone(chromium, wide)
    mara = await someone(chromium, phone)
    const couple = await linkTo(server, owner, made.gallery, { role: 'mainClient', binding: 'first' })
    const friends = await linkTo(server, owner, made.gallery)
    await enter(clara.page, couple.url, 'Clara Winter')
    await enter(mara.page, friends.url, 'Mara Vogt')
    await picture(mara.page, 'PRF_0001.jpg').first().waitFor()
  })

  afterAll(async () => {
    await chromium?.close()
    await server?.stop()
    pages?.remove()
  })

  afterEach(() => {
    const threw = [ada, clara, mara].flatMap(({ complaints }) => complaints.filter((one) => one.startsWith('threw')))
    expect(threw).toEqual([])
  })

  const at = (page: Page, n: number) => page.waitForURL(new RegExp(`/p/${made.photos[n - 1]}`))
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
  const bar = (page: Page, text: string) => page.locator('.loupe .lead-tab', { hasText: text })
  const zoom = (page: Page) => button(page, /^Zoom/).getAttribute('aria-label')

  test('[SESSION-13] whoever presents takes everybody inside along, photo and zoom', async () => {
    await ada.page.goto(`${server.url}/g/${made.gallery}/p/${made.photos[0]}`)
    await button(ada.page, /^Present/).click()
    for (const { page } of [clara, mara]) {
      await at(page, 1)
      await bar(page, 'Ada leads').waitFor()
    }
    await ada.page.keyboard.press('ArrowRight')
    await Promise.all([at(clara.page, 2), at(mara.page, 2)])
    const whole = await zoom(mara.page)
    await ada.page.keyboard.press('z')
    const led = await zoom(ada.page)
    await until(
      () => zoom(clara.page),
      (now) => now === led,
    )
    await until(
      () => zoom(mara.page),
      (now) => now !== whole,
    )
  })

  test('[SESSION-13] one’s own way ends following, and there is a way back', async () => {
    await clara.page.keyboard.press('ArrowRight')
    await at(clara.page, 3)
    await ada.page.keyboard.press('End')
    await at(mara.page, 6)
    await bar(clara.page, 'Ada is at PRF_0006').waitFor()
    await at(clara.page, 3)
    await clara.page.reload()
    await button(clara.page, 'Back to Ada').click()
    await at(clara.page, 6)
    await button(mara.page, /^Zoom/).click()
    await button(mara.page, 'Back to Ada').click()
    await bar(mara.page, 'Ada leads').waitFor()
    await mara.page.keyboard.press('ArrowLeft')
    await at(mara.page, 5)
    await button(mara.page, 'Back to Ada').click()
    await at(mara.page, 6)
    await bar(mara.page, 'Ada leads').waitFor()
  })

  test('[SESSION-13] a pointer is seen by whoever looks at the same photo, with its name', async () => {
    await ada.page.mouse.move(500, 400)
    await ada.page.mouse.move(520, 420)
    for (const { page } of [clara, mara]) await page.locator('.pointer .tagname', { hasText: 'Ada' }).waitFor()
    await ada.page.mouse.move(1400, 20)
    for (const { page } of [clara, mara]) await page.locator('.pointer').waitFor({ state: 'detached' })
  })

  test('[SESSION-15] whoever leads lays photos side by side for everybody, zoom and pointer included, as far as each sees them', async () => {
    const panes = (page: Page) => page.locator('.pane').evaluateAll((all) => all.map((pane) => pane.getAttribute('aria-label')))
    const frames = (page: Page) => page.locator('.sframe .ph').evaluateAll((all) => all.map((frame) => frame.getAttribute('aria-label')))
    const followers = [clara.page, mara.page]
    const laid = async (read: (page: Page) => Promise<unknown>, page: Page, ...numbers: number[]) => {
      const names = JSON.stringify(numbers.map((n) => `PRF_000${n}.jpg`))
      await until(
        () => read(page),
        (now) => JSON.stringify(now) === names,
      )
    }
    await ada.page.keyboard.press('Home')
    await at(mara.page, 1)
    await ada.page.keyboard.press('c')
    for (const page of followers) await laid(panes, page, 1, 2)
    const whole = await zoom(ada.page)
    await ada.page.keyboard.press('z')
    const led = await until(
      () => zoom(ada.page),
      (now) => now !== whole,
    )
    await until(
      () => zoom(clara.page),
      (now) => now === led,
    )
    await ada.page.keyboard.press('ArrowRight')
    for (const { page } of [clara, mara]) await page.locator('.pane.cur[aria-label="PRF_0002.jpg"]').waitFor()
    const second = ada.page.locator('.pane').nth(1).locator('canvas').first()
    let x = 100
    await until(
      async () => {
        await second.hover({ position: { x: x++, y: 100 } })
        return clara.page.locator('.pane').nth(1).locator('.pointer .tagname', { hasText: 'Ada' }).count()
      },
      (count) => count === 1,
    )
    await button(ada.page, 'Four').click()
    for (const page of followers) await laid(panes, page, 1, 2, 3, 4)
    const photos = made.photos.slice(2, 3)
    await command(server, owner, { gallery: made.gallery, command: { type: 'photo:hide', photos } })
    await laid(panes, mara.page, 1, 2, 4)
    expect(await mara.page.locator('.gone-pane').count()).toBe(0)
    expect(mara.page.url()).not.toContain(made.photos[2])
    await laid(panes, clara.page, 1, 2, 3, 4)
    await ada.page.keyboard.press('n')
    await laid(frames, mara.page, 1, 2, 4)
    await ada.page.keyboard.press('Delete')
    await laid(frames, mara.page, 1, 4)
    await laid(frames, clara.page, 1, 3, 4)
    await command(server, owner, { gallery: made.gallery, command: { type: 'photo:show', photos } })
    await laid(frames, mara.page, 1, 3, 4)
    await mara.page.locator('.sframe .ph').last().click()
    await bar(mara.page, 'Ada is at 3 photos side by side').waitFor()
    await button(mara.page, 'Back to Ada').click()
    await bar(mara.page, 'Ada leads').waitFor()
    await ada.page.keyboard.press('e')
    await ada.page.getByRole('main', { name: /, large$/ }).waitFor()
    await ada.page.keyboard.press('End')
    await Promise.all([at(clara.page, 6), at(mara.page, 6)])
  })

  test('[SESSION-13] a vote stays secret until it is revealed, also over a reload', async () => {
    await clara.page.getByRole('textbox', { name: /^Bring up/ }).fill('Full page?')
    await clara.page.keyboard.press('Enter')
    await ada.page.getByRole('list').getByText('Full page?').waitFor()
    await button(ada.page, 'Ask').click()
    await button(clara.page, 'Not sure').click()
    await button(mara.page, 'Yes').click()
    await ada.page.getByText('2 of 3 voted').waitFor()
    await clara.page.reload()
    await clara.page.getByRole('button', { name: 'Not sure', pressed: true }).waitFor()
    expect(await mara.page.getByRole('button', { pressed: true, name: /Yes|No|Not sure/ }).allInnerTexts()).toEqual(['Yes'])
    await button(ada.page, 'Reveal').click()
    for (const { page } of [ada, clara, mara]) {
      await page.getByRole('listitem').filter({ hasText: 'Not sure' }).getByRole('img', { name: 'Clara Winter' }).waitFor()
    }
    expect([...(await violationsOn(ada.page)), ...(await violationsOn(mara.page))]).toEqual([])
  })

  test('[SESSION-13] a photo hidden under those who follow is gone for them alone, and takes them back when it is shown', async () => {
    const photos = made.photos.slice(5, 6)
    await command(server, owner, { gallery: made.gallery, command: { type: 'photo:hide', photos } })
    await bar(mara.page, 'Ada is looking at something else').waitFor()
    expect(await mara.page.locator('.loupe').getByText('PRF_0006').count()).toBe(0)
    await bar(clara.page, 'Ada leads').waitFor()
    await command(server, owner, { gallery: made.gallery, command: { type: 'photo:show', photos } })
    await at(mara.page, 6)
    await bar(mara.page, 'Ada leads').waitFor()
  })

  test('[SESSION-13] what was decided is told at once and stays in the activity', async () => {
    await ada.page.getByRole('textbox', { name: 'A note to it' }).fill('On the spread')
    await button(ada.page, 'Kept').click()
    for (const { page } of [clara, mara]) await page.getByText('Decided: PRF_0006 is kept').first().waitFor()
    await button(ada.page, 'End').click()
    await bar(mara.page, 'Ada leads').waitFor({ state: 'detached' })
    await mara.page.getByRole('list', { name: 'Decisions' }).getByText('On the spread').waitFor()
    await ada.page.goto(`${server.url}/g/${made.gallery}?tab=activity`)
    await ada.page.getByRole('link', { name: 'Ada Brandt decided: 0006 stays' }).waitFor()
    await ada.page.getByText(/By Ada Brandt, .* after 1 of 2 said yes/).waitFor()
    expect(await violationsOn(ada.page)).toEqual([])
  })

  test('[SESSION-17] [HIST-6] a decision is taken back by who made it, and history tells it while one looks', async () => {
    await mara.page.goto(`${server.url}/g/${made.gallery}`)
    await button(mara.page, 'You, language and theme').click()
    await button(mara.page, '1 decision').click()
    const list = mara.page.getByRole('dialog', { name: 'Decisions' })
    await list.getByText('On the spread').waitFor()
    expect(await list.getByRole('button', { name: /^Take back/ }).count()).toBe(0)
    expect(await violationsOn(mara.page)).toEqual([])
    await button(ada.page, 'Take back what was decided about PRF_0006').click()
    await ada.page.keyboard.press('Enter')
    await list.getByText('Nothing is decided yet', { exact: false }).waitFor()
    await ada.page.getByText('Ada Brandt took a decision back').waitFor()
  })
  test('[MARK-13] on a phone a tap that marks goes on to the next photo, and what is undone is come back to', async () => {
    const { page } = mara
    await page.goto(`${server.url}/g/${made.gallery}/p/${made.photos[0]}`)
    await button(page, 'Reject').click()
    await button(page, 'Reject').click()
    await page.getByRole('button', { name: 'Reject', pressed: false }).waitFor()
    expect(page.url()).toContain(made.photos[0])
    await button(page, 'A mark always goes on to the next photo').click()
    await button(page, 'Reject').click()
    await at(page, 2)
    await page.getByText('PRF_0001 is marked').waitFor()
    await page.getByRole('main', { name: 'PRF_0002.jpg, large' }).waitFor()
    await button(page, '3 stars').click()
    await at(page, 3)
    await page.getByText('PRF_0002 is marked').waitFor()
    await page.keyboard.press('Control+z')
    await at(page, 2)
    await page.getByRole('button', { name: '3 stars', pressed: false }).waitFor()
    await page.keyboard.press('Control+z')
    await at(page, 1)
    await page.getByRole('button', { name: 'Reject', pressed: false }).waitFor()
  })
})
