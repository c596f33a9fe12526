/** Every screen of a studio, on a desk in one theme or the other and on a phone, without a single violation; and what its keys reach. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { Locator, Page } from 'playwright-core'
import type { PhotoId } from '../../common/ids.ts'
import { type AxeRoom, closeRoom, desk, inTheme, lookedOver, openAt, openRoom, searched, violationsOn } from './axe.ts'
import { chromiumPath, type Someone, someone } from './chromium.ts'
import { plain } from './fine-pictures.ts'
import { looksAs } from './looking.ts'
import { become, decided, listOfStudio } from './scenery.ts'
import { withSavedViews } from './studio-steps.ts'

const inBrowser = chromiumPath === null ? describe.skip : describe
if (chromiumPath === null) process.stdout.write('Skipping axe in a browser: install Chromium, or set CHROMIUM to its path.\n')

const tablet = { width: 820, height: 1180 }

inBrowser('in Chromium', () => {
  let room: AxeRoom
  let photographer: Someone
  let page: Page

  beforeAll(async () => {
    room = await openRoom()
    await room.made.guest('mainClient', 'Clara Winter')
    photographer = await someone(room.chromium, desk)
    page = photographer.page
    await become(page, room.server, room.owner.cookie)
  })
  afterAll(() => closeRoom(room))

  const found: string[] = []
  afterEach(() => {
    expect(found.splice(0)).toEqual([])
  })

  let turn = 0
  const clean = async (screen: string): Promise<void> => {
    found.push(...(await lookedOver(page, screen, [turn++ % 2 === 0 ? 'dark' : 'light'])))
  }
  /** Once, as it stands: what lies over a screen that was looked over, in the other theme than what came before. */
  const once = async (what: string, part?: string): Promise<void> => {
    await inTheme(page, turn++ % 2 === 0 ? 'dark' : 'light')
    found.push(...(await violationsOn(page, part)).map((line) => `${what}: ${line}`))
  }
  const open = (path: string, role: Parameters<Page['getByRole']>[0], name: string | RegExp): Promise<Page> =>
    openAt(photographer, `${room.server.url}${path}`, role, name)
  const onDesk = (search = '') => open(`/g/${room.made.gallery}${search}`, 'link', /^Photos/)
  const photo = (n: number): Locator => page.locator('[data-photo]').nth(n)
  const dialog = (): Locator => page.getByRole('dialog')
  /** Opened and left by keys alone: the focus is where it was. */
  const overlaid = async (what: string, opener: Locator, then = async (): Promise<void> => undefined): Promise<void> => {
    await opener.focus()
    await page.keyboard.press('Enter')
    await dialog().waitFor()
    await then()
    await once(what)
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
    await expectFocus(opener)
  }
  const expectFocus = async (on: Locator): Promise<void> => {
    const element = await on.elementHandle()
    await page.waitForFunction((one) => document.activeElement === one, element)
  }
  const select = async (): Promise<void> => {
    await photo(0).focus()
    await page.keyboard.press('Shift+ArrowRight')
    await page.getByRole('region', { name: 'Selected photos' }).waitFor()
  }

  test('[REACH-6] the studio', async () => {
    await open('/', 'link', /Hinterland/)
    await page.keyboard.press('Tab')
    await expectFocus(page.getByRole('button', { name: 'To the content' }))
    await page.keyboard.press('Enter')
    await expectFocus(page.getByRole('main'))
    await clean('the studio')
    await overlaid('a new gallery', page.getByRole('button', { name: 'New gallery' }), async () => {
      await page.getByRole('button', { name: 'Another scene' }).click()
    })
    await page.getByRole('button', { name: /^Account of/ }).press('Enter')
    await page.getByRole('menuitem', { name: 'Deutsch' }).waitFor()
    await once('the account', '.menu')
    await page.keyboard.press('ArrowDown')
    await expectFocus(page.getByRole('menuitem', { name: 'Deutsch' }))
    await page.keyboard.press('Escape')
    await page.getByRole('searchbox').first().fill('PRF')
    await page.getByRole('heading', { level: 2 }).first().waitFor()
    await once('what a search found')
    await open('/settings', 'heading', /./)
    await clean('the settings')
  })

  test('[AS-17] [AS-18] the desk, and looking as somebody else by keys alone', async () => {
    await open(`/g/${room.made.gallery}/p/${room.made.photos[0]}`, 'main', /PRF_0001/)
    await page.keyboard.press('m')
    await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA')
    await page.keyboard.type('Is this sharp?')
    await page.keyboard.press('Enter')
    await page.getByText('Is this sharp?').first().waitFor()
    await onDesk('?tab=people')
    await page.getByText('Clara Winter').first().waitFor()
    await clean('people')
    await looksAs(page, 'Clara Winter', { once, expectFocus })
    await onDesk('?tab=activity')
    await page.getByRole('main').getByRole('listitem').first().waitFor()
    await once('activity')
    await onDesk('?tab=settings')
    await clean('the settings of the gallery')
    await onDesk()
    await page.getByRole('region', { name: 'All comments in this gallery' }).waitFor()
    await clean('the desk')
    await overlaid('a scene', page.getByRole('button', { name: 'Change the scene Outdoors' }))
    await overlaid('the filters', page.getByRole('button', { name: 'More filters' }))
    await overlaid('the palette', page.getByRole('button', { name: 'Search and commands' }), () => searched(page, 'sharp'))
    await withSavedViews(page, () => once('saved views'))
    await photo(0).focus()
    await page.getByRole('region', { name: 'History' }).getByRole('listitem').first().waitFor()
    await once('what was done to a photo', '.insp')
    await page.keyboard.press('?')
    await page.getByRole('button', { name: 'Change keys' }).click()
    await page.locator('.key-editor button').first().press('Enter')
    await once('laying keys elsewhere')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await expectFocus(photo(0))
  })

  test('[REACH-4] the bar for what is selected, the menu of a photo, and where the focus goes when they go', async () => {
    await onDesk()
    await select()
    await clean('photos in hand')
    await page.getByRole('button', { name: 'Select nothing' }).press('Enter')
    await expectFocus(photo(1))
    await page.keyboard.press('Shift+F10')
    await page.getByRole('menuitem', { name: 'Copy address' }).waitFor()
    await once('the menu of a photo', '.menu')
    await page.keyboard.press('Escape')
    await expectFocus(photo(1))
    await page.getByRole('button', { name: /^Present/ }).press('Enter')
    const end = page.getByRole('button', { name: 'End', exact: true })
    await end.waitFor()
    await expectFocus(end)
    await once('leading')
    await page.keyboard.press('Enter')
    await expectFocus(page.getByRole('button', { name: /^Present/ }))
  })

  test('[REACH-5] the narrow desk: its drawer and its menu hold the focus, do what they name, and give it back', async () => {
    await page.setViewportSize(tablet)
    await onDesk()
    await select()
    await once('the narrow desk')
    const details = page.getByRole('toolbar').getByRole('button', { name: 'Details of the photo' })
    await details.press('Enter')
    const drawer = page.getByRole('complementary', { name: 'Details' })
    await expectFocus(drawer.getByRole('button', { name: 'Close' }))
    await drawer.getByRole('button', { name: 'Pick PRF_0002.jpg' }).press('Enter')
    await drawer.getByRole('button', { name: 'Pick PRF_0002.jpg', pressed: true }).waitFor()
    await once('the drawer')
    await page.keyboard.press('Escape')
    await expectFocus(details)
    const more = page.getByRole('region', { name: 'Selected photos' }).getByRole('button', { name: 'More' })
    await more.press('Enter')
    await expectFocus(page.getByRole('menuitem', { name: '1 star' }))
    await once('the menu of the bar', '.menu')
    await page.keyboard.press('Escape')
    await expectFocus(more)
    for (const name of ['Move', 'Remove']) {
      await more.press('Enter')
      await page.getByRole('menuitem', { name, exact: true }).press('Enter')
      await dialog().waitFor()
      await once(name)
      await page.keyboard.press('Escape')
      await expectFocus(more)
    }
    await overlaid('all comments beside a narrow desk', page.getByRole('banner').getByRole('button', { name: /^Comments/ }))
    await page.setViewportSize(desk)
  })

  test('uploads, and files that hang over the desk', async () => {
    await onDesk()
    await page.getByRole('button', { name: 'Add photos' }).waitFor()
    await page.evaluate(() => {
      const data = new DataTransfer()
      data.items.add(new File(['a'], 'PRF_0009.jpg', { type: 'image/jpeg' }))
      document.querySelector('.desk')?.dispatchEvent(new DragEvent('dragenter', { bubbles: true, dataTransfer: data }))
    })
    await page.getByText('Drop photographs here').waitFor()
    await once('the drop')
    await onDesk()
    let refuse = (): void => undefined
    const refused = new Promise<void>((resolve) => {
      refuse = resolve
    })
    await page.route('**/api/uploads', async (route) => {
      await refused
      await route.fulfill({ status: 413, contentType: 'application/json', body: '{"code":"too-large"}' })
    })
    // Photos are announced over the connection; presenting is offered once it stands.
    await page.getByRole('button', { name: /^Present/ }).waitFor()
    await photo(0).waitFor()
    await page.locator('input[type=file]').setInputFiles({ name: 'PRF_0009.jpg', mimeType: 'image/jpeg', buffer: await plain(1) })
    await page.getByText('Uploading 0 of 1').waitFor()
    await clean('uploading')
    refuse()
    await page.getByRole('button', { name: 'Try it again' }).waitFor()
    await once('an upload that failed')
    await page.unroute('**/api/uploads')
    await page.getByRole('button', { name: 'Try it again' }).press('Enter')
    await page.getByText('1 of 1 uploaded').waitFor()
    await once('uploaded')
  })

  test('lists', async () => {
    await onDesk('?tab=selections')
    await overlaid('asking for a selection', page.getByRole('button', { name: 'Ask for a selection' }).first())
    await page.getByRole('button', { name: 'Ask for a selection' }).first().click()
    await dialog().getByLabel('Name').fill('Almanac')
    await dialog().getByRole('button', { name: /^Ask/ }).click()
    await dialog().waitFor({ state: 'detached' })
    await page.getByText('Almanac').first().waitFor()
    await clean('the lists')
    for (const name of ['Remind', 'Change', 'Remove']) await overlaid(`a list: ${name}`, page.getByRole('button', { name, exact: true }))
    await open(`/g/${room.made.gallery}/list/${await listOfStudio(room.server, room.owner, room.made.gallery)}`, 'heading', 'Ours')
    await clean('a list of the studio')
    await decided(room.server, room.owner, { gallery: room.made.gallery, photo: room.made.photos[0] as PhotoId })
    await overlaid('what was decided', page.getByRole('button', { name: '1 decision' }))
  })

  test('[REACH-3] sharing; the desk says in its title which tab is open', async () => {
    await onDesk('?tab=share')
    await page.waitForFunction(() => document.title.startsWith('Share – Hinterland'))
    const share = page.getByRole('button', { name: 'Share', exact: true })
    await share.waitFor()
    await clean('who sees what')
    await overlaid('a guest link', share, () => page.getByRole('radio', { name: 'Guest link', exact: true }).click())
    await overlaid('an invitation', share, () => page.getByRole('radio', { name: 'Invited', exact: true }).click())
    await share.click()
    await dialog().waitFor()
    await clean('the share dialog')
    await dialog().getByLabel('Called').fill('Clara and Jonas')
    await dialog().getByRole('button', { name: 'Make the link' }).click()
    await page.getByLabel('Address of the link').waitFor()
    await once('the link that was made')
    await page.getByRole('button', { name: 'Done' }).press('Enter')
    await expectFocus(share)
  })
})
