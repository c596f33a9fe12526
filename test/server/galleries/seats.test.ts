import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type GalleryId, type PersonId, sheetIdOf } from '../../../common/ids.ts'
import { decodeFrame } from '../../../common/protocol/bundle.ts'
import type { PresenceFrame, ToldFrame } from '../../../common/protocol/live.ts'
import type { Refusal } from '../../../common/result.ts'
import type { Seat, SeatSink } from '../../../server/galleries/api.ts'
import {
  account,
  gallery,
  type House,
  id,
  member,
  memberSeat,
  must,
  openHouse,
  owner,
  ownerSeat,
  photo,
  scene,
} from '../../helpers/gallery-house.ts'
import { enter, furnish, newGallery, share } from '../../helpers/gallery-scenery.ts'
import { until } from '../../helpers/socket-client.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
})
afterEach(async () => {
  await house.stop()
  expect(house.faults).toEqual([])
})

/** A door that writes down what happens, in order. */
class Notes implements SeatSink {
  readonly lines: string[] = []
  readonly frames: ToldFrame[] = []
  dropped = false
  told(frame: ToldFrame): void {
    this.frames.push(frame)
    this.lines.push(
      `told ${frame.changes.map((change) => (change.type === 'removed' ? `-${change.kind}` : `${change.type} ${change.record.kind}`)).join(' ')}`,
    )
  }
  sheets(bytes: Uint8Array, kind: 'frame' | 'bundle'): void {
    this.lines.push(`${kind} ${decodeFrame(bytes).sheets.length}`)
  }
  /** While the way out is stopped up. */
  full = false
  readonly words: PresenceFrame[] = []
  presence(frame: PresenceFrame): boolean {
    if (!this.full) this.words.push(frame)
    return !this.full
  }
  read(): void {}
  mine(): void {}
  forget(): boolean {
    this.lines.push('forget')
    return this.dropped
  }
  behind(): void {
    this.lines.push('behind')
  }
  closed(refusal: Refusal): void {
    this.lines.push(`closed ${refusal.code}`)
  }
  queued(): number {
    return 0
  }
}

async function sit(person: PersonId, notes = new Notes()): Promise<{ seat: Seat; notes: Notes }> {
  const seat = await must(house.galleries.sit(person, 'name', { gallery, protocol: 1, app: 'test' }, notes))
  expect(seat.joined.snapshot?.length).toBeGreaterThan(0)
  await new Promise((later) => setImmediate(later))
  return { seat, notes }
}

async function world() {
  await furnish(house, { gallery: { feedback: 'collaborative' } })
  await share(house, { link: 1, role: 'guestLink' })
  const guest = await enter(house, 1, 1)
  return { guest, staff: owner }
}

describe('revoked, told, answered', () => {
  test('[LIVE-20] at the very moment a hide is answered, every seat has been revoked and told, in this order', async () => {
    const { guest } = await world()
    const [a, b, staff] = [await sit(guest), await sit(guest), await sit(owner)]
    const lines = [a, b].map(({ notes }) => notes.lines.length)
    let answered: readonly (readonly string[])[] = []
    await house.galleries.perform({ gallery, by: owner, commandId: null, command: { type: 'photo:hide', photos: [photo(1)] } }).then(() => {
      answered = [a, b].map(({ notes }, i) => notes.lines.slice(lines[i]))
    })
    for (const one of answered) expect(one).toEqual(['forget', 'told -photo'])
    expect(staff.notes.lines.at(-1)).toBe('told changed photo')
    const push = { gallery, sheet: sheetIdOf(photo(1), 'shared'), sub: a.seat.joined.sub, bytes: Uint8Array.of(0, 0) }
    expect(await a.seat.push(push)).toEqual({ ok: false, refusal: { code: 'revoked' } })
  })

  test('[LIVE-23] a push that comes while a hide is being kept waits for it and loses', async () => {
    const { guest } = await world()
    const { seat } = await sit(guest)
    const events: string[] = []
    const hidden = house.ask(owner, { type: 'photo:hide', photos: [photo(1)] }).then(() => events.push('hide answered'))
    await new Promise((later) => setImmediate(later))
    expect(events).toEqual([])
    const ask = { gallery, sheet: sheetIdOf(photo(1), 'shared'), sub: seat.joined.sub, bytes: Uint8Array.of(0, 0) }
    expect(await seat.push(ask)).toEqual({ ok: false, refusal: { code: 'revoked' } })
    expect(events).toEqual(['hide answered'])
    await hidden
  })

  test('[LIVE-20] a guest shown out is shown out before the answer, and hears nothing after', async () => {
    const { guest } = await world()
    const { notes, seat } = await sit(guest)
    await must(house.ask(owner, { type: 'gallery:change', status: 'offline' }))
    expect(notes.lines.at(-1)).toBe('closed gallery-offline')
    const before = notes.lines.length
    await must(house.ask(owner, { type: 'gallery:change', status: 'online' }))
    await must(house.ask(owner, { type: 'photo:hide', photos: [photo(1)] }))
    expect(notes.lines).toHaveLength(before)
    expect(await seat.fetch([sheetIdOf(photo(2), 'shared')])).toMatchObject({ ok: false, refusal: { code: 'revoked' } })
  })
})

