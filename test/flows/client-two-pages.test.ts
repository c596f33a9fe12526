import { randomInt } from 'node:crypto'
import { expect, test } from '@jest/globals'
import type { MarkPatch } from '../../client/gallery/gallery-view.ts'
import type { PhotoId } from '../../common/ids.ts'
import { pageHouse } from '../helpers/page-house.ts'
import { type Page, scenery } from '../helpers/store-room.ts'

const house = pageHouse()

const ownMark = (page: Page, photo: PhotoId): MarkPatch => {
  const { flag, label, stars, favourite } = page.store.marks(photo).mine
  return { flag, label, stars, favourite }
}
const nothing: MarkPatch = { flag: null, label: null, stars: 0, favourite: false }

async function room(photos: number) {
  const made = await scenery(house.server, house.owner, { photos, feedback: 'collaborative' })
  const clara = await made.guest('mainClient', 'Clara Winter')
  const [a, b] = [await house.open(clara.cookie, made.gallery), await house.open(clara.cookie, made.gallery)]
  /** Everything saved, and every page, also one opened now, holds the same. */
  const settled = async (some: readonly Page[]): Promise<Page> => {
    for (const page of some) await page.until((store) => store.view().status === 'open' && store.view().saved === 'saved')
    const witness = await house.open(clara.cookie, made.gallery)
    for (const photo of made.photos) {
      const kept = JSON.stringify(ownMark(witness, photo))
      for (const page of some) await page.until(() => JSON.stringify(ownMark(page, photo)) === kept)
    }
    return witness
  }
  return { ...made, clara, a, b, settled }
}

test('[FLIGHT-1] two pages that set different fields of one mark offline keep both, in whatever order they come back', async () => {
  const seed = randomInt(2 ** 31)
  const { photos, a, b, settled } = await room(12)
  for (const page of [a, b]) page.unplug()
  for (const [n, photo] of photos.entries()) {
    const acts = [() => a.store.actions.mark([photo], { flag: 'pick' }), () => b.store.actions.mark([photo], { favourite: true })]
    for (const act of (seed >> n) % 2 === 0 ? acts : acts.reverse()) act()
    if (n % 3 === 0) b.store.actions.mark([photo], { stars: 4 })
    if (n % 4 === 0) a.store.actions.mark([photo], { label: 'red' })
  }
  for (const page of seed % 2 === 0 ? [a, b] : [b, a]) page.plug()
  const witness = await settled([a, b])
  for (const [n, photo] of photos.entries()) {
    const all = { flag: 'pick', label: n % 4 === 0 ? 'red' : null, stars: n % 3 === 0 ? 4 : 0, favourite: true }
    expect({ seed, n, mark: ownMark(witness, photo) }).toEqual({ seed, n, mark: all })
  }
})

test('[FLIGHT-1] what one page clears offline and another sets stands, both', async () => {
  const { photos, a, b, settled } = await room(6)
  a.store.actions.mark(photos, { flag: 'pick', stars: 3 })
  await settled([a, b])
  for (const page of [a, b]) page.unplug()
  for (const [n, photo] of photos.entries()) {
    const acts = [() => a.store.actions.mark([photo], { flag: null }), () => b.store.actions.mark([photo], { label: 'blue' })]
    for (const act of n % 2 === 0 ? acts : acts.reverse()) act()
  }
  b.plug()
  await b.until((store) => store.view().saved === 'saved')
  a.plug()
  const witness = await settled([a, b])
  for (const photo of photos) expect(ownMark(witness, photo)).toEqual({ ...nothing, label: 'blue', stars: 3 })
})

test('[FLIGHT-2] of the same field the later act stands, whichever page comes back first', async () => {
  const { photos, a, b, settled } = await room(2)
  const [first, second] = photos as [PhotoId, PhotoId]
  for (const page of [a, b]) page.unplug()
  a.store.actions.mark([first], { label: 'red', favourite: true })
  b.store.actions.mark([second], { label: 'red', favourite: true })
  await new Promise((later) => setTimeout(later, 5))
  b.store.actions.mark([first], { label: 'green' })
  a.store.actions.mark([second], { label: 'green' })
  b.plug()
  await b.until((store) => store.view().saved === 'saved')
  a.plug()
  const witness = await settled([a, b])
  for (const photo of photos) expect(ownMark(witness, photo)).toEqual({ ...nothing, label: 'green', favourite: true })
})

