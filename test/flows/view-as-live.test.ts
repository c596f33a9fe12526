/** What moves while people look at photos, as it reaches the person and who looks as them: the bytes on both sockets, in random sessions. */
import { expect, test } from '@jest/globals'
import { type DrawingId, type PersonId, parseSheetId, type SheetId, sheetIdOf } from '../../common/ids.ts'
import type { PresenceSay, PresenceStroke } from '../../common/protocol/live.ts'
import { textOf } from '../../common/protocol/stroke-text.ts'
import { randomOf } from '../helpers/byte-session.ts'
import { gallery, id, member, owner, photo, version } from '../helpers/gallery-house.ts'
import { enter, share } from '../helpers/gallery-scenery.ts'
import { liveHouse, own, shared } from '../helpers/live-house.ts'
import { type SocketClient, until } from '../helpers/socket-client.ts'

const at = liveHouse()
const { come, look, three } = at
const seed = 1 + Number(process.env.SEED ?? 0)
const numbers = [1, 2, 3, 4] as const

/** On this sheet of its photo. */
function stroke(n: number, sheet: SheetId): PresenceStroke {
  const place = parseSheetId(sheet)
  if (!place) throw new Error('no sheet')
  const audience = place.audience
  const of = numbers.find((one) => photo(one) === place.photo) ?? 1
  const points = textOf(new Uint8Array([n % 200, 2, 3, 4]))
  return {
    id: id<DrawingId>('drawing', n),
    audience,
    version: version(of),
    tool: 'pen',
    colour: null,
    width: 0.01,
    from: 0,
    points,
    pressure: '',
  }
}

/** What somebody may do on a photo: point, draw, zoom, lay another beside it. */
const kinds = (n: number, by: PersonId, random: (below: number) => number): readonly Omit<PresenceSay, 'gallery'>[] => {
  const other = (n % 4) + 1
  const one = photo(n)
  return [
    { photo: one, pointer: [random(100) / 100, 0.5] },
    { photo: one, pointer: [random(100) / 100, 0.25], laser: true },
    { photo: one, rect: [0.1, 0.1, 0.5, random(50) / 100 + 0.5] },
    { photo: one, stroke: stroke(random(200), shared(n)) },
    { photo: one, stroke: stroke(random(200), own(n, by)) },
    { photo: one, stroke: stroke(random(200), sheetIdOf(one, 'team')) },
    { photo: photo(other), side: { manner: 'compare', photos: [one, photo(other)], dropped: [] }, on: one, pointer: [0.75, 0.5] },
    { photo: one, side: null },
  ]
}

const raw = ({ received }: SocketClient, from: number) =>
  received.slice(from).flatMap(({ bytes }) => (bytes.length > 1 ? [bytes.toString('latin1')] : []))
const pointed = (client: SocketClient, by: PersonId) => [...client.here.values()].find(({ person }) => person === by)?.pointer?.[1]

test.each([
  [seed, 'collaborative'],
  [seed + 1, 'private'],
] as const)(
  '[AS-24] strokes, pointers and places of others come to who looks as they come to the person (seed %i, %s)',
  async (seed, feedback) => {
    const random = randomOf(seed)
    const { staff, main, guest } = await three(feedback)
    await share(at.house, { link: 3, role: 'guestLink' })
    const third = await come(await enter(at.house, 3, 3))
    const watcher = await come(member)
    const looker = await look(owner, guest.person)
    let marker = 0
    /** What another of the studio points at on the photo that both have open has reached both: and so has all before. */
    const settled = async (n: number) => {
      marker++
      const y = marker / 1000 + 0.0005
      watcher.socket.emit('presence:say', { gallery, photo: photo(n), pointer: [0.5, y], side: null })
      await until(() => pointed(guest, member) === y && pointed(looker, member) === y, 'the marker')
    }
    let sent = ''
    for (const n of [1, 4]) {
      for (const { socket } of [guest, looker]) socket.emit('presence:say', { gallery, photo: photo(n), side: null })
      const there = () => [...looker.here.values()].some((one) => one.person === guest.person && one.photo === photo(n))
      // Where they are kept apart nobody of equal grants is told where they are, nor who looks.
      if (feedback === 'collaborative') await until(there, 'where the person is')
      await settled(n)
      await settled(n)
      const from = [guest, looker].map(({ received }) => received.length) as [number, number]
      for (let kind = 0; kind < 8; kind++) {
        // All of it by the studio, whom everybody is shown; some of it by others, here or elsewhere, at the same time.
        const other = [main, third][random(2)] as SocketClient
        const said = [
          [staff, kinds(n, owner, random)[kind]] as const,
          [other, kinds(random(4) + 1, other.person, random)[random(8)]] as const,
        ]
        for (const [client, say] of said) client.socket.emit('presence:say', { gallery, photo: null, ...say })
        // An answer comes behind what was said: it was heard, and comes before the marker.
        const ask = { gallery, sheets: [shared(999)] }
        await Promise.all(said.map(([client]) => client.socket.timeout(5_000).emitWithAck('sheet:fetch', ask)))
        await settled(n)
      }
      const [theirs, likewise] = [raw(guest, from[0]), raw(looker, from[1])]
      expect(likewise).toEqual(theirs)
      sent += theirs.join()
      const others = (client: SocketClient) => [...client.here.values()].filter(({ person }) => person !== guest.person)
      expect(others(looker)).toEqual(others(guest))
    }
    for (const moving of ['pointer', 'laser', 'rect', 'compare']) expect(sent).toContain(moving)
    expect(sent.includes('"stroke"')).toBe(feedback === 'collaborative')
  },
)
