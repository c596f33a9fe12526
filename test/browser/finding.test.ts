/** Marks on many photos at once, filters that are sent as an address, lists of names, saved views, and the studio's names of the colours. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import type { Photographer } from '../helpers/server.ts'
import { startServer, type TestServer } from '../helpers/server.ts'
import { type Scenery, scenery } from '../helpers/store-room.ts'
import { chromiumPath, launchChromium, type Someone, someone } from './chromium.ts'
import { type BuiltPages, buildPages } from './pages.ts'
import { become, linkTo } from './scenery.ts'
import { enter } from './studio-steps.ts'
import { picture, says, until } from './waiting.ts'

const inBrowser = chromiumPath === null ? describe.skip : describe
if (chromiumPath === null) process.stdout.write('Skipping finding in a browser: install Chromium, or set CHROMIUM to its path.\n')

const desk = { width: 1440, height: 900 }

inBrowser('in Chromium', () => {
  let pages: BuiltPages
  let server: TestServer
  let chromium: Browser
  let owner: Photographer
  let at: Scenery
  let ada: Someone
  let clara: Someone
  let noah: Someone

  beforeAll(async () => {
    pages = await buildPages()
    server = await startServer({ pages: pages.folder })
    chromium = await launchChromium()
    owner = await server.signUp('Ada Brandt')
    at = await scenery(server, owner, { photos: 6, feedback: 'collaborative' })
    ada = await someone(chromium, desk)
    clara = await someone(chromium, desk)
    noah = await someone(chromium, desk)
    await become(ada.page, server, owner.cookie)
    await ada.page.goto(`${server.url}/g/${at.gallery}`)
    await enter(clara.page, (await linkTo(server, owner, at.gallery, { role: 'mainClient', binding: 'first' })).url, 'Clara Winter')
    await enter(noah.page, (await linkTo(server, owner, at.gallery, { role: 'mainClient', binding: 'first' })).url, 'Noah Lind')
    for (const { page } of [ada, clara, noah]) await picture(page, 'PRF_0001.jpg').first().waitFor()
  })

  afterAll(async () => {
    await chromium?.close()
    await server?.stop()
    pages?.remove()
  })

  const name = (n: number) => `PRF_000${n}.jpg`
  const marked = (page: Page, n: number, holds: (words: string) => boolean) => until(() => says(page, name(n)), holds)
  const hanging = (page: Page) => page.locator('[data-photo]').evaluateAll((cells) => cells.map((cell) => cell.getAttribute('aria-label')))

  test('[FIND-9] a selection made by mouse and keys is marked at once, and taken back at once', async () => {
    const { page } = clara
    await picture(page, name(1))
      .first()
      .click({ modifiers: ['Control'] })
    await picture(page, name(2))
      .first()
      .click({ modifiers: ['Control'] })
    await page.keyboard.press('Shift+ArrowRight')
    const bar = page.getByRole('region', { name: 'Selected photos' })
    await bar.getByText('3 selected').waitFor()
    await page.keyboard.press('p')
    await page.keyboard.press('4')
    await bar.getByRole('button', { name: 'red' }).click()
    for (const n of [1, 2, 3]) await marked(noah.page, n, (words) => words.includes('Clara Winter: pick, red, 4 stars'))
    await page.keyboard.press('Control+z')
    for (const n of [1, 2, 3]) await marked(noah.page, n, (words) => words.includes('pick, 4 stars'))
    await bar.getByRole('button', { name: 'Select nothing' }).click()
    await page.getByRole('complementary', { name: 'Your choice' }).getByText('3 chosen').waitFor()
  })

  test('[COMPARE-20] what is held on the wall is laid side by side or surveyed by a button, and held on the way back', async () => {
    const { page } = clara
    const hold = (n: number) =>
      picture(page, name(n))
        .first()
        .click({ modifiers: ['Control'] })
    const bar = page.getByRole('region', { name: 'Selected photos' })
    for (const n of [1, 2]) await hold(n)
    await bar.getByRole('button', { name: 'Compare' }).click()
    await page.getByRole('main', { name: 'Compare' }).waitFor()
    await page.goBack()
    await bar.getByRole('button', { name: 'Survey' }).click()
    await page.getByRole('main', { name: 'Survey' }).waitFor()
    await page.goBack()
    await bar.getByText('2 selected').waitFor()
    for (const n of [3, 4, 5]) await hold(n)
    await bar.getByText('5 selected').waitFor()
    expect(await bar.getByRole('button', { name: 'Compare' }).count()).toBe(0)
    await bar.getByRole('button', { name: 'Select nothing' }).click()
    await bar.waitFor({ state: 'detached' })
  })

  test('[FIND-10] a filter is in the address, and shows the same to whoever it is sent to', async () => {
    const { page } = clara
    await page.getByRole('button', { name: 'More filters' }).click()
    const dialog = page.getByRole('dialog', { name: 'Show' })
    await dialog.getByRole('button', { name: /^You/ }).click()
    await dialog.getByLabel('Sort by').selectOption('name')
    await dialog.getByRole('checkbox', { name: 'The other way round' }).click()
    await dialog.getByRole('button', { name: 'Show 3 photos' }).click()
    await until(
      () => hanging(page),
      (shown) => shown.join() === [3, 2, 1].map(name).join(),
    )
    await noah.page.goto(page.url())
    await until(
      () => hanging(noah.page),
      (shown) => shown.join() === [3, 2, 1].map(name).join(),
    )
  })

  test('[FIND-11] names pasted as a list: what is here is selected, what is not is said', async () => {
    const { page } = ada
    await page.getByRole('button', { name: 'More filters' }).click()
    await page.getByRole('button', { name: 'Paste a list of file names' }).click()
    const dialog = page.getByRole('dialog', { name: 'File names' })
    await dialog.getByRole('textbox', { name: 'File names' }).fill('prf_0002.NEF, 5\nDSC_0815.jpg')
    await dialog.getByText('2 of 3 names found, 2 photos').waitFor()
    await dialog.getByText('DSC_0815.jpg').last().waitFor()
    await dialog.getByRole('button', { name: 'Select them' }).click()
    await page.getByRole('region', { name: 'Selected photos' }).getByText('2 selected').waitFor()
    await page.keyboard.press('Escape')
  })

  test('[FIND-12] a view saved for everyone is found by everyone, with what it shows', async () => {
    await ada.page.getByRole('button', { name: /Any flag/ }).click()
    await ada.page.getByRole('menuitemradio', { name: 'Chosen' }).click()
    await ada.page.getByRole('button', { name: 'Saved views' }).click()
    await ada.page.getByRole('menuitem', { name: 'Save this view' }).click()
    const dialog = ada.page.getByRole('dialog', { name: 'Saved views' })
    await dialog.getByLabel('What it is called').fill('Best of the day')
    await dialog.getByLabel('For whom').selectOption('everyone')
    await dialog.getByRole('button', { name: 'Save', exact: true }).click()
    await dialog.getByRole('button', { name: 'Show Best of the day' }).waitFor()
    await noah.page.goto(`${server.url}/g/${at.gallery}`)
    await noah.page.getByRole('button', { name: 'Saved views' }).click()
    await noah.page.getByRole('menuitemradio', { name: 'Best of the day' }).click()
    await until(
      () => hanging(noah.page),
      (shown) => shown.join() === [1, 2, 3].map(name).join(),
    )
    expect(new URL(noah.page.url()).search).toBe('?flag=pick')
  })

  test('[FIND-13] the studio’s names of the colours stand in open galleries at once', async () => {
    await ada.page.goto(`${server.url}/settings`)
    await ada.page.getByLabel('Name of red').fill('Retouch')
    await ada.page.getByRole('button', { name: 'Save' }).click()
    await ada.page.getByText('Names saved, also in open galleries').waitFor()
    await picture(clara.page, name(1)).first().hover()
    await clara.page.getByRole('button', { name: `More marks for ${name(1)}` }).click()
    await clara.page.getByRole('button', { name: `Retouch ${name(1)}` }).click()
    await marked(noah.page, 1, (words) => words.includes('pick, Retouch, 4 stars'))
    const threw = [ada, clara, noah].flatMap(({ complaints }) => complaints.filter((said) => !said.includes('404')))
    expect(threw).toEqual([])
  })
})
