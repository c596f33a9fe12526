/** The ways in and every screen a client meets, without a single violation. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { type AxeRoom, closeRoom, desk, lookedOver, openAt, openRoom, type Theme, violationsOn } from './axe.ts'
import { chromiumPath, type Someone, someone } from './chromium.ts'
import { linkTo } from './scenery.ts'
import { enter } from './studio-steps.ts'
import { picture } from './waiting.ts'

const inBrowser = chromiumPath === null ? describe.skip : describe
if (chromiumPath === null) process.stdout.write('Skipping axe in a browser: install Chromium, or set CHROMIUM to its path.\n')

inBrowser('in Chromium', () => {
  let room: AxeRoom
  let stranger: Someone
  let client: Someone

  beforeAll(async () => {
    room = await openRoom()
    stranger = await someone(room.chromium, desk)
    client = await someone(room.chromium, desk)
    const couple = await linkTo(room.server, room.owner, room.made.gallery, { role: 'mainClient', binding: 'first' })
    await enter(client.page, couple.url, 'Clara Winter')
    await picture(client.page, 'PRF_0001.jpg').first().waitFor()
  })

  afterAll(() => closeRoom(room))

  const found: string[] = []
  afterEach(() => {
    expect(found.splice(0)).toEqual([])
  })

  const clean = async (page: Page, screen: string, ...themes: readonly Theme[]): Promise<void> => {
    found.push(...(await lookedOver(page, screen, themes)))
  }
  const open = (who: Someone, path: string, role: Parameters<Page['getByRole']>[0], name: string | RegExp): Promise<Page> =>
    openAt(who, `${room.server.url}${path}`, role, name)

  test('the ways in', async () => {
    const { server, owner, made } = room
    await clean(await open(stranger, '/sign-in', 'heading', 'Sign in'), 'sign in', 'dark', 'light')
    await clean(await open(stranger, '/sign-up', 'heading', 'Open a studio'), 'sign up', 'dark')
    await clean(await open(stranger, '/nowhere', 'heading', 'There is nothing here'), 'nothing here', 'light')
    await clean(await open(stranger, '/l/0123456789abcdefghijkl', 'heading', /./), 'a link that is not known', 'dark')
    const coded = await linkTo(server, owner, made.gallery, { code: 'sesame' })
    await clean(await open(stranger, new URL(coded.url).pathname, 'textbox', 'Access code'), 'the code door', 'light')
    const named = await linkTo(server, owner, made.gallery)
    await clean(await open(stranger, new URL(named.url).pathname, 'textbox', 'Your name'), 'the name door', 'dark')
  })

  test('the wall', async () => {
    const page = await open(client, `/g/${room.made.gallery}`, 'img', 'PRF_0001.jpg')
    await clean(page, 'the wall', 'dark', 'light')
    await page.getByRole('button', { name: 'More filters' }).click()
    await page.getByRole('dialog').waitFor()
    await clean(page, 'the filters', 'dark')
    await page.getByRole('button', { name: 'Paste a list of file names' }).click()
    await page.getByRole('dialog', { name: 'File names' }).waitFor()
    found.push(...(await violationsOn(page)))
    await page.keyboard.press('Escape')
    await page.locator('[data-photo]').first().focus()
    await page.keyboard.press('Shift+ArrowRight')
    await page.getByRole('region', { name: 'Selected photos' }).waitFor()
    await clean(page, 'a selection', 'light')
    await page.keyboard.press('?')
    await page.getByRole('dialog').waitFor()
    await clean(page, 'the keys', 'dark')
  })

  test('the loupe', async () => {
    const page = await open(client, `/g/${room.made.gallery}/p/${room.made.photos[0]}`, 'main', /PRF_0001/)
    await clean(page, 'the loupe', 'dark', 'light')
    await page.keyboard.press('m')
    await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA')
    await page.keyboard.type('Is this sharp')
    found.push(...(await violationsOn(page)))
    await page.keyboard.press('Escape')
  })

  test('photos side by side', async () => {
    const laid = `p=${room.made.photos.slice(0, 4).join(',')}`
    await clean(await open(client, `/g/${room.made.gallery}/compare?${laid}`, 'region', 'PRF_0002.jpg'), 'compare', 'light', 'dark')
    const survey = await open(client, `/g/${room.made.gallery}/survey?${laid}`, 'button', 'Drop PRF_0002.jpg')
    await survey.getByRole('button', { name: 'Drop PRF_0002.jpg' }).click()
    await survey.getByRole('button', { name: 'Put PRF_0002.jpg back' }).waitFor()
    await clean(survey, 'the survey', 'dark', 'light')
  })

  test('[REACH-3] pages have titles of their own, and Escape closes what is innermost', async () => {
    const page = await open(client, `/g/${room.made.gallery}`, 'img', 'PRF_0001.jpg')
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
