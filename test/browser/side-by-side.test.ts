/** Looking closely and choosing between: 1:1 of a large original, photos and versions side by side, a survey, fingers on a phone. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import type { GalleryId, PhotoId, SceneId } from '../../common/ids.ts'
import { makeGallery, photoOf } from '../helpers/gallery-of-photos.ts'
import { linkFor } from '../helpers/links.ts'
import { type Photographer, startServer, type TestServer } from '../helpers/server.ts'
import { send } from '../helpers/upload.ts'
import { chromiumPath, launchChromium, type Someone, someone } from './chromium.ts'
import { plain, striped } from './fine-pictures.ts'
import { type BuiltPages, buildPages } from './pages.ts'
import { become, command } from './scenery.ts'
import { picture, says, until } from './waiting.ts'

const inBrowser = chromiumPath === null ? describe.skip : describe
if (chromiumPath === null) process.stdout.write('Skipping compare in a browser: install Chromium, or set CHROMIUM to its path.\n')

const desk = { width: 1280, height: 800 }
const phone = { width: 390, height: 844 }
const frames = 6

inBrowser('in Chromium', () => {
  let pages: BuiltPages
  let server: TestServer
  let chromium: Browser
  let owner: Photographer
  let studio: Someone
  let client: Someone
  let gallery: GalleryId
  let photos: readonly PhotoId[]
  const name = (n: number) => `SBS_000${n}.jpg`
  const address = (rest: string) => `${server.url}/g/${gallery}${rest}`
  const compared = (...which: number[]) => address(`/compare?p=${which.map((n) => photos[n]).join(',')}`)

  beforeAll(async () => {
    pages = await buildPages()
    server = await startServer({ pages: pages.folder })
    chromium = await launchChromium()
    owner = await server.signUp('Ada Brandt')
    const made = await makeGallery(server, owner)
    gallery = made.gallery
    photos = await uploaded(made.scene)
    await command(server, owner, { gallery, command: { type: 'gallery:change', status: 'online' } })
    studio = await someone(chromium, desk)
    await become(studio.page, server, owner.cookie)
    client = await someone(chromium, phone)
    const guest = await server.openLink(await linkFor(server, { gallery, by: owner.person, role: 'invited' }), 'Noah Lind')
    await become(client.page, server, guest.cookie)
  })

  afterAll(async () => {
    await chromium?.close()
    await server?.stop()
    pages?.remove()
  })

  /** The first is large and has a second, smaller version. */
  async function uploaded(scene: SceneId): Promise<readonly PhotoId[]> {
    const ids = Array.from({ length: frames }, () => server.dice.id('photo') as PhotoId)
    const announced = ids.map((id, n) => ({ id, scene, cameraName: name(n), order: n }))
    await command(server, owner, { gallery, command: { type: 'photo:add', photos: announced } })
    const stripes = await striped()
    const files = [
      stripes,
      ...(await Promise.all(ids.slice(1).map((_, n) => plain(n)))),
      await sharp(stripes).resize(1802).jpeg().toBuffer(),
    ]
    for (const [n, bytes] of files.entries()) {
      await send({ url: server.url, cookie: owner.cookie, gallery, photo: ids[n % frames] as PhotoId, bytes, filename: name(n % frames) })
      await server.ingest.idle()
    }
    return ids
  }

  /** Colours of a row of pixels of the first canvas, beginning at a place in device pixels. */
  const row = (page: Page, x: number, y: number, count: number): Promise<readonly number[]> =>
    page
      .locator('.photo-canvas canvas')
      .first()
      .evaluate((canvas, at) => [...((canvas as HTMLCanvasElement).getContext('2d')?.getImageData(at.x, at.y, at.count, 1).data ?? [])], {
        x,
        y,
        count,
      })
  const canvasSize = (page: Page) =>
    page
      .locator('.photo-canvas canvas')
      .first()
      .evaluate((canvas) => ({ width: (canvas as HTMLCanvasElement).width, height: (canvas as HTMLCanvasElement).height }))
  const zoomed = (page: Page) => page.locator('.photo-canvas.zoomed').count()
  const stays = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text }).waitFor()

  test('[FULL-17] 1:1 of a large original shows its own pixels, where they belong', async () => {
    const { page } = studio
    const { versions } = await photoOf(server, gallery, photos[0] as PhotoId)
    await page.goto(address(`/p/${photos[0]}?v=${versions[0]?.id}`))
    await page.getByRole('main', { name: `${name(0)}, large` }).waitFor()
    await page.keyboard.press('z')
    const { width, height } = await canvasSize(page)
    const sharpness = (bytes: readonly number[]) => Math.abs((bytes[0] ?? 0) - (bytes[4] ?? 0))
    await until(
      async () => sharpness(await row(page, Math.floor(width / 4), height - 40, 2)),
      (contrast) => contrast > 200,
    )
    // The original's middle is the middle of the stage: red begins within a pixel of it.
    const around = await row(page, Math.floor(width / 2) - 8, 40, 16)
    const begins = Array.from({ length: 16 }, (_, i) => i).find((i) => (around[i * 4 + 1] ?? 255) < 90 && (around[i * 4] ?? 0) > 200)
    expect(Math.abs((begins ?? 99) - 8)).toBeLessThanOrEqual(2)
  })

  test('[COMPARE-16] an edge between two versions moves by keys, and the current version is shown again', async () => {
    const { page } = studio
    await page.goto(address(`/p/${photos[0]}?way=wipe`))
    const edge = page.getByRole('slider', { name: 'Edge between version 1 and version 2' })
    await edge.focus()
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('ArrowLeft')
    expect(await edge.getAttribute('aria-valuenow')).toBe('59')
    await page.getByRole('main', { name: `${name(0)}, large` }).waitFor()
    await page.getByRole('button', { name: 'Show one' }).click()
    await edge.waitFor({ state: 'detached' })
    expect(new URL(page.url()).search).toBe('')
    await picture(page, name(0)).waitFor()
  })

  test('[TALK-22] the address of a comment on another version shows that version', async () => {
    const { page } = studio
    const { versions } = await photoOf(server, gallery, photos[0] as PhotoId)
    await page.goto(address(`/p/${photos[0]}?v=${versions[0]?.id}`))
    await picture(page, name(0)).waitFor()
    await page.keyboard.press('m')
    await page.keyboard.type('About the first')
    await page.keyboard.press('Enter')
    const said = page.locator('.side [data-comment]').filter({ hasText: 'About the first' })
    const comment = await said.first().getAttribute('data-comment')
    await page.goto(address(''))
    await page.goto(address(`/p/${photos[0]}#${comment}`))
    await page.waitForURL((url) => url.searchParams.get('v') === versions[0]?.id && url.hash === `#${comment}`)
  })

  test('[COMPARE-17] held photos lie side by side, move together and apart, change, and back leads to the wall', async () => {
    const { page } = studio
    await page.goto(address(''))
    const cell = (n: number) => page.getByRole('gridcell', { name: name(n) })
    await cell(1).click()
    await cell(2).click({ modifiers: ['Control'] })
    await page.keyboard.press('c')
    await page.getByRole('main', { name: 'Compare' }).waitFor()
    await page.keyboard.press('z')
    await until(
      () => zoomed(page),
      (count) => count === 2,
    )
    await page.keyboard.press('k')
    await page.keyboard.press('z')
    await until(
      () => zoomed(page),
      (count) => count === 1,
    )
    await page.keyboard.press('ArrowDown')
    await page.getByRole('region', { name: name(3) }).waitFor()
    await page.keyboard.press('p')
    await page
      .getByRole('region', { name: name(3) })
      .getByRole('button', { name: 'Chosen' })
      .and(page.locator('[aria-pressed=true]'))
      .waitFor()
    await page.goBack()
    await cell(1).waitFor()
    expect(new URL(page.url()).pathname).toBe(`/g/${gallery}`)
  })

  test('[COMPARE-18] a survey drops the weakest, takes it back, and chooses who stays as one act', async () => {
    const { page } = studio
    await page.goto(address(`/survey?p=${photos.slice(1).join(',')}`))
    await stays(page, '5 of 5 stay')
    const height = () =>
      page
        .locator('.sframe .ph')
        .last()
        .evaluate((frame) => frame.getBoundingClientRect().height)
    const before = await height()
    for (const left of [4, 3]) {
      await page.keyboard.press('Delete')
      await stays(page, `${left} of 5 stay`)
    }
    await until(height, (after) => after > before)
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await stays(page, '5 of 5 stay')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('/')
    await stays(page, '4 of 5 stay')
    await page.getByRole('button', { name: 'Keep these 4' }).click()
    for (const n of [1, 3, 4, 5]) {
      await until(
        () => says(page, name(n)),
        (words) => words.includes('pick'),
      )
    }
    expect(await says(page, name(2))).not.toContain('pick')
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await until(
      () => says(page, name(1)),
      (words) => !words.includes('pick'),
    )
  })

  test('[COMPARE-19] a photo hidden while it lies side by side gives way calmly, and its name is nowhere else', async () => {
    const { page } = client
    await page.goto(compared(4, 5))
    await page.getByRole('region', { name: name(5) }).waitFor()
    await command(server, owner, { gallery, command: { type: 'photo:hide', photos: [photos[5] as PhotoId] } })
    await page.getByRole('heading', { name: 'SBS_0005 was taken off the table' }).waitFor()
    await page.getByRole('region', { name: name(4) }).waitFor()
    await page.getByRole('button', { name: 'Take another' }).click()
    await page.getByRole('region', { name: name(3) }).waitFor()
    await page.goto(compared(4, 5))
    await page.getByRole('heading', { name: 'This photo was taken off the table' }).waitFor()
    expect(await page.content()).not.toContain('SBS_0005')
  })

  test('[LOUPE-6] two fingers zoom, and what lies beside moves with it', async () => {
    const { page, context } = client
    await page.goto(compared(1, 2))
    await page.getByRole('region', { name: name(2) }).waitFor()
    const box = await page.getByRole('region', { name: name(1) }).boundingBox()
    const touch = await context.newCDPSession(page)
    const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2]
    const fingers = (apart: number) => [
      { x: x - apart, y, id: 1 },
      { x: x + apart, y, id: 2 },
    ]
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: fingers(20) })
    for (const apart of [30, 50, 80]) await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: fingers(apart) })
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    await until(
      () => zoomed(page),
      (count) => count === 2,
    )
  })

  test('nobody’s browser had anything to complain about', () => {
    // A picture of the photo that was hidden may have been asked for at that very moment.
    const all = [...studio.complaints, ...client.complaints]
    expect(all.filter((line) => !line.includes(`/${photos[5]}/`))).toEqual([])
  })
})