describe('who listens', () => {
  test('[LIVE-66] a commit on one node is told to the seats of the other, and a member taken off there is shown out here', async () => {
    await world()
    const other = await openHouse({ store: house.store, bus: house.bus, clock: house.clock })
    const { notes } = await sit(id<PersonId>('visitor', 1))
    const colleague = await sit(member)
    await must(other.ask(owner, { type: 'photo:hide', photos: [photo(1)] }))
    await until(() => notes.lines.at(-1) === 'told -photo')
    house.staff.delete(member)
    other.bus.say({ type: 'stream', stream: `account:${account}`, rev: 9 })
    await until(() => colleague.notes.lines.at(-1) === 'closed revoked')
    await other.stop()
  })

  test('[TURN-16] views with equal grants are told with one and the same frame', async () => {
    const { guest } = await world()
    const [a, b] = [await sit(guest), await sit(await enter(house, 2, 1))]
    await must(house.ask(owner, { type: 'scene:change', id: scene(1), name: 'New' }))
    expect(a.notes.frames.at(-1)).toBe(b.notes.frames.at(-1))
  })

  test('[TURN-17] staff are known by name to those inside from their first visit on', async () => {
    const { guest } = await world()
    const before = await sit(guest)
    await sit(owner)
    expect(before.notes.lines.at(-1)).toBe('told added person')
    expect((await house.galleries.state(gallery))?.guests.get(owner)).toMatchObject({ name: 'name', staff: true })
    const rev = (await house.store.streams.load(`gallery:${gallery}`))?.rev
    await sit(owner)
    expect((await house.store.streams.load(`gallery:${gallery}`))?.rev).toBe(rev)
  })

  test('[TURN-18] after leaving nothing is heard, and another tab of the same person goes on', async () => {
    const { guest } = await world()
    const [a, b] = [await sit(guest), await sit(guest)]
    a.seat.leave()
    const before = a.notes.lines.length
    await must(house.ask(owner, { type: 'photo:hide', photos: [photo(1)] }))
    expect(a.notes.lines).toHaveLength(before)
    expect(b.notes.lines.at(-1)).toBe('told -photo')
  })

  test('[TURN-19] who moves to another view after frames were dropped cannot resume from there', async () => {
    const { guest } = await world()
    const { notes } = await sit(guest)
    notes.dropped = true
    await must(house.ask(owner, { type: 'link:change', id: 'l_00000000000000000001' as never, rights: { comment: 'none' } }))
    expect(notes.frames.at(-1)?.view).toBe('none')
    notes.dropped = false
    await must(house.ask(owner, { type: 'link:change', id: 'l_00000000000000000001' as never, rights: {} }))
    expect(notes.frames.at(-1)?.view).not.toBe('none')
  })

  test('[TURN-5] a seat is refused alike where there is nothing and where one may not be', async () => {
    await world()
    const ask = { gallery, protocol: 1, app: 'test' }
    const stranger = await house.galleries.sit('v_00000000000000000099' as PersonId, 'x', ask, new Notes())
    const missing = await house.galleries.sit(owner, 'x', { ...ask, gallery: 'g_00000000000000000099' as typeof gallery }, new Notes())
    expect(stranger).toEqual(missing)
  })

  test('[TURN-20] a gallery hung below another is at once in the scope of whoever has that one, and out of it when taken away', async () => {
    await world()
    const parent = id<GalleryId>('gallery', 2)
    const first = { kind: 'scene', id: scene(1), name: 'One', order: 1, hiddenFor: [] } as const
    const tree = await openHouse({
      store: house.store,
      staffSeat: async (person, _account, chain) => {
        if (person === owner) return ownerSeat
        return person === member ? { ...memberSeat, inScope: chain.includes(parent) } : null
      },
    })
    await tree.system({ type: 'gallery:create', gallery: newGallery(1, { id: parent }), scene: first }, parent)
    const ask = { gallery, protocol: 1, app: 'test' }
    expect(await tree.galleries.sit(member, 'm', ask, new Notes())).toMatchObject({ refusal: { code: 'not-found' } })
    await must(tree.ask(owner, { type: 'gallery:change', parent }))
    const notes = new Notes()
    const seat = await must(tree.galleries.sit(member, 'm', ask, notes))
    expect(seat.joined.snapshot?.length).toBeGreaterThan(0)
    await must(tree.ask(owner, { type: 'gallery:change', parent: null }))
    await until(() => notes.lines.at(-1) === 'closed revoked')
    await tree.stop()
  })

  test('[TURN-21] a tab that comes with other rights takes the tabs already there with it', async () => {
    await world()
    const first = await sit(member)
    house.staff.set(member, { ...memberSeat, write: false })
    const reseated = house.galleries.reseat(member)
    const second = await sit(member)
    await reseated
    expect(first.notes.frames.at(-1)?.view).toBe(second.seat.joined.view.id)
    expect(first.notes.lines.some((line) => line.startsWith('closed'))).toBe(false)
  })
})

test('[LIVE-56] what a seat could not be told of others is made up for as soon as there is a way out', async () => {
  const { guest } = await world()
  const [slow, staff] = [await sit(guest), await sit(owner)]
  await until(() => slow.notes.words.some(({ changed }) => changed.some(({ person }) => person === owner)))
  slow.notes.full = true
  staff.seat.say({ gallery, photo: photo(1) })
  await new Promise((later) => setTimeout(later, 150))
  expect(slow.notes.words.flatMap(({ changed }) => changed).some((one) => one.photo === photo(1))).toBe(false)
  slow.notes.full = false
  await until(() => slow.notes.words.at(-1)?.whole === true)
  expect(slow.notes.words.at(-1)?.changed).toEqual([expect.objectContaining({ person: owner, photo: photo(1) })])
})
