import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { GalleriesDeps } from '../../../server/galleries/deps.ts'
import { Openings } from '../../../server/galleries/openings.ts'
import { gallery, type House, localBus, openHouse, ownerSeat, photo } from '../../helpers/gallery-house.ts'
import { furnish } from '../../helpers/gallery-scenery.ts'

let house: House
let openings: Openings
let loads = 0
const minutes = 60_000

beforeEach(async () => {
  house = await openHouse()
  await furnish(house)
  loads = 0
  const { streams, vault, journal } = house.store
  const deps: GalleriesDeps = {
    store: {
      vault,
      journal,
      streams: {
        ...streams,
        load: (stream) => {
          loads++
          return streams.load(stream)
        },
      },
    },
    sheets: house.sheets,
    clock: house.clock,
    dice: { id: () => '', secret: () => 'a-secret-of-some-length', code: () => '' },
    bus: localBus(),
    staffSeat: async () => ownerSeat,
    studioName: async () => 'Studio',
    hash: async () => '',
    log: { warn: () => undefined, error: () => undefined },
  }
  openings = new Openings(deps)
})
afterEach(async () => {
  await openings.close()
  await house.stop()
})

test('[TURN-2] however many open a gallery, it is loaded once', async () => {
  const opened = await Promise.all(Array.from({ length: 30 }, () => openings.use(gallery, (open) => open)))
  expect(new Set(opened).size).toBe(1)
  expect(loads).toBe(1)
})

test('[TURN-23] a gallery nobody used for a while is put away, and loaded whole when somebody comes', async () => {
  const first = await openings.use(gallery, (open) => open)
  house.clock.pass(4 * minutes)
  openings.sweep()
  expect(openings.get(gallery)).toBe(first)
  house.clock.pass(6 * minutes)
  openings.sweep()
  expect(openings.get(gallery)).toBeUndefined()
  const again = await openings.use(gallery, (open) => open)
  expect(again).not.toBe(first)
  expect(again?.state.photos.has(photo(1))).toBe(true)
})

test('[TURN-23] a gallery in use is never put away', async () => {
  let leave: () => void = () => undefined
  const inside = openings.use(gallery, () => new Promise<void>((done) => (leave = done)))
  while (!openings.get(gallery)) await new Promise((later) => setImmediate(later))
  await new Promise((later) => setImmediate(later))
  house.clock.pass(60 * minutes)
  openings.sweep()
  expect(openings.get(gallery)).toBeDefined()
  leave()
  await inside
  openings.sweep()
  expect(openings.get(gallery)).toBeDefined()
  house.clock.pass(6 * minutes)
  openings.sweep()
  expect(openings.get(gallery)).toBeUndefined()
})
