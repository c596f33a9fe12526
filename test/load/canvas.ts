/** Drawing a stroke of 2,000 points in a real browser, on a sheet of 200 drawings and on an empty one, frame by frame. */
import type { Page } from 'playwright-core'
import { newId } from '../../client/net/new-id.ts'
import type { DrawingId, PhotoId } from '../../common/ids.ts'
import { drawingsPerSheet, pointsPerStroke } from '../../common/limits.ts'
import { packPoints } from '../../common/sheet/geometry.ts'
import { type Place, tools } from '../../common/sheet/shape.ts'
import { launchChromium, someone } from '../browser/chromium.ts'
import { buildPages } from '../browser/pages.ts'
import { become } from '../browser/scenery.ts'
import { picture } from '../browser/waiting.ts'
import { startServer } from '../helpers/server.ts'
import { openPage, scenery } from '../helpers/store-room.ts'
import { type BenchRow, percentile } from './rows.ts'

/** Milliseconds, for each frame of the stroke. */
interface Frames {
  /** From one frame to the next. */
  readonly apart: readonly number[]
  /** In which the page was busy with it. */
  readonly busy: readonly number[]
}

/** Moves of the hand in one frame: a mouse of 240 Hz on a screen of 60. */
const movesPerFrame = 4

export async function benchCanvas(): Promise<readonly BenchRow[]> {
  const pages = await buildPages()
  const server = await startServer({ pages: pages.folder })
  const chromium = await launchChromium()
  try {
    const owner = await server.signUp()
    const { gallery, photos, guest } = await scenery(server, owner, { photos: 2, feedback: 'collaborative' })
    const [full, empty] = photos
    const client = await guest('mainClient', 'Clara Winter')
    if (!full || !empty) throw new Error('no photos')
    const store = openPage(server.url, client.cookie, gallery)
    await store.until((one) => one.view().status === 'open')
    await fill(store.store, full, async () => await store.until((one) => one.view().saved === 'saved'))
    await store.close()
    const { page } = await someone(chromium, { width: 1440, height: 900 })
    await become(page, server, client.cookie)
    const measured = async (photo: PhotoId): Promise<Frames> => {
      await page.goto(`${server.url}/g/${gallery}/p/${photo}`)
      await picture(page, photo === full ? 'PRF_0001.jpg' : 'PRF_0002.jpg')
        .first()
        .waitFor()
      return await draw(page)
    }
    await measured(empty)
    const [peer, ours] = [await measured(empty), await measured(full)]
    return rowsOf(ours, peer)
  } finally {
    await chromium.close()
    await server.stop()
    pages.remove()
  }
}

/** One stroke as long as may be, and others of every tool, until one more fits. */
async function fill(
  store: Parameters<Parameters<ReturnType<typeof openPage>['until']>[0]>[0],
  photo: PhotoId,
  saved: () => Promise<void>,
): Promise<void> {
  const [version] = store.view().photoById.get(photo)?.versions ?? []
  if (!version) throw new Error('no version')
  for (let n = 0; n < drawingsPerSheet - 1; n++) {
    const points =
      n === 0 ? spiral(pointsPerStroke) : spiral(40).map(([x, y]): Place => [(x + (n % 14)) / 15, (y + Math.floor(n / 14)) / 15])
    const tool = n === 0 ? 'pen' : (tools[n % 6] ?? 'pen')
    const stroke = { version: version.id, tool, colour: null, width: 0.004, pressure: new Uint8Array(), text: null }
    store.actions.draw(photo, newId<DrawingId>('drawing'), { ...stroke, points: packPoints(points) })
    if (n % 20 === 0) await saved()
  }
  await saved()
}

function spiral(count: number): readonly Place[] {
  return Array.from({ length: count }, (_, i): Place => {
    const [turn, far] = [i / 12, 0.05 + (0.42 * i) / count]
    return [0.5 + Math.cos(turn) * far, 0.5 + Math.sin(turn) * far]
  })
}

async function draw(page: Page): Promise<Frames> {
  await page.keyboard.press('d')
  const box = await page.locator('.draw-surface').boundingBox()
  if (!box) throw new Error('nothing to draw on')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  const frames = await page.evaluate(handMoves, { points: spiral(pointsPerStroke), moves: movesPerFrame })
  await page.mouse.up()
  await page.keyboard.press('Control+z')
  return frames
}

/** In the page: what a fast hand sends, and how long each frame took. */
async function handMoves({
  points,
  moves,
}: {
  readonly points: readonly (readonly [number, number])[]
  readonly moves: number
}): Promise<Frames> {
  const surface = document.querySelector('.draw-surface')
  const edge = document.querySelector('.photo-canvas')?.getBoundingClientRect()
  if (!surface || !edge) throw new Error('nothing to draw on')
  const [apart, busy]: [number[], number[]] = [[], []]
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
  const afterPaint = () =>
    new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve()
      port2.postMessage(null)
    })
  let before = await frame()
  for (let i = 0; i < points.length; i += moves) {
    const now = await frame()
    apart.push(now - before)
    before = now
    const began = performance.now()
    for (const [x, y] of points.slice(i, i + moves)) {
      const at = { clientX: edge.left + x * edge.width, clientY: edge.top + y * edge.height }
      surface.dispatchEvent(new PointerEvent('pointermove', { ...at, bubbles: true, pointerId: 1, pointerType: 'mouse', buttons: 1 }))
    }
    await afterPaint()
    busy.push(performance.now() - began)
  }
  return { apart, busy }
}

function rowsOf(ours: Frames, peer: Frames): readonly BenchRow[] {
  const row = (name: string, of: keyof Frames, part: number, target: string): BenchRow => {
    const [a, b] = [percentile(ours[of], part), percentile(peer[of], part)]
    return { name: `drawing 2,000 points on 200 drawings ÷ on none, ${name}`, ours: a, peer: b, ratio: a / b, target, unit: 'ms' }
  }
  const [first, last] = [percentile(ours.busy.slice(0, 100), 0.5), percentile(ours.busy.slice(-100), 0.5)]
  return [
    {
      ...{ name: 'drawing 2,000 points, the last 400 ÷ the first 400, page busy in a frame, median', ours: last, peer: first },
      ...{ ratio: last / first, target: '≤ 2.00', unit: 'ms' },
    },
    row('frame to frame, median', 'apart', 0.5, '≤ 1.10'),
    row('frame to frame, 95th percentile', 'apart', 0.95, '≤ 1.25'),
    row('page busy in a frame, median', 'busy', 0.5, '≤ 2.00'),
    row('page busy in a frame, 95th percentile', 'busy', 0.95, '≤ 2.00'),
  ]
}
