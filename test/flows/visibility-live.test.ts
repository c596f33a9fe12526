import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type CommentId, type PersonId, type SheetId, sheetIdOf } from '../../common/ids.ts'
import type { SheetCommand } from '../../common/sheet/commands.ts'
import {
  enter,
  furnish,
  gallery,
  type House,
  id,
  link,
  makeReady,
  must,
  openHouse,
  owner,
  photo,
  scene,
  share,
} from '../helpers/gallery-house.ts'
import { SocketClient, until } from '../helpers/socket-client.ts'

let house: House
let clients: SocketClient[] = []
beforeEach(async () => {
  house = await openHouse()
})
afterEach(async () => {
  for (const client of clients) client.close()
  clients = []
  await house.stop()
  expect(house.faults).toEqual([])
})

async function come(person: PersonId, house_ = house): Promise<SocketClient> {
  const client = await new SocketClient(house_.url, person).start()
  clients.push(client)
  return client
}

const hide = (...n: number[]) => ({ type: 'photo:hide', photos: n.map(photo) }) as const
const show = (...n: number[]) => ({ type: 'photo:show', photos: n.map(photo) }) as const
const comment = (n: number, body: string): SheetCommand => ({
  type: 'comment:add',
  id: id<CommentId>('comment', n),
  body,
  parent: null,
  place: null,
  version: null,
  drawing: null,
  mentions: [],
})
const pick: SheetCommand = { type: 'mark:set', flag: 'pick' }
const shared = (n: number): SheetId => sheetIdOf(photo(n), 'shared')
const own = (n: number, person: PersonId): SheetId => sheetIdOf(photo(n), `person:${person}`)

async function three(feedback: 'private' | 'collaborative' = 'collaborative') {
  await furnish(house, { gallery: { feedback } })
  await share(house, { link: 1, role: 'mainClient' })
  await share(house, { link: 2, role: 'guestLink' })
  const main = await come(await enter(house, 1, 1))
  const guest = await come(await enter(house, 2, 2))
  return { staff: await come(owner), main, guest }
}

describe('marks and words', () => {
  test('[LIVE-10] a mark on a shared sheet reaches everyone who reads it, and is acknowledged after it is durable', async () => {
    const { staff, main, guest } = await three()
    expect(await guest.write(shared(1), pick)).toEqual({ ok: true })
    const kept = await house.store.journal.loadSheet(shared(1))
    expect(kept?.parts.length).toBe(1)
    for (const client of [staff, main, guest]) {
      await until(() => client.content(shared(1))?.marks[guest.person]?.flag === 'pick')
    }
  })

  test('[LIVE-11] a person sheet reaches its person, on every tab, and the studio, and nobody else', async () => {
    const { staff, main, guest } = await three('private')
    const tab = await come(guest.person)
    const sheet = own(1, guest.person)
    expect(await guest.write(sheet, comment(1, 'only-for-you'))).toEqual({ ok: true })
    await until(() => Boolean(tab.content(sheet)?.comments[id('comment', 1)]))
    await until(() => Boolean(staff.content(sheet)?.comments[id('comment', 1)]))
    expect(await main.write(own(1, main.person), pick)).toEqual({ ok: true })
    await until(() => Boolean(staff.content(own(1, main.person))))
    expect(main.text()).not.toContain('only-for-you')
    expect(main.text()).not.toContain(sheet)
    expect(guest.text()).not.toContain(own(1, main.person))
  })

  test('[LIVE-12] who joins later finds in the bundle what was written before', async () => {
    const { staff, guest } = await three('private')
    await guest.write(own(1, guest.person), comment(1, 'earlier'))
    await staff.write(sheetIdOf(photo(2), 'team'), pick, 'house')
    const tab = await come(guest.person)
    await until(() => tab.content(own(1, guest.person))?.comments[id('comment', 1)]?.body === 'earlier')
    const colleague = await come(id('user', 2))
    await until(() => Boolean(colleague.content(sheetIdOf(photo(2), 'team'))?.marks.house))
    expect(tab.text()).not.toContain('/team')
  })

  test('[LIVE-13] a refused push brings the sheet as it is, a new subscription and a new client id; the old one is void', async () => {
    const { main, guest } = await three()
    await guest.write(shared(1), pick)
    const old = guest.subOf(shared(1))
    const forged = await guest.write(shared(1), { type: 'mark:set', flag: 'reject' }, main.person)
    expect(forged).toMatchObject({ ok: false, refusal: { code: 'not-yourself' } })
    if (forged.ok) throw new Error('accepted')
    expect(forged.sub).not.toBe(old)
    expect(forged.state?.length).toBeGreaterThan(2)
    expect(await guest.push(shared(1), old, Uint8Array.of(0, 0))).toEqual({ ok: false, refusal: { code: 'revoked' } })
    expect(await guest.write(shared(1), { type: 'mark:set', stars: 5 })).toEqual({ ok: true })
    await until(() => main.content(shared(1))?.marks[guest.person]?.stars === 5)
    expect(main.content(shared(1))?.marks[main.person]).toBeUndefined()
  })
})

