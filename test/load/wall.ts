/** The wall of ten thousand photos in Chromium: how long frames take while it scrolls, quietly and while twenty people mark. */
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '../browser/chromium.ts'
import { buildPages } from '../browser/pages.ts'
import { become } from '../browser/scenery.ts'
import { addLink } from '../helpers/gallery-kit.ts'
import { type Photographer, startServer, type TestServer } from '../helpers/server.ts'
import { type BenchRow, median, percentile } from './rows.ts'
import { type Crowd, gatherCrowd, hangWall, rendition, type WallScenery } from './wall-scenery.ts'

/** Milliseconds of one measurement, and between two marks of the crowd: forty a second. */
const lasts = 6_000
const markEvery = 25
/** Marks that are there before anybody looks. */
const before = 2_000
/** Pixels a frame: a fast flick. */
const pace = 36

interface Frames {
  readonly deltas: readonly number[]
}
type Scroll = (page: Page) => Promise<Frames>

/** Every row stands beside the same scrolling over an empty page in the same browser: what the machine itself can do now. */
export async function benchWall(): Promise<readonly BenchRow[]> {
  const pages = await buildPages()
  const server = await startServer({ pages: pages.folder })
  const browser = await launchChromium()
  try {
    const owner = await server.signUp()
    const wall = await hangWall(server, owner)
    const crowd = await gatherCrowd(server, wall, owner)
    for (let n = 0; n < before; n += 50) await Promise.all(Array.from({ length: 50 }, () => crowd.mark()))
    const floor = await emptyPage(browser)
    const client = await clientPage(browser, server, { wall, owner })
    const desk = await deskPage(browser, server, { wall, owner })
    return [
      ...rowsOf('client, quiet', await scrollWindow(client), floor),
      ...rowsOf('client, 20 people mark', await whileMarking(crowd, () => scrollWindow(client)), floor),
      ...rowsOf('desk, quiet', await scrollPane(desk), floor),
      ...rowsOf('desk, 20 people mark', await whileMarking(crowd, () => scrollPane(desk)), floor),
      ...(await filterRows(desk)),
    ]
  } finally {
    await browser.close()
    await server.stop()
  }
}

function rowsOf(what: string, { deltas }: Frames, floor: Frames): readonly BenchRow[] {
  const row = (name: string, of: (values: readonly number[]) => number, target: string): BenchRow => {
    const [ours, peer] = [of(deltas), of(floor.deltas)]
    return { name: `wall of 10,000, ${what}: ${name}, ÷ empty page`, ours, peer, ratio: ours / peer, target, unit: 'ms' }
  }
  return [
    row('median frame', median, '–'),
    row('p95 frame', (values) => percentile(values, 0.95), '17 ms'),
    row('longest frame', (values) => Math.max(...values), '50 ms'),
  ]
}

async function whileMarking(crowd: Crowd, measure: () => Promise<Frames>): Promise<Frames> {
  let failed: unknown = null
  const timer = setInterval(() => void crowd.mark().catch((fault) => (failed = fault)), markEvery)
  const frames = await measure()
  clearInterval(timer)
  if (failed) throw failed
  return frames
}

/** From typing a filter to the wall hung anew: main thread blocked, longest stretch. */
async function filterRows(page: Page): Promise<readonly BenchRow[]> {
  const blocked = async (search: string): Promise<number> => {
    await page.evaluate(() => {
      const w = window as unknown as { longest: number; last: number }
      w.longest = 0
      w.last = performance.now()
      const look = (now: number) => {
        w.longest = Math.max(w.longest, now - w.last)
        w.last = now
        requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    })
    await page.evaluate((text) => {
      history.pushState(history.state, '', text)
      dispatchEvent(new PopStateEvent('popstate', { state: history.state }))
    }, search)
    await page.waitForTimeout(1_500)
    return page.evaluate(() => (window as unknown as { longest: number }).longest)
  }
  const row = async (name: string, search: string): Promise<BenchRow> => {
    const longest = await blocked(search)
    return {
      name: `filter over 10,000, ${name}: longest frame ÷ 50 ms`,
      ours: longest,
      peer: 50,
      ratio: longest / 50,
      target: '≤ 1',
      unit: 'ms',
    }
  }
  return [
    await row('stars and flag', '?flag=pick&stars=4'),
    await row('words', '?words=harbour'),
    await row('sorted by name', '?sort=-name'),
    await row('everything again', '?'),
  ]
}

async function emptyPage(browser: Browser): Promise<Frames> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.setContent('<div style="height:500000px;background:linear-gradient(#fff,#eee)"></div>')
  const frames = await scrollWindow(page)
  await page.close()
  return frames
}

async function clientPage(
  browser: Browser,
  server: TestServer,
  { wall, owner }: { wall: WallScenery; owner: Photographer },
): Promise<Page> {
  const { token } = await addLink(server, { id: wall.gallery, owner })
  const page = await picturedPage(browser)
  await become(page, server, (await server.openLink(token, 'Clara Winter')).cookie)
  await page.goto(`${server.url}/g/${wall.gallery}`)
  await page.locator('[data-photo]').first().waitFor()
  return page
}

async function deskPage(browser: Browser, server: TestServer, { wall, owner }: { wall: WallScenery; owner: Photographer }): Promise<Page> {
  const page = await picturedPage(browser)
  await become(page, server, owner.cookie)
  await page.goto(`${server.url}/g/${wall.gallery}`)
  await page.locator('[data-photo]').first().waitFor()
  return page
}

/** Pictures come from here: the photos of this gallery were never files. */
async function picturedPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' })
  const page = await context.newPage()
  const body = await rendition()
  await page.route('**/media/**', (route) =>
    route.fulfill({ body, contentType: 'image/jpeg', headers: { 'cache-control': 'max-age=3600' } }),
  )
  return page
}

const scrollWindow: Scroll = (page) => scroll(page, null)
const scrollPane: Scroll = (page) => scroll(page, '.sheet')

async function scroll(page: Page, pane: string | null): Promise<Frames> {
  await page.bringToFront()
  const { deltas, moved } = await page.evaluate(
    ({ selector, time, step }) =>
      new Promise<{ deltas: number[]; moved: number }>((resolve) => {
        const target = (selector ? document.querySelector(selector) : document.scrollingElement) as Element
        const taken: number[] = []
        const from = target.scrollTop
        let last = 0
        const begun = performance.now()
        const frame = (now: number) => {
          if (last > 0) taken.push(now - last)
          last = now
          target.scrollTop += step
          if (now - begun < time) requestAnimationFrame(frame)
          else resolve({ deltas: taken, moved: target.scrollTop - from })
        }
        requestAnimationFrame(frame)
      }),
    { selector: pane, time: lasts, step: pace },
  )
  if (moved < (deltas.length * pace) / 2) throw new Error(`the wall moved by ${moved} pixels only`)
  return { deltas: deltas.slice(5) }
}
