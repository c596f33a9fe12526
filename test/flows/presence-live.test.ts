import { expect, test } from '@jest/globals'
import type { Audience, DrawingId, PersonId } from '../../common/ids.ts'
import type { PresenceStroke } from '../../common/protocol/live.ts'
import { textOf } from '../../common/protocol/stroke-text.ts'
import type { Viewer } from '../../common/visibility/viewer.ts'
import { gallery, id, must, owner, photo, version } from '../helpers/gallery-house.ts'
import { liveHouse } from '../helpers/live-house.ts'
import { type SocketClient, until } from '../helpers/socket-client.ts'

const live = liveHouse()
const { come, three } = live

/** Pointers and strokes reach those who have the photo open. */
const look = (n: number, ...clients: readonly SocketClient[]) => {
  for (const { socket } of clients) socket.emit('presence:say', { gallery, photo: photo(n) })
}
const on = (client: SocketClient, person: PersonId) => [...client.here.values()].find((state) => state.person === person)

test('[LIVE-50] who is where is shown with name and role as the server knows them', async () => {
  const { staff, main, guest } = await three('collaborative')
  look(1, guest)
  main.socket.emit('presence:say', { gallery, photo: photo(1), pointer: [0.5, 0.25] })
  for (const client of [staff, guest]) await until(() => on(client, main.person)?.photo === photo(1))
  await until(() => on(guest, main.person)?.pointer !== undefined)
  expect(on(guest, main.person)).toMatchObject({ name: 'visitor-name-1-', staff: false, pointer: [0.5, 0.25] })
  expect(on(main, main.person)).toBeUndefined()
  await until(() => on(guest, owner)?.staff === true)
})

test('[LIVE-51] somebody on a photo one may not see is on no photo, and is so at once when it is hidden', async () => {
  const { staff, main, guest } = await three('collaborative')
  main.socket.emit('presence:say', { gallery, photo: photo(1), pointer: [0.5, 0.25] })
  await until(() => on(guest, main.person)?.photo === photo(1))
  await main.do({ type: 'photo:hide', photos: [photo(1)] })
  await until(() => on(guest, main.person)?.photo === null)
  expect(on(guest, main.person)).not.toHaveProperty('pointer')
  expect(on(staff, main.person)?.photo).toBe(photo(1))
})

test('[LIVE-55] pointers, laser and strokes go to those who have the photo open, also lying beside others, and to who opens it later', async () => {
  const { staff, main, guest } = await three('collaborative')
  main.socket.emit('presence:say', { gallery, photo: photo(2), side: { manner: 'compare', photos: [photo(2), photo(1)], dropped: [] } })
  look(3, guest)
  await until(() => on(staff, guest.person)?.photo === photo(3) && on(staff, main.person)?.side !== null)
  const from = guest.received.length
  staff.socket.emit('presence:say', { gallery, photo: photo(1), pointer: [0.123, 0.5], laser: true, stroke: stroke(1, 'shared') })
  await until(() => on(main, owner)?.pointer?.[0] === 0.123 && on(main, owner)?.stroke !== undefined)
  await until(() => on(guest, owner)?.photo === photo(1))
  staff.socket.emit('presence:say', { gallery, photo: photo(1), pointer: [0.124, 0.5], laser: true })
  await until(() => on(main, owner)?.pointer?.[0] === 0.124)
  await must(live.house.ask(owner, { type: 'gallery:change', name: 'A turn later' }))
  await until(() => guest.text().includes('A turn later'))
  const sent = Buffer.concat(guest.received.slice(from).map(({ bytes }) => bytes)).toString('latin1')
  for (const moving of ['0.123', '0.124', 'laser', stroke(1, 'shared').id]) expect(sent).not.toContain(moving)
  look(1, guest)
  await until(() => on(guest, owner)?.pointer?.[0] === 0.124)
})

test('[LIVE-52] in private feedback clients never learn of each other', async () => {
  const { staff, main, guest } = await three('private')
  main.socket.emit('presence:say', { gallery, photo: photo(1) })
  await until(() => on(staff, main.person)?.photo === photo(1))
  await until(() => on(guest, owner) !== undefined)
  expect(on(guest, main.person)).toBeUndefined()
  expect(guest.text()).not.toContain(main.person)
  expect(guest.text()).not.toContain('visitor-name-1-')
  const viewer = await live.house.galleries.viewer(guest.person, gallery)
  const staffViewer = await live.house.galleries.viewer(owner, gallery)
  if (!viewer || !staffViewer) throw new Error('no viewer')
  const inside = (who: Viewer) => live.house.galleries.here(gallery, who).map(({ person }) => person)
  expect(inside(staffViewer)).toEqual([main.person, guest.person])
  expect(inside(viewer)).toEqual([owner])
})