describe('hiding', () => {
  test('[LIVE-20] revoked, told, answered: when the hide is answered the guest has been told', async () => {
    const { main, guest } = await three()
    await guest.write(shared(1), comment(1, 'before-the-hide'))
    const order: string[] = []
    guest.socket.on('gallery:told', () => order.push('guest told'))
    const done = await main.do(hide(1))
    expect(done.ok).toBe(true)
    await until(() => !guest.sees(`photo:${photo(1)}`))
    expect(main.log.at(-1)).toBe('told')
    expect(await guest.push(shared(1), 1, Uint8Array.of(0, 0))).toEqual({ ok: false, refusal: { code: 'revoked' } })
    expect(main.sees(`photo:${photo(1)}`)).toBe(true)
  })

  test('[LIVE-21] what is written on a hidden photo reaches nobody who may not see it', async () => {
    const { main, guest, staff } = await three()
    await main.do(hide(1))
    await until(() => !guest.sees(`photo:${photo(1)}`))
    const from = guest.received.length
    expect(await main.write(shared(1), comment(2, 'behind-the-curtain'))).toEqual({ ok: true })
    await until(() => Boolean(staff.content(shared(1))?.comments[id('comment', 2)]))
    await main.write(shared(2), pick)
    await until(() => Boolean(guest.content(shared(2))))
    const after = Buffer.concat(guest.received.slice(from).map(({ bytes }) => bytes)).toString('latin1')
    expect(after).not.toContain('behind-the-curtain')
    expect(after).not.toContain(photo(1))
  })

  test('[LIVE-22] shown again it comes back with its history, on a new subscription', async () => {
    const { main, guest } = await three()
    await guest.write(shared(1), comment(1, 'stays'))
    const old = guest.subOf(shared(1))
    await main.do(hide(1))
    await main.write(shared(1), comment(2, 'added meanwhile'))
    await main.do(show(1))
    await until(() => guest.sees(`photo:${photo(1)}`) && Object.keys(guest.content(shared(1))?.comments ?? {}).length === 2)
    expect(guest.subOf(shared(1))).not.toBe(old)
    expect(await guest.push(shared(1), old, Uint8Array.of(0, 0))).toEqual({ ok: false, refusal: { code: 'revoked' } })
    expect(await guest.write(shared(1), pick)).toEqual({ ok: true })
    await until(() => main.content(shared(1))?.marks[guest.person]?.flag === 'pick')
  })

  test('[LIVE-23] a hide asked before a push wins, and the push is answered without content', async () => {
    const { main, guest } = await three()
    await guest.write(shared(1), pick)
    const hidden = main.do(hide(1))
    const late = house.galleries.state(gallery).then(() => guest.write(shared(1), comment(3, 'too late')))
    await hidden
    const answer = await late
    if (!answer.ok) expect(answer).toEqual({ ok: false, refusal: { code: 'revoked' } })
    const again = await guest.push(shared(1), guest.subOf(shared(1)), Uint8Array.of(0, 0))
    expect(again).toEqual({ ok: false, refusal: { code: 'revoked' } })
  })

  test('[LIVE-24] a push to a photo that does not exist is answered like one to a hidden photo', async () => {
    const { main, guest } = await three()
    await main.do(hide(1))
    const hidden = await guest.push(shared(1), 1, Uint8Array.of(0, 0))
    expect(await guest.push(shared(99), 1, Uint8Array.of(0, 0))).toEqual(hidden)
  })

  test('[LIVE-25] a photo made ready appears with a number right after the last, and hidden changes leave no gap', async () => {
    const { staff, main, guest } = await three()
    await staff.do({ type: 'photo:add', photos: [{ id: photo(9), scene: scene(1), cameraName: 'CAM_9_.jpg', order: 9 }] })
    expect(guest.text()).not.toContain('CAM_9_')
    await makeReady(house, 9)
    await until(() => guest.sees(`photo:${photo(9)}`))
    await main.do(hide(9))
    await until(() => !guest.sees(`photo:${photo(9)}`))
    for (const client of [staff, main, guest]) expect(client.gaps).toBe(0)
  })
})

