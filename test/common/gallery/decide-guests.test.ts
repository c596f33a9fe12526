import { describe, expect, test } from '@jest/globals'
import type { SystemCommand } from '../../../common/gallery/commands.ts'
import type { GalleryState } from '../../../common/gallery/model.ts'
import type { PersonId } from '../../../common/ids.ts'
import { afterwards, answer, now, server } from '../../helpers/ask.ts'
import {
  client,
  gallery,
  grant,
  grantIdOf,
  guest,
  held,
  link,
  linkIdOf,
  photographer,
  staffViewer,
  stateWith,
  terms,
  viewerOf,
  visitorIdOf,
} from '../../helpers/sample-gallery.ts'

type Entering = Extract<SystemCommand, { type: 'guest:enter' }>
const [anna, bob] = [visitorIdOf(1), visitorIdOf(2)]
const enter = (over: Partial<Entering> = {}): Entering => ({
  type: 'guest:enter',
  person: anna,
  name: 'Anna',
  email: null,
  staff: false,
  link: linkIdOf(1),
  grant: grantIdOf(1),
  ...over,
})
const enters = (state: GalleryState, over: Partial<Entering> = {}) => answer(state, enter(over), server)
const entered = (state: GalleryState, over: Partial<Entering> = {}, at = now) => afterwards(state, enter(over), { ...server, at })

describe('[DO-23] opening a link', () => {
  const state = stateWith(link(1))
  test('makes a guest and a grant', () => {
    const next = entered(state, { email: 'anna@example.com' })
    expect(next.guests.get(anna)).toEqual(guest(anna, { name: 'Anna', email: 'anna@example.com', firstAt: now, lastAt: now }))
    expect(next.grants.get(grantIdOf(1))).toEqual(grant(1, { link: linkIdOf(1), terms: null, createdAt: now }))
    expect(viewerOf(next, anna, now).grants).toMatchObject([{ role: 'guestLink' }])
  })
  test('again is a visit more, and the latest name', () => {
    const again = entered(entered(state, { email: 'anna@example.com' }), { name: 'Anne', grant: grantIdOf(2) }, now + 5)
    expect(again.guests.get(anna)).toEqual(
      guest(anna, { name: 'Anne', email: 'anna@example.com', firstAt: now, lastAt: now + 5, visits: 2 }),
    )
    expect([...again.grants.keys()]).toEqual([grantIdOf(1)])
  })
  test('and another link is a grant more', () => {
    const next = entered(entered(stateWith(link(1), link(2, { role: 'invited' }))), { link: linkIdOf(2), grant: grantIdOf(2) })
    expect(viewerOf(next, anna).grants.map(({ role }) => role)).toEqual(['guestLink', 'invited'])
  })
  test('with a grant id that is another’s is refused', () => expect(enters(entered(state), { person: bob })).toBe('taken'))
})

describe('[DO-24] a link that does not open', () => {
  test.each([
    ['is not known', [link(2)], 'link-unknown'],
    ['was revoked', [link(1, { revokedAt: 3 })], 'link-ended'],
    ['expired this millisecond', [link(1, { expiresAt: now })], 'link-ended'],
    ['expires later', [link(1, { expiresAt: now + 1 })], 'done 2'],
    ['leads to a gallery that is closed', [link(1), gallery({ status: 'draft' })], 'gallery-offline'],
    ['leads to a gallery that expired', [link(1), gallery({ expiresAt: now })], 'gallery-offline'],
    ['is a vendor’s, always online', [link(1, { ...terms('vendor'), alwaysOnline: true }), gallery({ status: 'offline' })], 'done 2'],
    ['was taken from this person', [link(1), grant(3, { person: anna, link: linkIdOf(1), terms: null, revokedAt: 4 })], 'revoked'],
  ] as const)('%s', (_, records, expected) => {
    expect(enters(stateWith(...records))).toBe(expected)
  })
})

