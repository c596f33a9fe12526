import { expect, test } from '@jest/globals'
import { inOrderOfUse, toldApart } from '../../../client/filters/people-order.ts'
import type { PersonId } from '../../../common/ids.ts'
import type { SeenPerson } from '../../../common/visibility/seen.ts'

const person = (id: string, name: string): SeenPerson => ({ kind: 'person', id: id as PersonId, name, staff: false })
const [anna, ben, clara, other] = [person('p1', 'Anna'), person('p2', 'Ben'), person('p3', 'Clara Winter'), person('p0', 'Clara Winter')]
const all = [ben, clara, other, anna]

test('[FIND-15] oneself and whoever is filtered by stand first, then whoever chose most, then names', () => {
  const picks = new Map([[clara.id, 3]])
  const names = (me: PersonId | null, chosen: PersonId | null) => inOrderOfUse(all, { picks, me, chosen }).map(({ id }) => id)
  expect(names(null, null)).toEqual(['p3', 'p1', 'p2', 'p0'])
  expect(names(ben.id, null)).toEqual(['p2', 'p3', 'p1', 'p0'])
  expect(names(ben.id, other.id)).toEqual(['p2', 'p0', 'p3', 'p1'])
})

test('[FIND-15] people of one name have numbers that stay with them, others have none', () => {
  const numbered = new Map([
    ['p0', 1],
    ['p3', 2],
  ])
  expect(toldApart(all)).toEqual(numbered)
  expect(toldApart([...all].reverse())).toEqual(numbered)
  expect(toldApart([anna, ben])).toEqual(new Map())
})
