import { describe, expect, test } from '@jest/globals'
import type { PersonId } from '../../common/ids.ts'
import type { Nodes } from './store.test.ts'
import { gallery, person } from './store-samples.ts'

type Range = { readonly first: number; readonly count: number; readonly person: PersonId }

/** Who each id belongs to, however the ranges are cut. */
const ownersOf = (ranges: readonly Range[]): Readonly<Record<number, PersonId>> =>
  Object.fromEntries(ranges.flatMap(({ first, count, person: who }) => Array.from({ length: count }, (_, place) => [first + place, who])))

export function clientsContract(nodes: () => Nodes): void {
  const ann = person('ann')
  const bob = person('bob')

  describe('Yjs client ids', () => {
    test('[KEEP-11] ids are bound to one person of a gallery, for every node', async () => {
      const { one, two } = nodes()
      const room = gallery('clients')
      expect(await one.journal.claimClients(room, 100, 3, ann)).toBe(true)
      expect(await two.journal.claimClients(room, 102, 1, bob)).toBe(false)
      expect(await two.journal.claimClients(room, 103, 2, bob)).toBe(true)
      expect(await two.journal.claimClients(room, 101, 2, ann)).toBe(true)
      expect(await one.journal.claimClients(gallery('elsewhere'), 100, 1, bob)).toBe(true)
      expect(ownersOf(await one.journal.clientsOf(room))).toEqual({ 100: ann, 101: ann, 102: ann, 103: bob, 104: bob })
    })

    test('[KEEP-11] ranges that overlap, and large ids, are told apart', async () => {
      const { one, two } = nodes()
      const room = gallery('large')
      const top = 2 ** 32 - 4
      expect(await one.journal.claimClients(room, top, 3, ann)).toBe(true)
      expect(await two.journal.claimClients(room, top + 3, 1, bob)).toBe(true)
      expect(await two.journal.claimClients(room, 65_534, 4, ann)).toBe(true)
      expect(await one.journal.claimClients(room, 65_530, 6, bob)).toBe(false)
      expect(await one.journal.claimClients(room, 65_530, 6, ann)).toBe(true)
      const owners = ownersOf(await one.journal.clientsOf(room))
      expect([owners[top], owners[top + 3], owners[65_530], owners[65_537]]).toEqual([ann, bob, ann, ann])
    })

    test('[KEEP-11] of twenty persons who claim one id at the same time one gets it', async () => {
      const { one, two } = nodes()
      const room = gallery('clientrace')
      const claims = Array.from({ length: 20 }, (_, who) => (who % 2 ? one : two).journal.claimClients(room, 5, 1, person(`p${who}x`)))
      const got = await Promise.all(claims)
      expect(got.filter(Boolean)).toHaveLength(1)
      expect(await one.journal.clientsOf(room)).toEqual([{ first: 5, count: 1, person: person(`p${got.indexOf(true)}x`) }])
    })
  })
}
