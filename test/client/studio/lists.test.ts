import { describe, expect, test } from '@jest/globals'
import { changeBetween, emptyFilling, missingIn, roomIn } from '../../../client/lists/filling.ts'
import { askedPeople, nameList, partiesOf } from '../../../client/studio/lists/parties.ts'
import { changeOf, emptyRequest, problemIn, requestFormOf, requestOf } from '../../../client/studio/lists/request-form.ts'
import type { SeenGallery, SeenPerson, SeenSelection } from '../../../common/visibility/seen.ts'
import { grantIdOf, linkIdOf, photographer, photoIdOf, selectionIdOf, visitorIdOf } from '../../helpers/sample-gallery.ts'

const who = { roles: ['mainClient' as const], links: [linkIdOf(1)], persons: [visitorIdOf(3)] }
const album: SeenSelection = {
  kind: 'selection',
  id: selectionIdOf(1),
  name: 'Album',
  order: 1,
  owner: null,
  createdBy: photographer,
  createdAt: 0,
  closed: false,
  request: { min: 2, max: 4, deadline: null, closes: true, note: 'Please', reminder: null, who },
}
const person = (n: number, role: SeenPerson['role']): SeenPerson => ({
  kind: 'person',
  id: visitorIdOf(n),
  name: `Name ${n}`,
  staff: false,
  ...(role ? { role } : {}),
})
const people = new Map([1, 2, 3, 4].map((n) => [visitorIdOf(n), person(n, n === 1 ? 'mainClient' : 'invited')]))
const grants = [{ kind: 'grant' as const, id: grantIdOf(2), person: visitorIdOf(2), link: linkIdOf(1), terms: null, revokedAt: null }]
const gallery = (feedback: SeenGallery['feedback']) => ({ feedback }) as SeenGallery

describe('[CHOICE-36] who is asked', () => {
  test('by role, by link, by name', () => {
    expect(askedPeople(album, { people, grants }).map(({ id }) => id)).toEqual([1, 2, 3].map(visitorIdOf))
    const revoked = grants.map((one) => ({ ...one, revokedAt: 1 }))
    expect(askedPeople(album, { people, grants: revoked }).map(({ id }) => id)).toEqual([1, 3].map(visitorIdOf))
  })
  test('each with a list of their own, or all with one', () => {
    const parties = (feedback: SeenGallery['feedback']) =>
      partiesOf(album, { people, grants, gallery: gallery(feedback) }, new Map()).map(({ audience }) => audience)
    expect(parties('private').sort()).toEqual([1, 2, 3].map((n) => `person:${visitorIdOf(n)}`))
    expect(parties('collaborative')).toEqual(['shared'])
    expect(parties('clientTeam')).toContain('shared')
  })
  test('names without their endings, each once', () => {
    expect(nameList(['PRF_0001.jpg', 'PRF_0001.NEF', 'a.b.tif'])).toBe('PRF_0001, a.b')
  })
})

test('[CHOICE-36] room, what is missing, and what came and went', () => {
  const empty = emptyFilling(album, 'shared', 0)
  expect([roomIn(empty), missingIn(empty), empty.lock]).toEqual([4, 2, null])
  const free = { ...album, request: null }
  expect([roomIn(emptyFilling(free, 'team', 0)), missingIn(emptyFilling(free, 'team', 0))]).toEqual([null, 0])
  expect(emptyFilling({ ...album, closed: true }, 'shared', 0).lock).toBe('closed')
  const [a, b, c] = [1, 2, 3].map(photoIdOf) as [ReturnType<typeof photoIdOf>, ReturnType<typeof photoIdOf>, ReturnType<typeof photoIdOf>]
  expect(changeBetween([a, b], [b, c])).toEqual({ added: [c], removed: [a] })
})

describe('[CHOICE-37] a request as it is written', () => {
  const form = { ...emptyRequest, name: 'Album', min: '2', max: '4' }
  test('says what is wrong', () => {
    expect(problemIn(form)).toBeNull()
    expect(problemIn({ ...form, name: ' ' })).toBe('name')
    for (const numbers of [{ min: '5' }, { max: '0' }, { min: 'x' }, { max: '1.5' }, { min: '-1' }]) {
      expect(problemIn({ ...form, ...numbers })).toBe('numbers')
    }
    expect(problemIn({ ...form, roles: [] })).toBe('nobody')
    expect(problemIn({ ...form, roles: [], team: true })).toBeNull()
  })
  test('becomes a request, or a list of the studio’s own', () => {
    expect(requestOf(form)).toMatchObject({ min: 2, max: 4, who: { roles: ['mainClient', 'invited'] } })
    expect(requestOf({ ...form, min: '', max: '' })).toMatchObject({ min: 0, max: null })
    expect(requestOf({ ...form, team: true })).toBeNull()
  })
  test('comes back as it was', () => {
    const { reminder: _, ...request } = album.request ?? { reminder: null }
    expect(changeOf(requestFormOf(album), album.id)).toEqual({ type: 'selection:change', id: album.id, name: 'Album', request })
  })
})
