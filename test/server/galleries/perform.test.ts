import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { AnyCommand } from '../../../common/gallery/commands.ts'
import type { GalleryId } from '../../../common/ids.ts'
import type { Store, StreamEntry } from '../../../server/ports.ts'
import { openSqlite } from '../../../server/store/sqlite/open.ts'
import {
  FakeClock,
  gallery,
  type House,
  id,
  localBus,
  member,
  must,
  openHouse,
  owner,
  photo,
  scene,
  visitor,
} from '../../helpers/gallery-house.ts'
import { enter, furnish, newGallery, share } from '../../helpers/gallery-scenery.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
})
afterEach(() => house.stop())

const hide = (n: number): AnyCommand => ({ type: 'photo:hide', photos: [photo(n)] })

describe('commands', () => {
  test('[TURN-2] a gallery is loaded once, however many ask', async () => {
    await furnish(house)
    const states = await Promise.all(Array.from({ length: 20 }, () => house.galleries.state(gallery)))
    expect(new Set(states).size).toBe(1)
    expect(await house.galleries.state(id<GalleryId>('gallery', 99))).toBeNull()
  })

  test('[TURN-3] commands given at once are decided one after the other, each on what the one before left', async () => {
    await furnish(house)
    const before = (await house.store.streams.load(`gallery:${gallery}`))?.rev ?? 0
    const done = await Promise.all([1, 2, 3, 4].map((n) => must(house.ask(owner, hide(n)))))
    expect(done.map(({ rev }) => rev)).toEqual([before + 1, before + 2, before + 3, before + 4])
    const state = await house.galleries.state(gallery)
    expect([1, 2, 3, 4].every((n) => state?.photos.get(photo(n))?.hidden)).toBe(true)
  })

  test('[TURN-4] a command given twice is done once and answered alike, also after a restart', async () => {
    await furnish(house)
    const add = { type: 'scene:add', id: scene(9), name: 'Nine', order: 9 } as const
    const command = id('command', 5)
    const [first, again] = await Promise.all([must(house.ask(owner, add, command)), must(house.ask(owner, add, command))])
    expect(again).toEqual(first)
    const second = await openHouse({ store: house.store })
    expect(await must(second.ask(owner, add, command))).toEqual(first)
    const entries = await house.store.streams.entries(`gallery:${gallery}`, 0, 1_000)
    expect(entries.filter(({ commandId }) => commandId === command)).toHaveLength(1)
    await second.stop()
  })

  test('[TURN-4] the same id from another person is another command', async () => {
    await furnish(house)
    const command = id('command', 6)
    await must(house.ask(owner, hide(1), command))
    await must(house.ask(member, hide(2), command))
    expect((await house.galleries.state(gallery))?.photos.get(photo(2))?.hidden?.by).toBe(member)
  })

  test('[TURN-5] whoever may not enter is told that there is nothing, like for a gallery that does not exist', async () => {
    await furnish(house)
    const stranger = await house.ask(visitor(7), hide(1))
    const missing = await house.galleries.perform({ gallery: id('gallery', 99), by: visitor(7), commandId: null, command: hide(1) })
    expect(stranger).toEqual(missing)
    expect(stranger).toMatchObject({ ok: false, refusal: { code: 'not-found' } })
  })

  test('[TURN-6] an access code is kept as its hash only, and not at all in the history', async () => {
    await furnish(house)
    const terms = { role: 'guestLink', scenes: 'all', photos: null, rights: {}, feedback: null, alwaysOnline: false } as const
    const rest = { label: 'Press', binding: 'open', email: null, welcomes: null, expiresAt: null, ...terms } as const
    await must(house.ask(owner, { type: 'link:add', id: id('link', 3), code: 'sesame42', ...rest }))
    const entries = await house.store.streams.entries(`gallery:${gallery}`, 0, 1_000)
    expect(JSON.stringify(entries.map(({ command }) => command))).not.toContain('sesame42')
    expect((await house.galleries.state(gallery))?.links.get(id('link', 3))?.codeHash).toBe('hash of sesame42')
  })

  test('[TURN-7] a gallery is created once; the same creation again is answered alike, another is refused', async () => {
    const command = {
      type: 'gallery:create',
      gallery: newGallery(1),
      scene: { kind: 'scene', id: scene(1), name: 'One', order: 1, hiddenFor: [] },
    } as const
    const create = (by: typeof owner, commandId: string) => house.galleries.perform({ gallery, by, commandId, command })
    expect(await create(visitor(1), 'o_1')).toMatchObject({ refusal: { code: 'not-allowed' } })
    expect(await create(owner, 'o_2')).toEqual({ ok: true, value: { rev: 1 } })
    expect(await create(owner, 'o_2')).toEqual({ ok: true, value: { rev: 1 } })
    expect(await create(owner, 'o_3')).toMatchObject({ refusal: { code: 'taken' } })
  })
})

