/** Machines that are not as they should be: a clock that is wrong, a browser that keeps nothing or has no room. Work is never the price. */
import { beforeEach, expect, test } from '@jest/globals'
import type { PhotoId } from '../../common/ids.ts'
import { pageHouse } from '../helpers/page-house.ts'
import { keepsStorage, scenery } from '../helpers/store-room.ts'

const house = pageHouse()
beforeEach(() => keepsStorage())

const nowhere = 'http://127.0.0.1:9'
const room = async (photos: number) => {
  const made = await scenery(house.server, house.owner, { photos, feedback: 'collaborative' })
  const noah = await made.guest('guestLink', 'Noah Lind')
  return { ...made, noah, photo: made.photos[0] as PhotoId }
}
const [day, year] = [86_400_000, 365 * 86_400_000]
/** Words and a mark on a machine whose clock is wrong by `off`, then on the same one once its clock was set right, and none of it with a connection. */
const saidByWrongClock = async (off: number) => {
  const { gallery, photo, noah } = await room(2)
  const wrong = house.page(noah.cookie, gallery, { off })
  await wrong.until((store) => store.view().status === 'open')
  wrong.store.actions.comment(photo, { body: 'At home' })
  await wrong.until((store) => store.view().saved === 'saved')
  await wrong.close()
  const away = house.page(noah.cookie, gallery, { url: nowhere, off })
  await away.until((store) => store.view().gallery !== null)
  expect(Math.abs((away.store.view().asOf ?? 0) - Date.now())).toBeLessThan(60_000)
  away.store.actions.mark([photo], { stars: 2 })
  away.store.actions.comment(photo, { body: 'Under way' })
  await away.close()
  const set = house.page(noah.cookie, gallery, { url: nowhere })
  await set.until((store) => store.talk(photo).threads.length === 2)
  set.store.actions.mark([photo], { stars: 5 })
  set.store.actions.comment(photo, { body: 'Later' })
  await set.close()
  const back = house.page(noah.cookie, gallery)
  await back.until((store) => store.view().status === 'open' && store.view().saved === 'saved')
  back.store.actions.comment(photo, { body: 'Back' })
  await back.until((store) => store.view().saved === 'saved')
  expect(back.store.view().refused).toEqual([])
  const witness = house.page(house.owner.cookie, gallery)
  await witness.until((store) => store.talk(photo).threads.length === 4)
  const { threads } = witness.store.talk(photo)
  expect(threads.map(({ first }) => first.body)).toEqual(['At home', 'Under way', 'Later', 'Back'])
  const times = threads.map(({ first }) => first.at)
  expect(times).toEqual(times.toSorted((a, b) => a - b))
  expect((times.at(-1) ?? 0) <= Date.now()).toBe(true)
  expect(witness.store.marks(photo).byPerson.get(noah.person)?.stars).toBe(5)
}

test('[FLIGHT-30] with a clock that is wrong by days or years, and then set right, nothing is lost, refused or out of order', async () => {
  for (const off of [-year, -day, day, year]) await saidByWrongClock(off)
})

/** Acts with a connection, without one and with it again; what the page says of their being kept, each time. */
const actsThrough = async () => {
  const faults: unknown[] = []
  const fault = (reason: unknown) => faults.push(reason)
  process.on('unhandledRejection', fault)
  const { gallery, photo, noah } = await room(1)
  const opened = house.page(noah.cookie, gallery)
  await opened.until((store) => store.view().status === 'open')
  const said: boolean[] = []
  const act = async (stars: 1 | 2 | 3, saved: 'saved' | 'unsaved') => {
    opened.store.actions.mark([photo], { stars })
    await opened.until((store) => store.view().saved === saved && !store.view().keeps)
    said.push(opened.store.view().keeps)
  }
  await act(1, 'saved')
  opened.unplug()
  await act(2, 'unsaved')
  opened.plug()
  await opened.until((store) => store.view().status === 'open')
  await act(3, 'saved')
  const witness = house.page(house.owner.cookie, gallery)
  await witness.until((store) => store.marks(photo).byPerson.get(noah.person)?.stars === 3)
  process.off('unhandledRejection', fault)
  return { said, faults }
}

test('[FLIGHT-31] without a database everything reaches the house.server, and the page says that it keeps nothing', async () => {
  const real = globalThis.indexedDB
  Object.defineProperty(globalThis, 'indexedDB', { configurable: true, value: undefined })
  try {
    expect(await actsThrough()).toEqual({ said: [false, false, false], faults: [] })
  } finally {
    Object.defineProperty(globalThis, 'indexedDB', { configurable: true, value: real })
  }
})

test('[FLIGHT-31] with a full disk everything reaches the house.server, and the page says that it keeps nothing', async () => {
  const { put } = IDBObjectStore.prototype
  IDBObjectStore.prototype.put = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  try {
    expect(await actsThrough()).toEqual({ said: [false, false, false], faults: [] })
  } finally {
    IDBObjectStore.prototype.put = put
  }
})
