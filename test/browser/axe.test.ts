/** Every screen of a studio, in both themes and on a phone, without a single violation. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { type AxeRoom, closeRoom, desk, lookedOver, openAt, openRoom, violationsOn } from './axe.ts'
import { chromiumPath, type Someone, someone } from './chromium.ts'
import { become } from './scenery.ts'

const inBrowser = chromiumPath === null ? describe.skip : describe
if (chromiumPath === null) process.stdout.write('Skipping axe in a browser: install Chromium, or set CHROMIUM to its path.\n')

inBrowser('in Chromium', () => {
  let room: AxeRoom
  let photographer: Someone

  beforeAll(async () => {
    room = await openRoom()
    photographer = await someone(room.chromium, desk)
    await become(photographer.page, room.server, room.owner.cookie)
  })

  afterAll(() => closeRoom(room))

  const found: string[] = []
  afterEach(() => {
    expect(found.splice(0)).toEqual([])
  })

  const clean = async (page: Page, screen: string): Promise<void> => {
    found.push(...(await lookedOver(page, screen, ['dark', 'light'])))
  }
  const open = (path: string, role: Parameters<Page['getByRole']>[0], name: string | RegExp): Promise<Page> =>
    openAt(photographer, `${room.server.url}${path}`, role, name)

  test('the studio and the desk', async () => {
    const { made } = room
    await clean(await open('/', 'link', /Hinterland/), 'the studio')
    await clean(await open(`/g/${made.gallery}`, 'img', 'PRF_0001.jpg'), 'the desk')
    for (const tab of ['share', 'people', 'selections', 'activity', 'settings']) {
      await clean(await open(`/g/${made.gallery}?tab=${tab}`, 'link', new RegExp(`^${tab}`, 'i')), `the desk, ${tab}`)
    }
    const lists = await open(`/g/${made.gallery}?tab=selections`, 'button', 'Ask for a selection')
    await lists.getByRole('button', { name: 'Ask for a selection' }).first().click()
    await lists.getByRole('dialog').waitFor()
    found.push(...(await violationsOn(lists)))
    await clean(await open('/settings', 'heading', /./), 'the settings')
    const home = await open('/', 'link', /Hinterland/)
    await home.getByRole('searchbox').first().fill('PRF')
    await home.getByRole('heading', { level: 2 }).first().waitFor()
    await clean(home, 'what a search found')
  })

  test('the share dialog', async () => {
    const page = await open(`/g/${room.made.gallery}?tab=share`, 'button', 'Share')
    await page.getByRole('button', { name: 'Share', exact: true }).click()
    await page.getByRole('dialog').waitFor()
    for (const role of await page.getByRole('dialog').getByRole('radiogroup').first().getByRole('radio').all()) {
      await role.click()
      found.push(...(await violationsOn(page)))
    }
    await clean(page, 'the share dialog')
  })

  test('[REACH-3] the desk says in its title which tab is open', async () => {
    const { page } = photographer
    await page.goto(`${room.server.url}/g/${room.made.gallery}?tab=share`)
    await page.waitForFunction(() => document.title.startsWith('Share – Hinterland'))
  })
})
