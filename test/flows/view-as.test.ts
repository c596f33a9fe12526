/** Staff who look as somebody else, at the true socket door: what they are sent, what is taken from them, and when it ends. */
import { describe, expect, test } from '@jest/globals'
import { type GalleryId, type GrantId, type PersonId, sheetIdOf } from '../../common/ids.ts'
import { decodeFrame } from '../../common/protocol/bundle.ts'
import type { ToldFrame } from '../../common/protocol/live.ts'
import { gallery, id, link, member, memberSeat, owner, photo, scene, visitor } from '../helpers/gallery-house.ts'
import { enter, furnish, share } from '../helpers/gallery-scenery.ts'
import { comment, hide, liveHouse, own, pick, shared, show } from '../helpers/live-house.ts'
import { type SocketClient, until } from '../helpers/socket-client.ts'

const at = liveHouse()
const { come, look, tried } = at

/** Everything sent so far has arrived: an answer comes behind it on each socket. */
async function settle(...clients: readonly SocketClient[]): Promise<void> {
  const ask = { gallery, sheets: [sheetIdOf(photo(999), 'team')] }
  for (let round = 0; round < 2; round++) {
    await new Promise((later) => setImmediate(later))
    await Promise.all(clients.map((client) => client.socket.timeout(5_000).emitWithAck('sheet:fetch', ask)))
  }
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

/** What a client is told and sent from now on, as text. Subscriptions are a seat's own where no flow gave them. */
function listening({ socket }: SocketClient): string[] {
  const heard: string[] = []
  socket.on('gallery:told', ({ sub: _, ...frame }: ToldFrame) => void heard.push(JSON.stringify(frame)))
  socket.on('sheet:frame', (bytes) => {
    const { sub: _, sheets, ...frame } = decodeFrame(new Uint8Array(bytes))
    const flow = frame.channel === 'view' && frame.n > 0 ? hex(bytes) : JSON.stringify(frame)
    heard.push(flow, ...sheets.map(({ sheet, form, bytes: content }) => `${sheet} ${form} ${hex(content)}`))
  })
  socket.on('gallery:closed', ({ refusal }) => void heard.push(`closed ${refusal.code}`))
  return heard
}

describe('who may look, and as whom', () => {
  test('[AS-5] a missing subject, a forbidden one and a missing gallery are answered alike', async () => {
    const { main } = await at.three()
    const [anna, reader] = [main.person, id<PersonId>('user', 3)]
    at.house.staff.set(reader, { ...memberSeat, write: false })
    const no = [
      [owner, visitor(77)],
      [owner, link(77)],
      [owner, id<GalleryId>('gallery', 77)],
      [owner, member],
      [owner, 'anna'],
      [reader, anna],
      [visitor(2), anna],
      [anna, anna],
      [visitor(9), link(1)],
    ] as const
    expect(await Promise.all(no.map(([person, as]) => tried(person, as)))).toEqual(no.map(() => 'not-found'))
    expect(await tried(owner, anna, id<GalleryId>('gallery', 77))).toBe('not-found')
    expect(await Promise.all([anna, link(2), gallery].map((as) => tried(member, as)))).toEqual(['in', 'in', 'in'])
  })

  test('[AS-5] somebody of the team is looked as by nobody, also once they came as a guest', async () => {
    const { guest } = await at.three()
    expect(await tried(owner, guest.person)).toBe('in')
    at.house.staff.set(guest.person, memberSeat)
    await at.house.galleries.reseat(guest.person)
    expect(await tried(owner, guest.person)).toBe('not-found')
  })
})

describe('what is sent', () => {
  test('[AS-7] from the join on, byte by byte what the person is sent: marks, words, hides, another mode, another share', async () => {
    await furnish(at.house, { gallery: { private: true, feedback: 'private' } })
    await share(at.house, { link: 1, role: 'mainClient' })
    await share(at.house, { link: 2, role: 'invited', scenes: [1] })
    const staff = await come(owner)
    const main = await come(await enter(at.house, 1, 1))
    const guest = await come(await enter(at.house, 2, 2))
    const [asMain, asGuest] = [await look(owner, main.person), await look(member, guest.person)]
    const everyone = [staff, main, guest, asMain, asGuest]
    await settle(...everyone)
    const [ofMain, likeMain, ofGuest, likeGuest] = [main, asMain, guest, asGuest].map(listening) as [string[], string[], string[], string[]]
    const acts = [
      () => main.write(own(1, main.person), pick),
      () => guest.write(own(2, guest.person), comment(1, 'mine')),
      () => staff.write(own(1, guest.person), comment(2, 'from the studio')),
      () => main.do(hide(1)),
      () => main.do(show(1)),
      () => staff.do({ type: 'gallery:change', feedback: 'collaborative' }),
      () => guest.write(shared(1), comment(3, 'to all')),
      () => staff.do({ type: 'scene:change', id: scene(1), hiddenFor: ['mainClient'] }),
      () => staff.do({ type: 'link:change', id: link(2), scenes: [scene(1), scene(2)] }),
      () => main.write(shared(3), comment(4, 'there')),
    ]
    for (const act of acts) {
      expect(await act()).toMatchObject({ ok: true })
      await settle(...everyone)
    }
    expect(ofMain.length).toBeGreaterThan(8)
    expect(likeMain).toEqual(ofMain)
    expect(likeGuest).toEqual(ofGuest)
    for (const [person, looker] of [[main, asMain] as const, [guest, asGuest] as const]) {
      expect(Object.fromEntries(looker.seen)).toEqual(Object.fromEntries(person.seen))
      for (const sheet of person.sheets.keys()) expect([sheet, looker.content(sheet)]).toEqual([sheet, person.content(sheet)])
      expect([...looker.sheets.keys()].filter((sheet) => !person.sheets.has(sheet))).toEqual([])
    }
    await settle(...everyone)
  })

  test('[AS-8] of what a person keeps to themselves nothing is sent: how they voted, their own views, what they have read', async () => {
    const { staff, main } = await at.three()
    await main.write(shared(1), comment(1, 'read?'))
    await main.socket.emitWithAck('talk:read', { gallery, threads: [[id('comment', 1), 1, 0]] })
    const said = [
      await staff.do({ type: 'session:start', id: id('session', 1) }),
      await staff.do({ type: 'vote:open', id: id('vote', 1), photo: photo(1), question: 'This one?' }),
      await main.do({ type: 'vote:cast', id: id('vote', 1), choice: 'yes' }),
      await main.do({ type: 'view:save', id: id('view', 1), name: 'only mine', pairs: [['stars', '4']], circle: 'me' }),
    ]
    expect(said).toEqual(said.map(() => expect.objectContaining({ ok: true })))
    await settle(main, staff)
    expect(main.joined?.mine.ballots).toHaveLength(1)
    const looker = await look(owner, main.person)
    expect(looker.joined?.mine).toMatchObject({ ballots: [], views: [] })
    expect(looker.joined?.me).toMatchObject({ person: main.person, lastVisit: null, read: [] })
    expect(looker.text()).not.toContain('only mine')
    // Nor later on.
    await staff.do({ type: 'vote:open', id: id('vote', 2), photo: photo(2), question: 'And this?' })
    await main.do({ type: 'vote:cast', id: id('vote', 2), choice: 'no' })
    await settle(main, looker)
    expect(looker.joined?.mine.ballots).toEqual([])
  })
})

describe('what is taken', () => {
  test('[AS-9] nothing: no command, no push, no reading, no keys, whatever the page says', async () => {
    const { main } = await at.three()
    const looker = await look(owner, main.person)
    const before = await at.house.galleries.state(gallery)
    const answers = [
      await looker.do(hide(1)),
      await looker.do({ type: 'gallery:change', name: 'As the studio' }),
      await looker.write(shared(1), pick),
      await looker.write(sheetIdOf(photo(1), 'team'), pick),
      await looker.socket.emitWithAck('talk:read', { gallery, threads: [[id('comment', 1), 1, 0]] }),
      await looker.socket.emitWithAck('me:keys', { laid: { lightroom: {}, simple: {} }, advance: true }),
    ]
    const codes = answers.map((answer) => (answer.ok ? 'done' : answer.refusal.code))
    expect(codes).toEqual(codes.map(() => 'only-looking'))
    await settle(main, looker)
    expect(await at.house.galleries.state(gallery)).toBe(before)
    expect(main.content(shared(1))).toBeNull()
  })

  test('[AS-10] nobody sees who looks, and no visit is written', async () => {
    const { staff, main, guest } = await at.three()
    const person = main.person
    main.close()
    await until(() => ![...staff.here.values()].some((one) => one.person === person), 'their leaving')
    const kept = () => at.house.store.vault.get(`visit:${gallery}:${person}`, at.house.clock.now())
    const guests = async () => JSON.stringify([...((await at.house.galleries.state(gallery))?.guests.values() ?? [])])
    const [visit, known] = [await kept(), await guests()]
    at.house.clock.pass(3 * 3_600_000)
    const looker = await look(owner, person)
    looker.socket.emit('presence:say', { gallery, photo: photo(1), side: null, pointer: [0.5, 0.5] })
    await settle(staff, guest, looker)
    await guest.do({ type: 'topic:add', id: id('topic', 1), photo: photo(1), text: 'later' })
    await settle(staff, guest, looker)
    for (const one of [staff, guest]) expect([...one.here.values()].map((who) => who.person)).not.toContain(person)
    expect(looker.here.size).toBe(2)
    looker.close()
    await settle(staff, guest)
    expect(await kept()).toEqual(visit)
    expect(await guests()).toBe(known)
    const again = await come(person)
    expect(again.joined?.me.lastVisit).not.toBeNull()
  })
})

describe('when it ends', () => {
  test('[AS-11] a share taken back and one that ends close it, as they do for the person', async () => {
    const { staff, guest } = await at.three()
    const looker = await look(owner, guest.person)
    const through = await look(owner, link(2))
    await staff.do({ type: 'grant:revoke', id: id<GrantId>('grant', 202) })
    await until(() => guest.closed !== null && looker.closed !== null, 'the end of both')
    expect([guest.closed, looker.closed, through.closed]).toEqual([{ code: 'revoked' }, { code: 'revoked' }, null])
    await staff.do({ type: 'link:revoke', id: link(2) })
    await until(() => through.closed !== null, 'the end of the link')
  })

  test('[AS-12] it ends with the right of who looks, at once', async () => {
    const { main } = await at.three()
    const looker = await look(member, main.person)
    at.house.staff.set(member, { ...memberSeat, write: false })
    await at.house.galleries.reseat(member)
    await until(() => looker.closed !== null, 'the end')
    expect(looker.closed).toEqual({ code: 'revoked' })
    expect(main.closed).toBeNull()
  })

  test('[AS-11] the bare address of a gallery that becomes private shows nobody anything', async () => {
    const { staff } = await at.three()
    const bare = await look(owner, gallery)
    expect(bare.sees(`photo:${photo(1)}`)).toBe(true)
    await staff.do(hide(1))
    await settle(staff, bare)
    expect(bare.sees(`photo:${photo(1)}`)).toBe(false)
    await staff.do({ type: 'gallery:change', private: true })
    await until(() => bare.closed !== null, 'the end')
  })
})
