/** Our server for the load: true galleries, sheets, socket door and SQLite, every commit synced; limits of single connections lifted. */
import { fileURLToPath } from 'node:url'
import { sheetIdOf } from '../../common/ids.ts'
import { protocol } from '../../common/limits.ts'
import type { Seat, SeatSink } from '../../server/galleries/api.ts'
import { gallery, type House, openHouse, photo, visitor } from '../helpers/gallery-house.ts'
import { enter, furnish, share } from '../helpers/gallery-scenery.ts'
import { authorOf, authors, sheetContent } from './content.ts'
import { serve } from './processes.ts'

const unlimited = { pushesPerSecond: 1e9, pushBurst: 1e9, pushWindow: 1e9, asksPerSecond: 1e9, askBurst: 1e9 }
export const people = 50

const deaf: SeatSink = {
  told: () => undefined,
  sheets: () => undefined,
  presence: () => true,
  read: () => undefined,
  mine: () => undefined,
  forget: () => false,
  behind: () => undefined,
  closed: () => undefined,
  queued: () => 0,
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const sheets = Number(process.argv[2])
  const house = await openHouse({ limits: unlimited })
  await furnish(house, { gallery: { feedback: 'collaborative' }, scenes: 1, each: sheets })
  await share(house, { link: 1, role: 'invited' })
  for (let n = 1; n <= people; n++) await enter(house, n, 1)
  await fill(house, sheets)
  serve(Number(new URL(house.url).port))
}

async function fill(house: House, sheets: number): Promise<void> {
  const seats = new Map<number, Seat>()
  for (let n = 1; n <= authors; n++) {
    const seat = await house.galleries.sit(visitor(n), `visitor ${n}`, { gallery, protocol, app: 'load' }, deaf)
    if (!seat.ok) throw new Error(seat.refusal.code)
    seats.set(n, seat.value)
  }
  const pushed = Array.from({ length: sheets }, (_, at) => at + 1).map(async (n) => {
    const seat = seats.get(authorOf(n))
    if (!seat) throw new Error('nobody writes here')
    const bytes = sheetContent(n, seat.person, seat.joined.clients.first, house.clock.now())
    return seat.push({ gallery, sheet: sheetIdOf(photo(n), 'shared'), sub: seat.joined.sub, bytes })
  })
  const refused = (await Promise.all(pushed)).find((answer) => !answer.ok)
  if (refused) throw new Error(JSON.stringify(refused))
  for (const seat of seats.values()) seat.leave()
}