describe('[DO-25] a bound link', () => {
  test.each(['first', 'email'] as const)('%s: belongs to whoever came in first', (binding) => {
    const held = entered(stateWith(link(1, { binding, email: 'anna@example.com' })))
    expect(held.links.get(linkIdOf(1))?.boundTo).toBe(anna)
    expect(enters(held, { person: bob, grant: grantIdOf(2) })).toBe('link-taken')
    expect(enters(held)).toBe('done 1')
    const released = afterwards(held, { type: 'link:release', id: linkIdOf(1) })
    expect(enters(released, { person: bob, grant: grantIdOf(2) })).toBe('done 3')
    expect(enters(released)).toBe('done 3')
  })
  test('open: belongs to nobody', () => {
    const held = entered(stateWith(link(1)))
    expect(held.links.get(linkIdOf(1))?.boundTo).toBeNull()
    expect(enters(held, { person: bob, grant: grantIdOf(2) })).toBe('done 2')
  })
})

describe('[DO-26] the bare address', () => {
  const bare = { link: null }
  test('of a public gallery is like a guest link without scenes', () => {
    const next = entered(stateWith(), bare)
    expect(viewerOf(next, anna).grants).toMatchObject([{ role: 'guestLink', scenes: [] }])
  })
  test('of any other says nothing', () => {
    expect(enters(stateWith(gallery({ private: true })), bare)).toBe('not-found')
    expect(enters(stateWith(gallery({ status: 'offline' })), bare)).toBe('not-found')
    expect(enters(stateWith(gallery({ expiresAt: now })), bare)).toBe('not-found')
  })
  test('brings back whoever holds something, and nobody whose grant was taken', () => {
    const holder = stateWith(gallery({ private: true }), grant(1, { person: anna }))
    expect(enters(holder, bare)).toBe('done 1')
    expect(enters(stateWith(grant(1, { person: anna, revokedAt: 2 })), { ...bare, grant: grantIdOf(2) })).toBe('revoked')
  })
})

test('[DO-27] staff are known once they come in, hold no grant by it, and stay staff behind a client’s link', () => {
  const inside = entered(stateWith(link(1)), { person: photographer, name: 'Studio', staff: true, link: null })
  expect([inside.guests.get(photographer)?.staff, inside.grants.size]).toEqual([true, 0])
  const looking = entered(inside, { person: photographer, name: 'Studio' })
  expect([looking.guests.get(photographer)?.staff, looking.grants.size]).toEqual([true, 1])
})

test('[DO-28] a new name is taken where the person is known', () => {
  const state = stateWith(guest(anna, { name: 'Anna' }))
  const rename = (person: PersonId, name: string) => ({ type: 'guest:rename' as const, person, name })
  expect(afterwards(state, rename(anna, 'Anne'), server).guests.get(anna)).toEqual(guest(anna, { name: 'Anne' }))
  expect([answer(state, rename(anna, 'Anna'), server), answer(state, rename(bob, 'Bob'), server)]).toEqual(['done 0', 'done 0'])
})

test('[DO-29] a revoked grant ends, once', () => {
  const state = stateWith(grant(1, { person: anna }))
  const revoke = { type: 'grant:revoke' as const, id: grantIdOf(1) }
  const next = afterwards(state, revoke)
  expect([next.grants.get(grantIdOf(1))?.revokedAt, viewerOf(next, anna).grants]).toEqual([now, []])
  expect([answer(next, revoke), answer(stateWith(), revoke)]).toEqual(['done 0', 'not-found'])
})

test('[DO-30] a vendor’s terms are accepted for a grant of their own that has not ended', () => {
  const accept = (person: PersonId) => ({ type: 'terms:accept' as const, person, grant: grantIdOf(1) })
  const state = stateWith(grant(1, { person: anna, terms: terms('vendor', { photos: [] }) }))
  expect(viewerOf(afterwards(state, accept(anna), server), anna, now).grants).toMatchObject([{ role: 'vendor', termsHold: true }])
  expect(answer(state, accept(bob), server)).toBe('not-found')
  expect(answer(stateWith(grant(1, { person: anna, revokedAt: 1 })), accept(anna), server)).toBe('not-found')
})

test('[DO-11] nobody comes in, is renamed or accepts terms by a command of their own', () => {
  const state = stateWith(link(1), guest(anna), grant(1))
  const commands = [
    enter(),
    { type: 'guest:rename' as const, person: anna, name: 'x' },
    { type: 'terms:accept' as const, person: anna, grant: grantIdOf(1) },
  ]
  for (const command of commands) {
    for (const viewer of [staffViewer({ owner: true }), client(held('mainClient'))])
      expect(answer(state, command, { viewer })).toBe('not-allowed')
  }
})
