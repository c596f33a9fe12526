/** The ways in and every screen a client meets, without a single violation. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import type { PhotoId } from '../../common/ids.ts'
import {
  type AxeRoom,
  addVersion,
  askForPhotos,
  closeRoom,
  desk,
  inTheme,
  lookedOver,
  openAt,
  openRoom,
  phone,
  type Theme,
  violationsOn,
} from './axe.ts'
import { type Line, lineOf } from './broken-lines.ts'
import { chromiumPath, type Someone, someone } from './chromium.ts'
import { command, linkTo } from './scenery.ts'
import { enter } from './studio-steps.ts'
import { tooSmall, underFinger } from './targets.ts'
import { picture } from './waiting.ts'

const inBrowser = chromiumPath === null ? describe.skip : describe
if (chromiumPath === null) process.stdout.write('Skipping axe in a browser: install Chromium, or set CHROMIUM to its path.\n')

inBrowser('in Chromium', () => {
  let room: AxeRoom
  let stranger: Someone
  let client: Someone
  let handy: Someone
  let line: Line

  beforeAll(async () => {
    room = await openRoom()
    await addVersion(room, room.made.photos[0] as PhotoId)
    stranger = await someone(room.chromium, desk)
    client = await someone(room.chromium, desk)
    line = await lineOf(client.context)
    handy = await someone(room.chromium, phone)
    for (const [{ page }, name] of [
      [client, 'Clara Winter'],
      [handy, 'Noah Lind'],
    ] as const) {
      await enter(page, (await linkTo(room.server, room.owner, room.made.gallery, { role: 'mainClient', binding: 'first' })).url, name)
      await picture(page, 'PRF_0001.jpg').first().waitFor()
    }
  })

  afterAll(() => closeRoom(room))

  const found: string[] = []
  afterEach(() => {
    expect(found.splice(0)).toEqual([])
  })

  const clean = async (page: Page, screen: string, ...themes: readonly Theme[]): Promise<void> => {
    found.push(...(await lookedOver(page, screen, themes)))
  }
  /** As it stands, once. */
  const glance = async (page: Page, screen: string, theme?: Theme): Promise<void> => {
    if (theme) await inTheme(page, theme)
    found.push(...(await violationsOn(page)).map((line) => `${screen}: ${line}`))
  }
  /** Under a finger, as it stands. */
  const large = async (page: Page, screen: string): Promise<void> => {
    found.push(...(await tooSmall(page, underFinger)).map((line) => `${screen}: ${line}`))
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
    await stranger.page.getByRole('button', { name: 'Open the gallery' }).click()
    await stranger.page.getByRole('alert').waitFor()
    await glance(stranger.page, 'a name that is missing')
    const mailed = await linkTo(server, owner, made.gallery, { binding: 'email', email: 'mara@example.com' })
    await clean(await open(stranger, new URL(mailed.url).pathname, 'textbox', 'Six digits'), 'the mail code', 'light')
    const set = await linkTo(server, owner, made.gallery, { role: 'vendor', photos: made.photos.slice(0, 1) })
    await enter(stranger.page, set.url, 'Print House')
    await stranger.page.getByRole('checkbox').waitFor()
    await clean(stranger.page, 'the terms', 'dark')
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
    await page.keyboard.type('Is this sharp, @')
    await page.getByRole('listbox').waitFor()
    await glance(page, 'names to call')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.getByRole('article').waitFor()
    await glance(page, 'a thread', 'dark')
    await page.getByRole('button', { name: /^Version 2 is shown/ }).click()
    await page.getByRole('menu').waitFor()
    found.push(...(await violationsOn(page, '[role=menu]')))
    await page.keyboard.press('Escape')
    for (const [theme, way] of [
      ['light', 'wipe'],
      ['dark', 'side'],
    ] as const) {
      await page.goto(`${room.server.url}/g/${room.made.gallery}/p/${room.made.photos[0]}?way=${way}`)
      await page.locator('.loupe .pair').waitFor()
      await clean(page, `two versions, ${way}`, theme)
    }
  })

  test('lists, views and all that is said', async () => {
    const { server, made } = room
    const list = await askForPhotos(room)
    const page = await open(client, `/g/${made.gallery}?stars=3`, 'button', 'Saved views')
    await page.getByRole('button', { name: 'Saved views' }).click()
    await page.getByRole('menuitem', { name: 'Save this view' }).click()
    await page.getByRole('dialog', { name: 'Saved views' }).getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('button', { name: /^Show/ }).waitFor()
    await glance(page, 'saved views', 'light')
    await page.keyboard.press('Escape')
    await page
      .getByRole('button', { name: /Comments/ })
      .first()
      .click()
    await page.getByRole('dialog').waitFor()
    await clean(page, 'all comments', 'dark')
    // While the cover fills the screen nothing is counted: a photo in hand brings the list.
    await open(client, `/g/${made.gallery}`, 'img', 'PRF_0001.jpg')
    await page.locator('[data-photo]').first().focus()
    await page.keyboard.press('b')
    await page.getByText('1 of 2 chosen').first().waitFor()
    await glance(page, 'the wall with a list')
    await page.goto(`${server.url}/g/${made.gallery}/list/${list}`)
    await page.getByRole('button', { name: /^Send/ }).waitFor()
    await clean(page, 'a list', 'light')
    await page.getByRole('button', { name: /^Send/ }).click()
    await page.getByRole('button', { name: 'Ask to reopen' }).waitFor()
    await clean(page, 'a list that was sent', 'dark')
  })

  test('acts that are not saved, and acts that were refused', async () => {
    const { server, owner, made } = room
    const page = await open(client, `/g/${made.gallery}`, 'img', 'PRF_0005.jpg')
    await line.cut()
    await page.locator(`[data-photo="${made.photos[4]}"]`).focus()
    await page.keyboard.press('3')
    await page
      .getByRole('button', { name: /not saved yet/ })
      .first()
      .click()
    await page.getByRole('dialog').waitFor()
    await clean(page, 'what is not saved', 'light')
    await page.keyboard.press('Escape')
    await command(server, owner, { gallery: made.gallery, command: { type: 'photo:remove', photos: made.photos.slice(4, 5) } })
    await line.mend()
    await page.getByRole('button', { name: 'See why' }).waitFor()
    await glance(page, 'a note of what was refused')
    await page.getByRole('button', { name: 'See why' }).click()
    await page.getByRole('dialog').waitFor()
    await clean(page, 'what was refused', 'dark')
  })

  test('[REACH-14] with a finger, what one presses is large enough', async () => {
    const page = await open(handy, `/g/${room.made.gallery}`, 'img', 'PRF_0001.jpg')
    await large(page, 'the wall')
    await page.getByRole('button', { name: 'You, language and theme' }).tap()
    await page.getByRole('dialog').waitFor()
    await glance(page, 'the own menu', 'light')
    await large(page, 'the own menu')
    await page.keyboard.press('Escape')
    await page.setViewportSize({ width: 820, height: 1180 })
    await page
      .getByRole('button', { name: /^More marks/ })
      .first()
      .tap()
    await page.getByRole('dialog').waitFor()
    await glance(page, 'the marks of a photo', 'dark')
    await large(page, 'the marks of a photo')
    await page.setViewportSize(phone)
    await open(handy, `/g/${room.made.gallery}/p/${room.made.photos[0]}`, 'main', /PRF_0001/)
    await page.getByRole('button', { name: 'Show more of the comments' }).tap()
    await glance(page, 'the sheet of comments')
    await large(page, 'the sheet of comments')
    await page.getByRole('textbox', { name: 'Write a comment' }).fill('@')
    await page.getByRole('listbox').waitFor()
    await glance(page, 'names to call on a phone', 'light')
  })

  test('photos side by side', async () => {
    const laid = `p=${room.made.photos.slice(0, 4).join(',')}`
    await clean(await open(client, `/g/${room.made.gallery}/compare?${laid}`, 'region', 'PRF_0002.jpg'), 'compare', 'light', 'dark')
    const survey = await open(client, `/g/${room.made.gallery}/survey?${laid}`, 'button', 'Drop PRF_0002.jpg')
    await survey.getByRole('button', { name: 'Drop PRF_0002.jpg' }).click()
    await survey.getByRole('button', { name: 'Put PRF_0002.jpg back' }).waitFor()
    // On a phone its frames scroll under the bar, where axe calls whatever is half covered too small.
    await glance(survey, 'the survey', 'dark')
    await glance(survey, 'the survey', 'light')
  })

  test('[REACH-3] [REACH-18] pages have titles of their own, the picture keeps most of a low screen, and Escape closes what is innermost', async () => {
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
    await page.setViewportSize({ width: 320, height: 256 })
    expect((await stage.boundingBox())?.height ?? 0).toBeGreaterThan(256 * 0.6)
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'detached' })
    await page.keyboard.press('Escape')
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'PRF_0002.jpg')
    expect(await page.title()).toContain('Hinterland')
    await page.setViewportSize(desk)
  })
})
