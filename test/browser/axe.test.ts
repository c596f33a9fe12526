/** Every screen, in both themes and on a phone, without a single violation. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { type Photographer, startServer, type TestServer } from '../helpers/server.ts'
import { type Scenery, scenery } from '../helpers/store-room.ts'
import { inTheme, violationsOn } from './axe.ts'
import { chromiumPath, launchChromium, type Someone, someone } from './chromium.ts'
import { type BuiltPages, buildPages } from './pages.ts'
import { become, command, linkTo } from './scenery.ts'
import { enter } from './studio-steps.ts'
import { picture } from './waiting.ts'

const inBrowser = chromiumPath === null ? describe.skip : describe
if (chromiumPath === null) process.stdout.write('Skipping axe in a browser: install Chromium, or set CHROMIUM to its path.\n')

const desk = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }

inBrowser('in Chromium', () => {
  let pages: BuiltPages
  let server: TestServer
  let chromium: Browser
  let owner: Photographer
  let made: Scenery
  let stranger: Someone
  let photographer: Someone
  let client: Someone

  beforeAll(async () => {
    pages = await buildPages()
    server = await startServer({ pages: pages.folder })
    chromium = await launchChromium()
    owner = await server.signUp('Ada Brandt')
    made = await scenery(server, owner, { photos: 6, feedback: 'collaborative' })
    await command(server, owner, { gallery: made.gallery, command: { type: 'photo:hide', photos: made.photos.slice(5) } })
    stranger = await someone(chromium, desk)
    photographer = await someone(chromium, desk)
    await become(photographer.page, server, owner.cookie)
    client = await someone(chromium, desk)
    const couple = await linkTo(server, owner, made.gallery, { role: 'mainClient', binding: 'first' })
    await enter(client.page, couple.url, 'Clara Winter')
    await picture(client.page, 'PRF_0001.jpg').first().waitFor()
  })

  afterAll(async () => {
    await chromium?.close()
    await server?.stop()
    pages?.remove()
  })

  const found: string[] = []
  afterEach(() => {
    expect(found.splice(0)).toEqual([])
  })

  /** Both themes on a desk, then a phone. */
  const clean = async (page: Page, screen: string): Promise<void> => {
    const look = async (where: string) => found.push(...(await violationsOn(page)).map((line) => `${screen}, ${where}: ${line}`))
    await inTheme(page, 'dark')
    await look('dark')
    await inTheme(page, 'light')
    await look('light')
    await page.setViewportSize(phone)
    await look('phone')
    await page.setViewportSize(desk)
  }
  const open = async ({ page }: Someone, path: string, role: Parameters<Page['getByRole']>[0], name: string | RegExp): Promise<Page> => {
    await page.goto(`${server.url}${path}`)
    await page.getByRole(role, { name }).first().waitFor()
    return page
  }

  test('the ways in', async () => {
    await clean(await open(stranger, '/sign-in', 'heading', 'Sign in'), 'sign in')
    await clean(await open(stranger, '/sign-up', 'heading', 'Open a studio'), 'sign up')
    await clean(await open(stranger, '/nowhere', 'heading', 'There is nothing here'), 'nothing here')
    await clean(await open(stranger, '/l/0123456789abcdefghijkl', 'heading', /./), 'a link that is not known')
    const coded = await linkTo(server, owner, made.gallery, { code: 'sesame' })
    await clean(await open(stranger, new URL(coded.url).pathname, 'textbox', 'Access code'), 'the code door')
    const named = await linkTo(server, owner, made.gallery)
    await clean(await open(stranger, new URL(named.url).pathname, 'textbox', 'Your name'), 'the name door')
  })

  test('the client gallery', async () => {
    const page = await open(client, `/g/${made.gallery}`, 'img', 'PRF_0001.jpg')
    await clean(page, 'the wall')
    await page.getByRole('button', { name: 'More filters' }).click()
    await page.getByRole('dialog').waitFor()
    await clean(page, 'the filters')
    await page.getByRole('button', { name: 'Paste a list of file names' }).click()
    await page.getByRole('dialog', { name: 'File names' }).waitFor()
    found.push(...(await violationsOn(page)))
    await page.keyboard.press('Escape')
    await page.locator('[data-photo]').first().focus()
    await page.keyboard.press('Shift+ArrowRight')
    await page.getByRole('region', { name: 'Selected photos' }).waitFor()
    await clean(page, 'a selection')
    await page.keyboard.press('?')
    await page.getByRole('dialog').waitFor()
    await clean(page, 'the keys')
  })

  test('the loupe', async () => {
    const page = await open(client, `/g/${made.gallery}/p/${made.photos[0]}`, 'main', /PRF_0001/)
    await clean(page, 'the loupe')
    await page.keyboard.press('m')
    await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA')
    await page.keyboard.type('Is this sharp')
    found.push(...(await violationsOn(page)))
    await page.keyboard.press('Escape')
  })

  test('photos side by side', async () => {
    const laid = `p=${made.photos.slice(0, 4).join(',')}`
    await clean(await open(client, `/g/${made.gallery}/compare?${laid}`, 'region', 'PRF_0002.jpg'), 'compare')
    const survey = await open(client, `/g/${made.gallery}/survey?${laid}`, 'button', 'Drop PRF_0002.jpg')
    await survey.getByRole('button', { name: 'Drop PRF_0002.jpg' }).click()
    await survey.getByRole('button', { name: 'Put PRF_0002.jpg back' }).waitFor()
    await clean(survey, 'the survey')
  })

  test('the studio', async () => {
    await clean(await open(photographer, '/', 'link', /Hinterland/), 'the studio')
    await clean(await open(photographer, `/g/${made.gallery}`, 'img', 'PRF_0001.jpg'), 'the desk')
    for (const tab of ['share', 'people', 'selections', 'activity', 'settings']) {
      await clean(await open(photographer, `/g/${made.gallery}?tab=${tab}`, 'link', new RegExp(`^${tab}`, 'i')), `the desk, ${tab}`)
    }
    const lists = await open(photographer, `/g/${made.gallery}?tab=selections`, 'button', 'Ask for a selection')
    await lists.getByRole('button', { name: 'Ask for a selection' }).first().click()
    await lists.getByRole('dialog').waitFor()
    found.push(...(await violationsOn(lists)))
    await clean(await open(photographer, '/settings', 'heading', /./), 'the settings')
    const home = await open(photographer, '/', 'link', /Hinterland/)
    await home.getByRole('searchbox').first().fill('PRF')
    await home.getByRole('heading', { level: 2 }).first().waitFor()
    await clean(home, 'what a search found')
    const page = await open(photographer, `/g/${made.gallery}?tab=share`, 'button', 'Share')
    await page.getByRole('button', { name: 'Share', exact: true }).click()
    await page.getByRole('dialog').waitFor()
    for (const role of await page.getByRole('dialog').getByRole('radiogroup').first().getByRole('radio').all()) {
      await role.click()
      found.push(...(await violationsOn(page)))
    }
    await clean(page, 'the share dialog')
  })

  test('[REACH-3] pages have titles of their own, and Escape closes what is innermost', async () => {
    await photographer.page.goto(`${server.url}/g/${made.gallery}?tab=share`)
    await photographer.page.waitForFunction(() => document.title.startsWith('Share – Hinterland'))
    const page = await open(client, `/g/${made.gallery}`, 'img', 'PRF_0001.jpg')
    await page.setViewportSize({ width: 720, height: 450 })
    await page.locator('[data-photo]').first().focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.title.startsWith('PRF_0002.jpg'))
    const panel = page.getByRole('complementary', { name: 'Comments and marks' })
    const stage = page.locator('.loupe .stage')
    await panel.waitFor()
    expect((await stage.boundingBox())?.height ?? 0).toBeGreaterThan(300)
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'detached' })
    await page.keyboard.press('Escape')
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'PRF_0002.jpg')
    expect(await page.title()).toContain('Hinterland')
    await page.setViewportSize(desk)
  })
})