describe('grants that change while connected', () => {
  test('[LIVE-30] public to private: the invited keeps the scenes of the link, the rest is gone at once', async () => {
    await furnish(house, { gallery: { feedback: 'collaborative' } })
    await share(house, { link: 3, role: 'invited', scenes: [1] })
    const invited = await come(await enter(house, 3, 3))
    const staff = await come(owner)
    await staff.write(shared(3), comment(1, 'in-the-second-scene'))
    await until(() => Boolean(invited.content(shared(3))))
    expect((await staff.do({ type: 'gallery:change', private: true })).ok).toBe(true)
    await until(() => !invited.sees(`photo:${photo(3)}`))
    expect(invited.sees(`photo:${photo(1)}`)).toBe(true)
    expect(invited.sees(`scene:${scene(2)}`)).toBe(false)
    expect(await invited.push(shared(3), invited.subOf(shared(3)), Uint8Array.of(0, 0))).toMatchObject({ refusal: { code: 'revoked' } })
    expect(
      (await staff.do({ type: 'link:change', id: link(3), scenes: [1, scene(2)].map((n) => (typeof n === 'number' ? scene(n) : n)) })).ok,
    ).toBe(true)
    await until(() => invited.sees(`photo:${photo(3)}`) && Boolean(invited.content(shared(3))?.comments[id('comment', 1)]))
    expect(invited.gaps).toBe(0)
    expect(await invited.write(shared(3), pick)).toEqual({ ok: true })
    expect(await invited.write(shared(1), pick)).toEqual({ ok: true })
    await until(() => Boolean(staff.content(shared(3))?.marks[invited.person]))
    expect(invited.gaps).toBe(0)
  })

  test('[LIVE-31] a scene hidden for a role is gone for that role, with its sheets', async () => {
    const { staff, main, guest } = await three()
    await guest.write(shared(1), pick)
    await staff.do({ type: 'scene:change', id: scene(1), hiddenFor: ['guestLink'] })
    await until(() => !guest.sees(`scene:${scene(1)}`) && !guest.sees(`photo:${photo(1)}`))
    expect(main.sees(`photo:${photo(1)}`)).toBe(true)
    await staff.do({ type: 'scene:change', id: scene(1), hiddenFor: [] })
    await until(() => guest.sees(`photo:${photo(1)}`) && guest.content(shared(1))?.marks[guest.person]?.flag === 'pick')
  })

  test('[LIVE-32] a link revoked closes the seats of those who came by it', async () => {
    const { staff, main, guest } = await three()
    await staff.do({ type: 'link:revoke', id: link(2) })
    await until(() => guest.closed !== null)
    expect(guest.closed).toEqual({ code: 'revoked' })
    expect(await guest.join()).toMatchObject({ ok: false, refusal: { code: 'not-found' } })
    const from = guest.received.length
    await main.write(shared(1), comment(5, 'after-the-end'))
    await until(() => Boolean(staff.content(shared(1))))
    expect(Buffer.concat(guest.received.slice(from).map(({ bytes }) => bytes)).toString('latin1')).not.toContain('after-the-end')
  })

  test('[LIVE-33] offline and expired while open: clients are shown out and told that the gallery is closed', async () => {
    const { staff, main, guest } = await three()
    await staff.do({ type: 'gallery:change', status: 'offline' })
    await until(() => guest.closed !== null && main.closed !== null)
    expect(guest.closed).toEqual({ code: 'gallery-offline' })
    expect(staff.closed).toBeNull()
    await staff.do({ type: 'gallery:change', status: 'online', expiresAt: house.clock.now() + 1_000 })
    const back = await come(guest.person)
    house.clock.pass(1_500)
    await until(() => back.closed !== null)
    expect(back.closed).toEqual({ code: 'gallery-offline' })
  })

  test('[LIVE-34] scope taken from a member of the team closes their seats at once', async () => {
    await three()
    const colleague = await come(id('user', 2))
    house.staff.delete(colleague.person)
    await house.galleries.reseat(colleague.person)
    await until(() => colleague.closed !== null)
    expect(await colleague.join()).toMatchObject({ ok: false, refusal: { code: 'not-found' } })
  })

  test('[LIVE-35] the feedback mode changes: shared sheets come into and go out of reach, words stay where they were written', async () => {
    const { staff, main, guest } = await three('private')
    await guest.write(own(1, guest.person), comment(1, 'mine'))
    await staff.write(shared(1), comment(2, 'to all, later'))
    expect(guest.text()).not.toContain('to all, later')
    await staff.do({ type: 'gallery:change', feedback: 'collaborative' })
    await until(() => Boolean(guest.content(shared(1))?.comments[id('comment', 2)]))
    expect(await guest.write(shared(1), pick)).toEqual({ ok: true })
    expect(guest.content(own(1, guest.person))?.comments[id('comment', 1)]?.body).toBe('mine')
    await staff.do({ type: 'gallery:change', feedback: 'private' })
    const refused = await guest.push(shared(1), guest.subOf(shared(1)), Uint8Array.of(0, 0))
    expect(refused).toMatchObject({ refusal: { code: 'revoked' } })
    expect(main.gaps + guest.gaps).toBe(0)
  })
})

