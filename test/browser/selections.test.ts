/** A selection is asked for, filled by keyboard while the photographer watches, sent, reopened and sent again. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { startServer, type TestServer } from '../helpers/server.ts'
import { scenery } from '../helpers/store-room.ts'
import { chromiumPath, launchChromium, type Someone, someone } from './chromium.ts'
import { type BuiltPages, buildPages } from './pages.ts'
import { become, linkTo } from './scenery.ts'
import { enter } from './studio-steps.ts'
import { picture, says } from './waiting.ts'

const inBrowser = chromiumPath === null ? describe.skip : describe
if (chromiumPath === null) process.stdout.write('Skipping selections in a browser: install Chromium, or set CHROMIUM to its path.\n')

const size = { width: 1280, height: 900 }

inBrowser('in Chromium', () => {
  let pages: BuiltPages
  let server: TestServer
  let chromium: Browser
  let ada: Someone
  let clara: Someone

  beforeAll(async () => {
    pages = await buildPages()
    server = await startServer({ pages: pages.folder })
    chromium = await launchChromium()
    const owner = await server.signUp('Ada Brandt')
    const { gallery } = await scenery(server, owner, { photos: 6, feedback: 'private' })
    const link = await linkTo(server, owner, gallery, { role: 'mainClient', binding: 'first' })
    ada = await someone(chromium, size)
    clara = await someone(chromium, size)
    await become(ada.page, server, owner.cookie)
    await ada.page.goto(`${server.url}/g/${gallery}?tab=selections`)
    await enter(clara.page, link.url, 'Clara Winter')
    await picture(clara.page, 'PRF_0001.jpg').first().waitFor()
  }, 60_000)

  afterAll(async () => {
    await chromium?.close()
    await server?.stop()
    pages?.remove()
  })

  const counter = (page: Page) => page.getByRole('complementary', { name: 'Your list' })
  const party = (page: Page) => page.getByRole('region', { name: 'Clara Winter' })

  test('[CHOICE-40] a photographer asks for two or three photos, and the client reads it at once', async () => {
    await ada.page.getByRole('button', { name: 'Ask for a selection' }).click()
    const dialog = ada.page.getByRole('dialog')
    await dialog.getByLabel('Name').fill('Almanac')
    await dialog.getByLabel('At least').fill('2')
    await dialog.getByLabel('At most').fill('3')
    await dialog.getByLabel('A word to them').fill('A wide one for the cover, please')
    await dialog.getByRole('button', { name: 'Ask for it' }).click()
    await ada.page.getByRole('heading', { name: 'Almanac' }).waitFor()
    await clara.page.getByRole('link', { name: 'Almanac 0 of 3 chosen' }).waitFor()
  })

  test('[CHOICE-40] picks made by keyboard arrive with the photographer in the same moment', async () => {
    const { keyboard } = clara.page
    for (let n = 0; n < 3; n++) {
      await keyboard.press('ArrowRight')
      await keyboard.press('b')
      if (n === 0) await counter(clara.page).getByText('1 more and you can send').waitFor()
    }
    await counter(clara.page).getByText('3 of 3 chosen').waitFor()
    await party(ada.page).getByText('3 of 3').first().waitFor()
    await party(ada.page).getByRole('link', { name: /0003/ }).waitFor()
  })

  test('[CHOICE-41] what is over the end is explained, left out or swapped', async () => {
    const { page } = clara
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('b')
    await page.getByText('3 of 3: take one out first').waitFor()
    await page.getByText('PRF_0004.jpg is not in.').waitFor()
    expect(await says(page, 'PRF_0004.jpg')).not.toContain('Clara')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('b')
    await page.getByText('There is room again').waitFor()
    await page.getByRole('button', { name: 'Put it in' }).click()
    await counter(page).getByText('3 of 3 chosen').waitFor()
    await page.locator('[data-photo]').nth(2).focus()
    await page.keyboard.press('b')
    await page.getByText('3 of 3: take one out first').waitFor()
    await page.getByText('PRF_0003.jpg is not in.').waitFor()
    await page.getByRole('link', { name: 'Choose one to swap' }).click()
    await page.getByRole('heading', { name: 'Almanac' }).waitFor()
    await page.getByRole('button', { name: 'Swap PRF_0001.jpg for PRF_0003.jpg' }).click()
    await page.getByRole('button', { name: 'Take out PRF_0003.jpg' }).waitFor()
    await party(ada.page).getByRole('link', { name: /0003/ }).waitFor()
    await page.keyboard.press('Control+z')
    await page.getByRole('button', { name: 'Take out PRF_0001.jpg' }).waitFor()
  })

  test('[CHOICE-42] sent is locked; reopened and sent again it is a second version', async () => {
    const { page } = clara
    await page.getByLabel('A word to Ada').fill('The first one is our cover')
    await page.getByRole('button', { name: 'Send 3 photos' }).click()
    await page.getByText('Sent to Studio Ada Brandt. The list is locked.').waitFor()
    await party(ada.page).getByText('The first one is our cover').waitFor()
    await page.getByRole('link', { name: /Back to/ }).click()
    await page.getByRole('heading', { name: 'Almanac' }).waitFor({ state: 'detached' })
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('b')
    await page.getByText('This list was sent and is locked.', { exact: false }).first().waitFor()
    await counter(page).getByText('3 of 3 sent').waitFor()
    await counter(page).getByRole('link', { name: 'See the list' }).click()
    await page.getByRole('button', { name: 'Ask to reopen' }).click()
    await party(ada.page).getByText('asks to reopen').waitFor()
    await ada.page.getByRole('button', { name: 'Reopen the list of Clara Winter' }).click()
    await page.getByRole('button', { name: 'Take out PRF_0002.jpg' }).click()
    await page.getByRole('button', { name: 'Send 2 photos' }).click()
    await party(ada.page).getByText('0 in, 1 out since version 1').waitFor()
    expect([...ada.complaints, ...clara.complaints].filter((line) => !line.includes('404'))).toEqual([])
  })

  test('[CHOICE-43] a reminder is read in the gallery, and leads to the list', async () => {
    await ada.page.getByRole('button', { name: 'Reopen the list of Clara Winter' }).click()
    await ada.page.getByRole('button', { name: 'Remind' }).click()
    const dialog = ada.page.getByRole('dialog')
    await dialog.getByLabel('What do you want to say').fill('Only the cover is missing')
    await dialog.getByRole('button', { name: 'Remind' }).click()
    const { page } = clara
    await page.getByRole('main', { name: 'Almanac' }).getByText('Only the cover is missing').waitFor()
    await page.getByRole('link', { name: /Back to/ }).click()
    await page.getByText('Ada Brandt: Only the cover is missing').waitFor()
    await page.getByRole('link', { name: 'Open the list' }).click()
    await page.getByRole('heading', { name: 'Almanac' }).waitFor()
  })
})