test('[LIVE-53] a closed connection is gone from everyone, also from those who came a moment before', async () => {
  const { staff, main, guest } = await three('collaborative')
  await until(() => Boolean(on(guest, main.person)))
  const tab = await come(main.person)
  const late = await come(guest.person)
  expect([...late.here.values()].filter(({ person }) => person === main.person)).toHaveLength(2)
  tab.close()
  main.close()
  for (const client of [staff, guest, late]) await until(() => on(client, main.person) === undefined)
})

test('[LIVE-54] of too much presence the last is shown; too large or malformed harms nobody', async () => {
  const { staff, guest } = await three('collaborative')
  const say = guest.socket as unknown as { emit(event: string, ...args: unknown[]): void }
  say.emit('presence:say', {
    gallery,
    photo: photo(1),
    stroke: { ...stroke(1, 'shared'), points: textOf(new Uint8Array(2_000)) },
  })
  say.emit('presence:say', { gallery, photo: 'p_nonsense' })
  say.emit('presence:say', null)
  say.emit('presence:say')
  for (let i = 0; i < 200; i++) say.emit('presence:say', { gallery, photo: photo(2) })
  say.emit('presence:say', { gallery, photo: photo(3) })
  await until(() => on(staff, guest.person)?.photo === photo(3))
  await must(live.house.ask(owner, { type: 'gallery:change', name: 'Still here' }))
  await until(() => guest.seen.get(`gallery:${gallery}`) !== undefined)
})

const stroke = (n: number, audience: Audience, from = 0): PresenceStroke => ({
  id: id<DrawingId>('drawing', n),
  audience,
  version: version(1),
  tool: 'pen',
  colour: null,
  width: 0.01,
  from,
  points: textOf(new Uint8Array([1, 2, 3, 4])),
  pressure: '',
})

test('[DRAW-10] a stroke in progress is seen by whoever will read its sheet, and by nobody else', async () => {
  const { staff, main, guest } = await three('collaborative')
  look(1, staff, guest)
  main.socket.emit('presence:say', { gallery, photo: photo(1), stroke: stroke(1, 'shared') })
  for (const client of [staff, guest]) await until(() => on(client, main.person)?.stroke?.id === stroke(1, 'shared').id)
  staff.socket.emit('presence:say', { gallery, photo: photo(1), pointer: [0.25, 0.5], stroke: stroke(2, 'team') })
  await until(() => on(guest, owner)?.pointer !== undefined)
  expect(on(guest, owner)?.stroke).toBeUndefined()
  staff.socket.emit('presence:say', { gallery, photo: photo(1), pointer: [0.25, 0.5], stroke: stroke(2, 'team', 1) })
  staff.socket.emit('presence:say', { gallery, photo: photo(1), pointer: [0.75, 0.5] })
  await until(() => on(guest, owner)?.pointer?.[0] === 0.75)
  for (const client of [main, guest]) expect(client.text()).not.toContain(stroke(2, 'team').id)
  staff.socket.emit('presence:say', { gallery, photo: photo(1), stroke: { ...stroke(3, 'team'), tool: 'text', text: 'between us' } })
  staff.socket.emit('presence:say', { gallery, photo: photo(1), stroke: { ...stroke(4, 'shared'), tool: 'text', text: 'to all' } })
  for (const client of [main, guest]) {
    await until(() => on(client, owner)?.stroke?.text === 'to all')
    expect(client.text()).not.toContain('between us')
  }
})

test('[DRAW-11] nobody is shown a stroke on a sheet its author may not write, or by whoever may not draw', async () => {
  const { staff, main, guest } = await three('private')
  look(1, staff)
  main.socket.emit('presence:say', { gallery, photo: photo(1), pointer: [0.1, 0.1], stroke: stroke(1, 'shared') })
  await until(() => on(staff, main.person)?.pointer?.[0] === 0.1)
  expect(on(staff, main.person)?.stroke ?? null).toBeNull()
  main.socket.emit('presence:say', { gallery, photo: photo(1), stroke: stroke(1, `person:${main.person}`) })
  await until(() => Boolean(on(staff, main.person)?.stroke))
  guest.socket.emit('presence:say', { gallery, photo: photo(1), pointer: [0.2, 0.1], stroke: stroke(3, `person:${guest.person}`) })
  await until(() => on(staff, guest.person)?.pointer?.[0] === 0.2)
  expect(on(staff, guest.person)?.stroke ?? null).toBeNull()
})