describe('keeping', () => {
  /** The true store, with a fault put before or after one commit. */
  const failing = (store: Store, when: 'before' | 'after'): Store & { fail: boolean } => {
    const wrapped = {
      ...store,
      fail: false,
      streams: {
        ...store.streams,
        commit: async (entry: StreamEntry) => {
          if (wrapped.fail && when === 'before') throw new Error('the database is away')
          const kept = await store.streams.commit(entry)
          if (wrapped.fail) throw new Error('the answer was lost')
          return kept
        },
      },
    }
    return wrapped
  }

  test('[TURN-8] a commit that failed is answered `retry` and has changed nothing', async () => {
    const store = failing(house.store, 'before')
    const other = await openHouse({ store })
    await furnish(other)
    store.fail = true
    expect(await other.ask(owner, hide(1), id('command', 1))).toMatchObject({ refusal: { code: 'retry' } })
    store.fail = false
    expect((await other.galleries.state(gallery))?.photos.get(photo(1))?.hidden).toBeNull()
    await must(other.ask(owner, hide(1), id('command', 1)))
    await other.stop()
  })

  test('[TURN-8] a commit whose answer was lost is found in the journal and counts', async () => {
    const store = failing(house.store, 'after')
    const other = await openHouse({ store })
    await furnish(other)
    store.fail = true
    await must(other.ask(owner, hide(1), id('command', 1)))
    store.fail = false
    expect((await other.galleries.state(gallery))?.photos.get(photo(1))?.hidden).not.toBeNull()
    const rev = await must(other.ask(owner, hide(1), id('command', 1)))
    expect(rev.rev).toBe((await house.store.streams.load(`gallery:${gallery}`))?.rev)
    await other.stop()
  })

  test('[TURN-13] two nodes on one store: the slower reads on and decides again, and both end alike', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'proofroom-'))
    const store = await openSqlite({ folder })
    const [bus, clock] = [localBus(), new FakeClock()]
    const nodes = await Promise.all([openHouse({ store, bus, clock }), openHouse({ store, bus, clock })])
    const [a, b] = nodes as [House, House]
    await furnish(a, { each: 5 })
    await b.galleries.state(gallery)
    await Promise.all([1, 2, 3, 4, 5].flatMap((n) => [must(a.ask(owner, hide(n))), must(b.ask(member, hide(n + 5)))]))
    await must(a.ask(owner, { type: 'gallery:change', name: 'Renamed' }))
    await must(b.ask(owner, { type: 'gallery:change', keys: 'simple' }))
    const load = async (node: House) => node.galleries.state(gallery)
    for (let i = 0; i < 100 && (await load(a))?.gallery.keys !== 'simple'; i++) await new Promise((later) => setTimeout(later, 10))
    expect(await load(a)).toEqual(await load(b))
    expect([...((await load(a))?.photos.values() ?? [])].every(({ hidden }) => hidden)).toBe(true)
    for (const node of nodes) await node.stop()
    await store.close()
    await rm(folder, { recursive: true, force: true })
  })
})

describe('who may see a picture', () => {
  test('[TURN-14] a picture is refused from the moment a hide is answered', async () => {
    await furnish(house)
    await share(house, { link: 1, role: 'guestLink' })
    const guest = await enter(house, 1, 1)
    expect(await house.galleries.maySee(guest, gallery, photo(1))).toBe(true)
    await must(house.ask(owner, hide(1)))
    expect(await house.galleries.maySee(guest, gallery, photo(1))).toBe(false)
    expect(await house.galleries.maySee(guest, gallery, photo(77))).toBe(false)
    expect(await house.galleries.maySee(visitor(9), gallery, photo(2))).toBe(false)
    expect(await house.galleries.maySee(owner, gallery, photo(1))).toBe(true)
  })

  test('[TURN-15] what ends by time ends without a command', async () => {
    await furnish(house)
    await share(house, { link: 1, role: 'guestLink', expiresAt: house.clock.now() + 1_000 })
    const guest = await enter(house, 1, 1)
    expect(await house.galleries.maySee(guest, gallery, photo(1))).toBe(true)
    house.clock.pass(1_000)
    expect(await house.galleries.maySee(guest, gallery, photo(1))).toBe(false)
    await must(house.ask(owner, { type: 'gallery:change', expiresAt: house.clock.now() + 5_000 }))
    house.clock.pass(5_000)
    expect((await house.galleries.state(gallery))?.gallery.status).toBe('expired')
  })

  test('[TURN-15] a gallery whose end came while the server was down is expired when it is opened', async () => {
    await furnish(house, { gallery: { expiresAt: house.clock.now() + 1_000 } })
    house.clock.pass(1_000)
    const other = await openHouse({ store: house.store, clock: house.clock })
    expect((await other.galleries.state(gallery))?.gallery.status).toBe('expired')
    await other.stop()
  })
})
