import { describe, expect, test } from '@jest/globals'
import type { GalleryRecord, Grant, Link } from '../../../common/gallery/model.ts'
import { effectiveGrants, nextChangeAt } from '../../../common/visibility/grants.ts'
import { day, gallery, grant, link, linkIdOf, photoIdOf, stateWith, terms, visitorIdOf } from '../../helpers/sample-gallery.ts'

const anna = visitorIdOf(1)
const viaLink = (over: Partial<Link> = {}, own: Partial<Grant> = {}) =>
  stateWith(link(1, over), grant(1, { link: linkIdOf(1), terms: null, ...own }))
const rolesAt = (state: Parameters<typeof effectiveGrants>[0], now: number) => effectiveGrants(state, anna, now).map(({ role }) => role)

test('[SEE-14] through a link its terms count as they are now', () => {
  const [held] = effectiveGrants(viaLink({ role: 'invited', scenes: [], rights: { flag: 'view' }, feedback: 'collaborative' }), anna, 0)
  expect(held).toEqual({
    role: 'invited',
    scenes: [],
    photos: null,
    rights: { flag: 'view' },
    feedback: 'collaborative',
    alwaysOnline: false,
    termsHold: true,
  })
})

test('[SEE-14] a direct grant has terms of its own; others hold nothing of it', () => {
  const state = stateWith(grant(1, { terms: terms('clientInvited') }))
  expect(rolesAt(state, 0)).toEqual(['clientInvited'])
  expect(effectiveGrants(state, visitorIdOf(2), 0)).toEqual([])
})

describe('[SEE-15] ended grants count no more', () => {
  test('revoked', () => expect(rolesAt(stateWith(grant(1, { revokedAt: 5 })), 0)).toEqual([]))
  test('through a revoked link', () => expect(rolesAt(viaLink({ revokedAt: 5 }), 0)).toEqual([]))
  test('through a link that is gone', () => expect(rolesAt(stateWith(grant(1, { link: linkIdOf(8), terms: null })), 0)).toEqual([]))
  test('through a link that expired, from that millisecond on', () => {
    const state = viaLink({ expiresAt: 100 })
    expect([99, 100, 101].map((now) => rolesAt(state, now).length)).toEqual([1, 0, 0])
  })
  test('in a gallery that expired, but for a vendor always online', () => {
    const state = stateWith(gallery({ expiresAt: 100 }), grant(1))
    expect([99, 100].map((now) => rolesAt(state, now).length)).toEqual([1, 0])
    const vendor = terms('vendor', { alwaysOnline: true, photos: [photoIdOf(1)] })
    expect(rolesAt(stateWith(gallery({ expiresAt: 100 }), grant(1, { terms: vendor })), 100)).toEqual(['vendor'])
    expect(rolesAt(stateWith(gallery({ expiresAt: 100, status: 'expired' }), grant(1)), 100)).toEqual(['guestLink'])
    const other = terms('invited', { alwaysOnline: true })
    expect(rolesAt(stateWith(gallery({ expiresAt: 100 }), grant(1, { terms: other })), 100)).toEqual([])
  })
})

test('[SEE-16] a bound link gives its holder alone something', () => {
  for (const binding of ['first', 'email'] as const) {
    expect(rolesAt(viaLink({ binding, boundTo: anna }), 0)).toHaveLength(1)
    expect(rolesAt(viaLink({ binding, boundTo: visitorIdOf(2) }), 0)).toEqual([])
    expect(rolesAt(viaLink({ binding, boundTo: null }), 0)).toEqual([])
  }
  expect(rolesAt(viaLink({ binding: 'open', boundTo: visitorIdOf(2) }), 0)).toHaveLength(1)
})

test('[SEE-17] accepted terms of a vendor hold seven days', () => {
  const holdAt = (termsAcceptedAt: number | null, now: number) =>
    effectiveGrants(stateWith(grant(1, { terms: terms('vendor', { photos: [] }), termsAcceptedAt })), anna, now)[0]?.termsHold
  expect(holdAt(null, 0)).toBe(false)
  expect(holdAt(1000, 1000 + 7 * day - 1)).toBe(true)
  expect(holdAt(1000, 1000 + 7 * day)).toBe(false)
  expect(effectiveGrants(stateWith(grant(1)), anna, 0)[0]?.termsHold).toBe(true)
})

describe('[SEE-18] the next change by time alone', () => {
  const next = (now: number, ...records: readonly GalleryRecord[]) => nextChangeAt(stateWith(...records), now)
  test('is never where nothing ends', () => expect(next(0, link(1), grant(1))).toBe(Number.POSITIVE_INFINITY))
  test('is the soonest that is still to come', () => {
    const records = [gallery({ expiresAt: 50 }), link(1, { expiresAt: 40 }), link(2, { expiresAt: 30 })]
    expect([0, 30, 40, 50].map((now) => next(now, ...records))).toEqual([30, 40, 50, Number.POSITIVE_INFINITY])
  })
  test('passes over what has ended already', () => {
    expect(next(0, gallery({ expiresAt: 50, status: 'offline' }))).toBe(Number.POSITIVE_INFINITY)
    expect(next(0, link(1, { expiresAt: 40, revokedAt: 1 }))).toBe(Number.POSITIVE_INFINITY)
    expect(next(0, grant(1, { termsAcceptedAt: 3, revokedAt: 1 }))).toBe(Number.POSITIVE_INFINITY)
  })
  test('knows the last day of accepted terms', () => expect(next(0, grant(1, { termsAcceptedAt: 3 }))).toBe(3 + 7 * day))
})