test('[FLIGHT-1] both stand also when one of the pages was closed before it came back', async () => {
  const { gallery, clara, photos, a, b, settled } = await room(4)
  for (const page of [a, b]) page.unplug()
  a.store.actions.mark(photos, { flag: 'reject' })
  await new Promise((later) => setTimeout(later, 5))
  b.store.actions.mark(photos, { favourite: true })
  await a.close()
  b.plug()
  await b.until((store) => store.view().saved === 'saved')
  const again = await house.open(clara.cookie, gallery)
  const witness = await settled([again, b])
  for (const photo of photos) expect(ownMark(witness, photo)).toEqual({ ...nothing, flag: 'reject', favourite: true })
})

test('[FLIGHT-1] two pages at work at once on one photo lose nothing, however often one is told to follow the other', async () => {
  const { photos, a, b, settled } = await room(1)
  for (const stars of [1, 2, 3, 4, 5, 4, 3, 2] as const) {
    a.store.actions.mark(photos, { stars, flag: stars % 2 === 0 ? 'pick' : 'reject' })
    b.store.actions.mark(photos, { favourite: stars % 2 === 0, label: stars % 2 === 0 ? 'purple' : 'yellow' })
    await new Promise((later) => setTimeout(later, stars))
  }
  const witness = await settled([a, b])
  for (const photo of photos) expect(ownMark(witness, photo)).toEqual({ flag: 'pick', label: 'purple', stars: 2, favourite: true })
})

test('[FLIGHT-33] what a page had not saved when it was closed is done once by those that are still open, as soon as they have a connection', async () => {
  const { photos, a, b, clara, gallery, settled } = await room(2)
  const [photo, other] = photos as [PhotoId, PhotoId]
  const c = await house.open(clara.cookie, gallery)
  for (const page of [a, b, c]) page.unplug()
  a.store.actions.comment(photo, { body: 'Said as the tab was closed' })
  a.store.actions.mark([photo, other], { stars: 3 })
  await a.close()
  b.store.actions.mark([other], { stars: 5 })
  for (const page of [b, c]) page.plug()
  const witness = await settled([b, c])
  await witness.until((store) => store.talk(photo).threads.length === 1)
  expect([witness.store.marks(photo).mine.stars, witness.store.marks(other).mine.stars]).toEqual([3, 5])
  for (const page of [b, c, witness]) expect(page.store.view().refused).toEqual([])
})

test('[FLIGHT-28] five hundred acts on a line that breaks every few hundred milliseconds arrive once and in order', async () => {
  const { gallery, photos, clara, a, b } = await room(20)
  b.unplug()
  const words: string[][] = photos.map(() => [])
  a.unplug()
  for (let n = 0; n < 500; n++) {
    const at = n % photos.length
    const photo = photos[at] as PhotoId
    if (Math.floor(n / photos.length) % 2 === 0)
      a.store.actions.mark([photo], { stars: ((n % 5) + 1) as 1, label: n % 3 === 0 ? 'red' : 'blue' })
    else {
      words[at]?.push(`Words ${n}`)
      a.store.actions.comment(photo, { body: `Words ${n}` })
    }
    // Every act differs from the one before on its photo.
    a.store.actions.mark([photo], { favourite: Math.floor(n / photos.length) % 2 === 0 })
  }
  const done = photos.map((photo) => JSON.stringify(ownMark(a, photo)))
  const waiting = a.store.view().waiting
  expect(waiting).toBeGreaterThanOrEqual(500)
  a.plug()
  let breaks = 0
  const breaking = setInterval(() => {
    if (breaks++ < 8) a.connection.socket.io.engine?.close()
  }, 250)
  await a.until((store) => store.view().saved === 'saved' && breaks >= 8)
  clearInterval(breaking)
  const said = (page: Page) => photos.map((photo) => page.store.talk(photo).threads.map(({ first }) => first.body))
  for (const cookie of [clara.cookie, house.owner.cookie]) {
    const witness = await house.open(cookie, gallery)
    await witness.until(() => said(witness).flat().length >= words.flat().length)
    expect(said(witness)).toEqual(words)
    if (cookie === clara.cookie) expect(photos.map((photo) => JSON.stringify(ownMark(witness, photo)))).toEqual(done)
  }
  expect(a.store.view().refused).toEqual([])
})
