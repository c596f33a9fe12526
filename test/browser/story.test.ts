/** The main job, acted in a real browser: a photographer shares a gallery and everyone proofs it live. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { inventPhotographs } from '../helpers/invented-photographs.ts'
import { startServer, type TestServer } from '../helpers/server.ts'
import { chromiumPath, launchChromium, type Someone, someone } from './chromium.ts'
import { type BuiltPages, buildPages } from './pages.ts'
import { enter, makeGallery, share, signUp } from './studio-steps.ts'
import { picture, says, until } from './waiting.ts'

const inBrowser = chromiumPath === null ? describe.skip : describe
if (chromiumPath === null) process.stdout.write('Skipping the browser flows: install Chromium, or set CHROMIUM to its path.\n')

/** Milliseconds: 50 photographs on a slow machine. */
const patience = 120_000
const desk = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }

inBrowser('in Chromium', () => {
  let folder: string
  let pages: BuiltPages
  let server: TestServer
  let chromium: Browser
  let photographer: Someone
  let client: Someone
  let invited: Someone
  let guest: Someone
  let links: { readonly client: string; readonly invited: string; readonly guest: string }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'proofroom-story-'))
    pages = await buildPages()
    server = await startServer({ pages: pages.folder })
    chromium = await launchChromium()
    photographer = await someone(chromium, desk)
    client = await someone(chromium, desk)
    invited = await someone(chromium, desk)
    guest = await someone(chromium, phone)
  }, patience)

  afterAll(async () => {
    await chromium?.close()
    await server?.stop()
    pages?.remove()
    rmSync(folder, { recursive: true, force: true })
  })

  test(
    'a photographer signs up, makes a gallery and drops 50 JPEGs, whose pictures appear',
    async () => {
      const files = await inventPhotographs(folder, 50)
      const { page } = photographer
      await signUp(page, server.url, 'Ada Brandt')
      await makeGallery(page, 'Harbour', ['Morning', 'Evening'])
      await page
        .locator('input[type=file]')
        .first()
        .setInputFiles([...files])
      await page.getByText('50 of 50 uploaded').waitFor({ timeout: patience })
      await until(
        () => page.getByRole('img', { name: /^TST_\d{4}\.jpg$/ }).count(),
        (count) => count >= 12,
      )
      await picture(page, basename(files[0] ?? '')).waitFor()
    },
    patience,
  )

  test('they share a main client link, an invited link and a guest link', async () => {
    const { page } = photographer
    await page.getByRole('navigation').getByRole('link', { name: 'Share' }).click()
    await page.getByRole('radio', { name: 'Private' }).click()
    links = {
      client: await share(page, { role: 'Main client', label: 'The couple' }),
      invited: await share(page, { role: 'Invited', label: 'Parents', scenes: ['Morning'] }),
      guest: await share(page, { role: 'Guest link', label: 'Friends', scenes: ['Morning'] }),
    }
    expect(new Set(Object.values(links)).size).toBe(3)
    await page.getByRole('navigation').getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('radio', { name: 'All together' }).click()
  })

  test('three browsers are asked their names once, and remembered', async () => {
    await enter(client.page, links.client, 'Clara Winter')
    await enter(invited.page, links.invited, 'Noah Lind')
    await enter(guest.page, links.guest, 'Mara Vogt')
    await guest.page.goto(links.guest)
    await guest.page.waitForURL(/\/g\//)
    for (const { page } of [client, invited, guest]) await picture(page, 'TST_0002.jpg').first().waitFor()
  })

  test('[SHEET-1] marks and words appear at once for everyone who may see them, with who made them', async () => {
    const { page } = client
    await picture(page, 'TST_0002.jpg').first().hover()
    await page.getByRole('button', { name: 'Pick TST_0002.jpg' }).click()
    await page.getByRole('button', { name: 'Favourite TST_0002.jpg' }).first().click()
    await page.getByRole('button', { name: 'More marks for TST_0002.jpg' }).click()
    await page.getByRole('button', { name: 'red TST_0002.jpg' }).click()
    await page.getByRole('button', { name: '4 stars TST_0002.jpg' }).click()
    await page.keyboard.press('Escape')
    for (const { page: other } of [invited, guest]) {
      await until(
        () => says(other, 'TST_0002.jpg'),
        (words) => ['Clara Winter', 'pick', 'red', '4 stars', 'favourite'].every((word) => words.includes(word)),
      )
    }
    await picture(invited.page, 'TST_0002.jpg').first().click()
    await invited.page.getByLabel('Write a comment').fill('The light is lovely here.')
    await invited.page.getByRole('button', { name: 'Send' }).click()
    await picture(page, 'TST_0002.jpg').first().click()
    await page.getByText('The light is lovely here.').waitFor()
  })

  test('[TELL-1] a hidden photo leaves the open screens and comes back with its history', async () => {
    const address = client.page.url()
    await guest.page.goto(address)
    await picture(guest.page, 'TST_0002.jpg').first().waitFor()
    await client.page.getByRole('button', { name: 'Hide', exact: true }).click()
    await guest.page.getByText('This photo was taken off the table').waitFor()
    await invited.page.getByText('This photo was taken off the table').waitFor()
    await guest.page.getByRole('button', { name: 'Stay' }).click()
    await client.page.getByRole('button', { name: 'Show', exact: true }).click()
    await picture(guest.page, 'TST_0002.jpg').first().waitFor()
    await guest.page.goto(address)
    await guest.page.getByText('The light is lovely here.').waitFor()
  })

  test('keys mark and move in the loupe, and filters narrow the wall', async () => {
    const { page } = client
    await page.getByRole('main', { name: 'TST_0002.jpg, large' }).waitFor()
    await page.keyboard.press('ArrowRight')
    await page.getByRole('main', { name: 'TST_0003.jpg, large' }).waitFor()
    await page.keyboard.press('p')
    await page.keyboard.press('3')
    await page.keyboard.press('8')
    await page.keyboard.press('g')
    await until(
      () => says(page, 'TST_0003.jpg'),
      (words) => ['pick', '3 stars', 'green'].every((word) => words.includes(word)),
    )
    await page.goto(`${new URL(page.url()).origin}${new URL(page.url()).pathname}?stars=4`)
    await picture(page, 'TST_0002.jpg').first().waitFor()
    expect(await page.getByRole('gridcell').or(page.locator('figure')).getByRole('img', { name: 'TST_0003.jpg' }).count()).toBe(0)
  })

  test('nobody’s browser had anything to complain about', () => {
    const missing = /404 \(Not Found\)/
    for (const { complaints } of [photographer, client, invited, guest]) {
      expect(complaints.filter((line) => !missing.test(line))).toEqual([])
    }
  })
})
