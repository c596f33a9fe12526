import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type ClientRange, unboundParts } from '../../../server/store/client-ranges.ts'
import { person } from '../../contract/store-samples.ts'

const persons = ['ann', 'bob', 'cay'].map(person)
const claim = fc.record({ first: fc.nat(40), count: fc.integer({ min: 1, max: 12 }), person: fc.constantFrom(...persons) })
const idsOf = ({ first, count }: ClientRange) => Array.from({ length: count }, (_, place) => first + place)

test('[KEEP-11] however ranges are claimed, an id belongs to the first who claimed it, and ranges never overlap', () => {
  fc.assert(
    fc.property(fc.array(claim, { maxLength: 30 }), (claims) => {
      const owners = new Map<number, string>()
      const bound: ClientRange[] = []
      for (const wanted of claims) {
        const isFree = idsOf(wanted).every((id) => (owners.get(id) ?? wanted.person) === wanted.person)
        const parts = unboundParts(wanted, bound)
        expect(parts !== null).toBe(isFree)
        if (!parts) continue
        bound.push(...parts)
        for (const id of idsOf(wanted)) owners.set(id, wanted.person)
      }
      const ids = bound.flatMap(idsOf)
      expect(new Set(ids).size).toBe(ids.length)
      expect(new Map(bound.flatMap((range) => idsOf(range).map((id) => [id, range.person])))).toEqual(owners)
    }),
  )
})
