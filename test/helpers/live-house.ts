/** A house of galleries for the tests of one file, and people who sit in it; every test gets a new one and leaves no fault behind. */
import { afterEach, beforeEach, expect } from '@jest/globals'
import { type CommentId, type GalleryId, type PersonId, type SheetId, sheetIdOf } from '../../common/ids.ts'
import type { SheetCommand } from '../../common/sheet/commands.ts'
import type { Subject } from '../../common/visibility/view-as.ts'
import { gallery, type House, id, openHouse, owner, photo } from './gallery-house.ts'
import { enter, furnish, share } from './gallery-scenery.ts'
import { SocketClient } from './socket-client.ts'

export const hide = (...n: number[]) => ({ type: 'photo:hide', photos: n.map(photo) }) as const
export const show = (...n: number[]) => ({ type: 'photo:show', photos: n.map(photo) }) as const
export const comment = (n: number, body: string): SheetCommand => ({
  type: 'comment:add',
  id: id<CommentId>('comment', n),
  body,
  parent: null,
  place: null,
  version: null,
  drawing: null,
  mentions: [],
})
export const pick: SheetCommand = { type: 'mark:set', flag: 'pick' }
export const shared = (n: number): SheetId => sheetIdOf(photo(n), 'shared')
export const own = (n: number, person: PersonId): SheetId => sheetIdOf(photo(n), `person:${person}`)

export interface LiveHouse {
  /** The house of the test that runs. */
  readonly house: House
  come(person: PersonId, at?: House): Promise<SocketClient>
  /** This person looks as somebody else. */
  look(person: PersonId, as: Subject): Promise<SocketClient>
  /** What they are answered who would look so: `in`, or why not. */
  tried(person: PersonId, as: Subject | string, there?: GalleryId): Promise<string>
  /** A furnished gallery with the studio, a main client and a guest inside. */
  three(
    feedback?: 'private' | 'collaborative',
  ): Promise<{ readonly staff: SocketClient; readonly main: SocketClient; readonly guest: SocketClient }>
}

/** Call it once at the top of a file of tests. */
export function liveHouse(): LiveHouse {
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
  const come = async (person: PersonId, at = house): Promise<SocketClient> => {
    const client = await new SocketClient(at.url, person).start()
    clients.push(client)
    return client
  }
  return {
    get house() {
      return house
    },
    come,
    look: async (person, as) => {
      const client = await new SocketClient(house.url, person, gallery, as).start()
      clients.push(client)
      return client
    },
    tried: async (person, as, there = gallery) => {
      const client = new SocketClient(house.url, person, there, as as Subject)
      try {
        await client.connect()
        const answer = await client.join()
        return answer.ok ? 'in' : answer.refusal.code
      } catch (fault) {
        return (fault as { data?: { refusal: { code: string } } }).data?.refusal.code ?? String(fault)
      } finally {
        client.close()
      }
    },
    three: async (feedback = 'collaborative') => {
      await furnish(house, { gallery: { feedback } })
      await share(house, { link: 1, role: 'mainClient' })
      await share(house, { link: 2, role: 'guestLink' })
      const main = await come(await enter(house, 1, 1))
      const guest = await come(await enter(house, 2, 2))
      return { staff: await come(owner), main, guest }
    },
  }
}
