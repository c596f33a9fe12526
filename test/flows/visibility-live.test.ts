import { describe, expect, test } from '@jest/globals'
import { sheetIdOf } from '../../common/ids.ts'
import { gallery, id, photo, scene } from '../helpers/gallery-house.ts'
import { makeReady } from '../helpers/gallery-scenery.ts'
import { comment, hide, liveHouse, own, pick, shared, show } from '../helpers/live-house.ts'
import { until } from '../helpers/socket-client.ts'

const live = liveHouse()
const { come, three } = live

describe('marks and words', () => {
  test('[LIVE-10] a mark on a shared sheet reaches everyone who reads it, and is acknowledged after it is durable', async () => {
    const { staff, main, guest } = await three()
    expect(await guest.write(shared(1), pick)).toEqual({ ok: true })
    const kept = await live.house.store.journal.loadSheet(shared(1))
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
    const late = live.house.galleries.state(gallery).then(() => guest.write(shared(1), comment(3, 'too late')))
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
    await makeReady(live.house, 9)
    await until(() => guest.sees(`photo:${photo(9)}`))
    await main.do(hide(9))
    await until(() => !guest.sees(`photo:${photo(9)}`))
    for (const client of [staff, main, guest]) expect(client.gaps).toBe(0)
  })
})
