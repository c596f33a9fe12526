import { describe, expect, test } from '@jest/globals'
import { sheetIdOf } from '../../common/ids.ts'
import { gallery, id, link, owner, photo, scene } from '../helpers/gallery-house.ts'
import { enter, furnish, share } from '../helpers/gallery-scenery.ts'
import { comment, hide, liveHouse, own, pick, shared } from '../helpers/live-house.ts'
import { until } from '../helpers/socket-client.ts'

const live = liveHouse()
const { come, three } = live

describe('grants that change while connected', () => {
  test('[LIVE-30] public to private: the invited keeps the scenes of the link, the rest is gone at once', async () => {
    await furnish(live.house, { gallery: { feedback: 'collaborative' } })
    await share(live.house, { link: 3, role: 'invited', scenes: [1] })
    const invited = await come(await enter(live.house, 3, 3))
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
    await staff.do({ type: 'gallery:change', status: 'online', expiresAt: live.house.clock.now() + 1_000 })
    const back = await come(guest.person)
    live.house.clock.pass(1_500)
    await until(() => back.closed !== null)
    expect(back.closed).toEqual({ code: 'gallery-offline' })
  })

  test('[LIVE-34] scope taken from a member of the team closes their seats at once', async () => {
    await three()
    const colleague = await come(id('user', 2))
    live.house.staff.delete(colleague.person)
    await live.house.galleries.reseat(colleague.person)
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
