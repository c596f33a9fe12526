/** Two people draw on one photo: strokes while they are drawn, pins that lead to words, and acts undone over a broken connection. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { startServer, type TestServer } from '../helpers/server.ts'
import { scenery } from '../helpers/store-room.ts'
import { inTheme, violationsOn } from './axe.ts'
import { type Line, lineOf } from './broken-lines.ts'
import { chromiumPath, launchChromium, type Someone, someone } from './chromium.ts'
import { letters } from './letters.ts'
import { type BuiltPages, buildPages } from './pages.ts'
import { linkTo } from './scenery.ts'
import { enter } from './studio-steps.ts'
import { picture, until } from './waiting.ts'

const inBrowser = chromiumPath === null ? describe.skip : describe
if (chromiumPath === null) process.stdout.write('Skipping drawing in a browser: install Chromium, or set CHROMIUM to its path.\n')

const desk = { width: 1280, height: 800 }

inBrowser('in Chromium', () => {
  let pages: BuiltPages
  let server: TestServer
  let chromium: Browser
  let clara: Someone
  let noah: Someone
  let line: Line

  beforeAll(async () => {
    pages = await buildPages()
    server = await startServer({ pages: pages.folder })
    chromium = await launchChromium()
    const owner = await server.signUp('Ada Brandt')
    const { gallery } = await scenery(server, owner, { photos: 1, feedback: 'collaborative' })
    clara = await someone(chromium, desk)
    noah = await someone(chromium, desk)
    line = await lineOf(clara.context)
    for (const [{ page }, name] of [
      [clara, 'Clara Winter'],
      [noah, 'Noah Lind'],
    ] as const) {
      await enter(page, (await linkTo(server, owner, gallery, { role: 'mainClient', binding: 'first' })).url, name)
      await picture(page, 'PRF_0001.jpg').first().click()
      await page.getByRole('main', { name: 'PRF_0001.jpg, large' }).waitFor()
    }
  })

  afterAll(async () => {
    await chromium?.close()
    await server?.stop()
    pages?.remove()
  })

  /** A place of the picture on the page: 3,000 × 2,000 pixels, whole, in the middle of its canvas. */
  const spot = async (page: Page, x: number, y: number): Promise<readonly [number, number]> => {
    const frame = await page.locator('.photo-canvas').boundingBox()
    if (!frame) throw new Error('no canvas')
    const scale = Math.min(frame.width / 3_000, frame.height / 2_000)
    return [
      frame.x + (frame.width - 3_000 * scale) / 2 + x * 3_000 * scale,
      frame.y + (frame.height - 2_000 * scale) / 2 + y * 2_000 * scale,
    ]
  }
  /** Whether there is ink at a place of the picture: on the layers above it. */
  const inked = async (page: Page, x: number, y: number): Promise<boolean> => {
    const [left, top] = await spot(page, x, y)
    return await page.locator('.photo-canvas canvas').evaluateAll(
      (canvases, at) =>
        canvases.slice(1).some((canvas) => {
          const edge = canvas.getBoundingClientRect()
          const brush = (canvas as HTMLCanvasElement).getContext('2d')
          return brush?.getImageData(at.left - edge.left - 2, at.top - edge.top - 2, 5, 5).data.some((value) => value > 0)
        }),
      { left, top },
    )
  }
  const shows = (page: Page, x: number, y: number, ink = true) =>
    until(
      () => inked(page, x, y),
      (is) => is === ink,
    )
  const drag = async (page: Page, from: readonly [number, number], to: readonly [number, number]) => {
    await page.mouse.move(...(await spot(page, ...from)))
    await page.mouse.down()
    await page.mouse.move(...(await spot(page, ...to)), { steps: 12 })
  }

  test('[DRAW-40] others see a stroke while it is drawn, with the name at its tip, and the finished one after', async () => {
    const [hers, his] = [clara.page, noah.page]
    await hers.keyboard.press('d')
    await drag(hers, [0.2, 0.3], [0.6, 0.3])
    await shows(his, 0.4, 0.3)
    await his.locator('.draw-tip').getByText('Clara').waitFor()
    await his.locator('.talk').getByText('Clara Winter is drawing').waitFor()
    await his.getByRole('status').getByText('Clara Winter is drawing').waitFor({ state: 'attached' })
    await hers.mouse.move(...(await spot(hers, 0.6, 0.6)), { steps: 6 })
    await hers.mouse.up()
    await shows(his, 0.6, 0.55)
    await his.locator('.draw-tip').waitFor({ state: 'detached' })
    await shows(his, 0.4, 0.3)
    await his.getByRole('button', { name: 'What is shown: 1 drawing' }).click()
    await his.getByRole('listitem').getByText('Clara Winter, brush stroke').waitFor()
    await his.getByRole('checkbox', { name: 'Clara Winter' }).click()
    await shows(his, 0.4, 0.3, false)
    await his.getByRole('checkbox', { name: 'Clara Winter' }).click()
    await shows(his, 0.4, 0.3)
    await his.keyboard.press('Escape')
  })

  test('[DRAW-41] what was drawn, moved and deleted is undone and done again, also without a connection and after it came back', async () => {
    const [hers, his] = [clara.page, noah.page]
    await hers.keyboard.press('r')
    await drag(hers, [0.1, 0.7], [0.3, 0.9])
    await hers.mouse.up()
    await shows(his, 0.2, 0.7)
    await hers.keyboard.press('v')
    await hers.mouse.click(...(await spot(hers, 0.2, 0.7)))
    await hers.getByRole('group', { name: 'Selected drawing' }).getByRole('button', { name: 'Delete' }).waitFor()
    await drag(hers, [0.2, 0.7], [0.2, 0.4])
    await hers.mouse.up()
    await shows(his, 0.2, 0.4)
    await line.cut()
    await hers.keyboard.press('Control+z')
    await shows(hers, 0.2, 0.7)
    await hers.keyboard.press('Control+z')
    await shows(hers, 0.2, 0.7, false)
    expect(await inked(his, 0.2, 0.4)).toBe(true)
    await line.mend()
    await shows(his, 0.2, 0.4, false)
    expect(await inked(his, 0.2, 0.7)).toBe(false)
    await hers.keyboard.press('Control+Shift+z')
    await shows(his, 0.2, 0.7)
    await hers.keyboard.press('Control+Shift+z')
    await shows(his, 0.2, 0.4)
  })

  test('[DRAW-44] [DRAW-46] words are seen while they are written and gone when given up, and their frame is as wide as they are', async () => {
    const [hers, his] = [clara.page, noah.page]
    await hers.keyboard.press('t')
    await hers.mouse.click(...(await spot(hers, 0.5, 0.1)))
    await hers.keyboard.type('Sky')
    await his.locator('.draw-tip').getByText('Clara').waitFor()
    await hers.keyboard.press('Escape')
    await his.locator('.draw-tip').waitFor({ state: 'detached' })
    await hers.mouse.click(...(await spot(hers, 0.5, 0.1)))
    await hers.keyboard.type('WIDE and ill')
    await his.locator('.draw-tip').getByText('Clara').waitFor()
    await hers.keyboard.press('Enter')
    await his.locator('.draw-tip').waitFor({ state: 'detached' })
    await hers.keyboard.press('v')
    const [x, y] = await spot(hers, 0.5, 0.1)
    await hers.mouse.click(x + 12, y + 14)
    const frame = await hers.locator('.draw-frame').boundingBox()
    const width = await hers.evaluate(letters, 'WIDE and ill')
    expect(Math.abs((frame?.width ?? 0) - 16 - width)).toBeLessThan(2)
    for (let n = 0; n < 4; n++) await hers.keyboard.press('ArrowDown')
    await hers.keyboard.press('Control+z')
    expect((await hers.locator('.draw-frame').boundingBox())?.y).toBeCloseTo(frame?.y ?? 0, 1)
    await hers.keyboard.press('Delete')
  })

  test('[DRAW-42] a pin set by hand or by keys carries the next words, and leads to them', async () => {
    const [hers, his] = [clara.page, noah.page]
    await hers.keyboard.press('m')
    await hers.getByRole('button', { name: /^Crosshair for a pin/ }).waitFor()
    await hers.keyboard.press('Shift+ArrowRight')
    await hers.getByText('60 % from the left, 50 % from the top').waitFor({ state: 'attached' })
    await hers.keyboard.press('Enter')
    await hers.keyboard.type('Is this sharp?')
    await hers.keyboard.press('Enter')
    const pin = his.getByRole('button', { name: 'Thread 1, Clara Winter: Is this sharp?' })
    await pin.waitFor()
    const at = await pin.boundingBox()
    const [left, top] = await spot(his, 0.6, 0.5)
    expect(Math.abs((at?.x ?? 0) + (at?.width ?? 0) / 2 - left)).toBeLessThan(2)
    expect(Math.abs((at?.y ?? 0) + (at?.height ?? 0) / 2 - top)).toBeLessThan(2)
    await pin.click()
    await until(
      () => pin.getAttribute('aria-current'),
      (current) => current === 'true',
    )
  })

  test('[DRAW-42] a drawing just made is what the next words are about', async () => {
    const [hers, his] = [clara.page, noah.page]
    await hers.keyboard.press('Escape')
    await hers.keyboard.press('d')
    await hers.keyboard.press('a')
    await drag(hers, [0.8, 0.2], [0.7, 0.4])
    await hers.mouse.up()
    await hers.getByRole('button', { name: 'Comment on it' }).click()
    await hers.keyboard.type('This one')
    await hers.keyboard.press('Enter')
    const pin = await his.getByRole('button', { name: 'Thread 2, Clara Winter: This one' }).boundingBox()
    const [left] = await spot(his, 0.8, 0.2)
    expect(Math.abs((pin?.x ?? 0) + (pin?.width ?? 0) / 2 - left)).toBeLessThan(2)
  })

  test('the canvas, what is selected on it and the list of drawings are without a violation', async () => {
    const { page } = clara
    await page.keyboard.press('Escape')
    await page.keyboard.press('d')
    await page.keyboard.press('v')
    await page.mouse.click(...(await spot(page, 0.75, 0.3)))
    await page.getByRole('group', { name: 'Selected drawing' }).waitFor()
    await page.getByRole('button', { name: /^What is shown/ }).click()
    await page.getByRole('list', { name: 'Drawings on this photo' }).waitFor()
    expect(await violationsOn(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.setViewportSize({ width: 390, height: 844 })
    await page.getByRole('toolbar', { name: 'Drawing tools' }).getByRole('button', { name: 'Done' }).waitFor()
    await inTheme(page, 'dark')
    expect(await violationsOn(page)).toEqual([])
    await page.setViewportSize(desk)
  })

  test('[DRAW-43] ink and pins lie on photos side by side too, at every zoom, as one chose to see them', async () => {
    const { page } = noah
    const [, gallery, photo] = /\/g\/([^/]+)\/p\/([^?#]+)/.exec(page.url()) ?? []
    await page.goto(`${server.url}/g/${gallery}/compare?p=${photo}`)
    const pin = page.getByRole('button', { name: 'Thread 1, Clara Winter: Is this sharp?' })
    await pin.waitFor()
    await shows(page, 0.75, 0.3)
    await page.keyboard.press('z')
    await page.locator('.photo-canvas.zoomed').waitFor()
    const frame = await page.locator('.photo-canvas').boundingBox()
    // A tenth of 3,000 pixels beside the middle.
    await until(
      async () => ((await pin.boundingBox())?.x ?? 0) + 14 - (frame?.x ?? 0) - (frame?.width ?? 0) / 2,
      (beside) => Math.abs(beside - 300) < 2,
    )
    await page.keyboard.press('z')
    const eye = page.getByRole('button', { name: 'Show drawings and pins' })
    await eye.click()
    await shows(page, 0.75, 0.3, false)
    await pin.waitFor({ state: 'detached' })
    await eye.click()
    await pin.click()
    await page.getByRole('main', { name: 'PRF_0001.jpg, large' }).waitFor()
    await page.goBack()
    await page.getByRole('main', { name: 'Compare' }).waitFor()
  })

  test('nobody’s browser had anything to complain about', () => {
    // This gallery's photographs have no files, and one line was cut.
    const expected = /404 \(Not Found\)|WebSocket connection/
    for (const { complaints } of [clara, noah]) expect(complaints.filter((words) => !expected.test(words))).toEqual([])
  })
})