describe('coming back', () => {
  test('[LIVE-40] a connection that broke resumes with what it missed, without a new snapshot', async () => {
    const { staff, guest } = await three('private')
    await guest.write(own(1, guest.person), pick)
    guest.close()
    await staff.do({ type: 'scene:change', id: scene(1), name: 'Renamed' })
    await staff.write(own(1, guest.person), comment(4, 'an answer'))
    await guest.connect()
    const joined = await guest.join(true)
    expect(joined.ok && joined.snapshot).toBeFalsy()
    await until(() => guest.content(own(1, guest.person))?.comments[id('comment', 4)]?.body === 'an answer')
    expect(guest.seen.get(`scene:${scene(1)}`)).toMatchObject({ name: 'Renamed' })
    expect(guest.gaps).toBe(0)
    expect(await guest.write(own(1, guest.person), { type: 'mark:set', stars: 2 })).toEqual({ ok: true })
  })

  test('[LIVE-41] nothing is repeated that left sight meanwhile: the join begins anew', async () => {
    const { main, guest } = await three()
    guest.close()
    await main.write(shared(1), comment(6, 'seen-too-late'))
    await main.do(hide(1))
    await guest.connect()
    const before = guest.received.length
    const joined = await guest.join(true)
    expect(joined.ok && joined.snapshot).toBeTruthy()
    await main.write(shared(2), pick)
    await until(() => Boolean(guest.content(shared(2))))
    const text = Buffer.concat(guest.received.slice(before).map(({ bytes }) => bytes)).toString('latin1')
    expect(text).not.toContain('seen-too-late')
    expect(text).not.toContain(photo(1))
  })

  test('[LIVE-42] fresh states can be fetched, of sheets one may read only', async () => {
    const { main, guest } = await three()
    await main.write(shared(1), comment(7, 'fetched'))
    await main.do(hide(2))
    const sheets = [shared(1), shared(2), sheetIdOf(photo(1), 'team')]
    const answer = await guest.socket.timeout(5_000).emitWithAck('sheet:fetch', { gallery, sheets })
    if (!answer.ok) throw new Error(answer.refusal.code)
    const text = Buffer.from(answer.bytes).toString('latin1')
    expect(text).toContain('fetched')
    expect(text).not.toContain(photo(2))
    expect(text).not.toContain('team')
    expect(await guest.push(shared(1), answer.sub, Uint8Array.of(0, 0))).toEqual({ ok: true })
  })
})
