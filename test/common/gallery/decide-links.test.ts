import { describe, expect, test } from '@jest/globals'
import type { GalleryCommand } from '../../../common/gallery/commands.ts'
import type { GalleryState, Link } from '../../../common/gallery/model.ts'
import { linksPerGallery } from '../../../common/limits.ts'
import { effectiveGrants } from '../../../common/visibility/grants.ts'
import { afterwards, answer, ask, now, server } from '../../helpers/ask.ts'
import {
  grant,
  grantIdOf,
  link,
  linkIdOf,
  photo,
  photographer,
  photoIdOf,
  scene,
  sceneIdOf,
  stateWith,
  terms,
  visitorIdOf,
} from '../../helpers/sample-gallery.ts'

type Adding = Extract<GalleryCommand, { type: 'link:add' }>
const l1 = linkIdOf(1)
const [anna, bob] = [visitorIdOf(1), visitorIdOf(2)]
const add = (over: Partial<Adding> = {}): Adding => ({
  type: 'link:add',
  id: l1,
  code: null,
  label: 'Press',
  binding: 'open',
  email: null,
  welcomes: null,
  expiresAt: null,
  role: 'invited',
  scenes: 'all',
  photos: null,
  rights: {},
  feedback: null,
  alwaysOnline: false,
  ...over,
})
const linkIn = (state: GalleryState): Link | undefined => state.links.get(l1)
const change = (over: Omit<Extract<GalleryCommand, { type: 'link:change' }>, 'type' | 'id'>) => ({
  type: 'link:change' as const,
  id: l1,
  ...over,
})

describe('[DO-18] a new link', () => {
  const state = stateWith(scene(1), photo(1))
  test('keeps the secret as its token and the hash of its code, never the code', () => {
    const next = linkIn(afterwards(state, add({ code: 'open sesame' }), { secret: 'the-token', codeHash: 'the-hash' }))
    expect(next).toEqual(
      link(1, { ...terms('invited'), label: 'Press', token: 'the-token', codeHash: 'the-hash', createdAt: now, createdBy: photographer }),
    )
    expect(JSON.stringify(next)).not.toContain('sesame')
  })
  test('is not made of a code that did not come hashed, nor without a secret', () => {
    expect(() => ask(state, add({ code: 'open sesame' }))).toThrow('hashed')
    expect(() => ask(state, add(), { secret: '' })).toThrow('secret')
  })
  test('bound to an e-mail address names one', () => {
    expect(answer(state, add({ binding: 'email' }))).toBe('malformed email')
    expect(answer(state, add({ binding: 'email', email: 'anna@example.com' }))).toBe('done 1')
  })
  test('names scenes and photos that are there', () => {
    expect(answer(state, add({ scenes: [sceneIdOf(1), sceneIdOf(9)] }))).toBe('not-found')
    expect(answer(state, add({ role: 'vendor', photos: [photoIdOf(1), photoIdOf(9)] }))).toBe('not-found')
    expect(answer(state, add({ role: 'vendor', photos: [photoIdOf(1)], scenes: [sceneIdOf(1)] }))).toBe('done 1')
  })
  test('keeps only what means something for its role', () => {
    const kept = (over: Partial<Adding>) => linkIn(afterwards(state, add(over)))
    expect(kept({ photos: [photoIdOf(1)], alwaysOnline: true })).toMatchObject({ photos: null, alwaysOnline: false })
    expect(kept({ role: 'vendor', alwaysOnline: true })).toMatchObject({ photos: [], alwaysOnline: true })
    expect(kept({ scenes: [sceneIdOf(1), sceneIdOf(1)] })).toMatchObject({ scenes: [sceneIdOf(1)] })
  })
  test('has an id of its own', () => expect(answer(stateWith(link(1)), add())).toBe('taken'))
  test('comes within the limit of links that are open', () => {
    const links = Array.from({ length: linksPerGallery }, (_, n) => link(n + 2))
    expect(answer(stateWith(...links), add())).toBe(`limit-reached ${linksPerGallery}`)
    expect(answer(stateWith(...links.slice(1), link(2, { revokedAt: 1 })), add())).toBe('done 1')
  })
})

test('[DO-19] a main client’s link is bound, unless the server itself opens it', () => {
  const open = add({ role: 'mainClient' })
  expect(answer(stateWith(), open)).toBe('malformed binding')
  expect(answer(stateWith(), add({ role: 'mainClient', binding: 'first' }))).toBe('done 1')
  expect(answer(stateWith(), open, server)).toBe('done 1')
  expect(answer(stateWith(link(1)), change({ role: 'mainClient' }))).toBe('malformed binding')
  expect(answer(stateWith(link(1, { role: 'mainClient' })), change({ label: 'Demo' }))).toBe('done 1')
})

const heldBy = (...persons: (typeof anna)[]) => persons.map((person, n) => grant(n + 1, { person, link: l1, terms: null, createdAt: n }))
const rolesOf = (state: GalleryState, person: typeof anna) => effectiveGrants(state, person, now).map(({ role }) => role)

describe('[DO-20] a changed link', () => {
  const state = stateWith(link(1, { codeHash: 'old-hash' }), ...heldBy(anna, bob))
  test('changes for everyone who came through it, at once', () => {
    const next = afterwards(state, change({ role: 'clientInvited', rights: { flag: 'view' } }))
    expect(effectiveGrants(next, bob, now)).toMatchObject([{ role: 'clientInvited', rights: { flag: 'view' } }])
  })
  test('takes the fields that are given', () => {
    expect(answer(state, change({ label: 'Link 1', expiresAt: undefined }))).toBe('done 0')
    expect(linkIn(afterwards(state, change({ label: 'Family' })))).toEqual({ ...linkIn(state), label: 'Family' })
  })
  test('gets a new code, keeps it, or loses it', () => {
    const hashAfter = (code: string | null | undefined, codeHash: string | null = null) =>
      linkIn(afterwards(state, change({ label: 'x', ...(code === undefined ? {} : { code }) }), { codeHash }))?.codeHash
    expect([hashAfter('newcode', 'new-hash'), hashAfter(undefined), hashAfter(null)]).toEqual(['new-hash', 'old-hash', null])
    expect(() => ask(state, change({ code: 'newcode' }))).toThrow('hashed')
  })
  test('is refused where a new one would be', () => {
    expect(answer(state, change({ binding: 'email' }))).toBe('malformed email')
    expect(answer(state, change({ scenes: [sceneIdOf(9)] }))).toBe('not-found')
    expect(answer(state, { ...change({}), id: linkIdOf(9) })).toBe('not-found')
  })
  test('for the first browser belongs to whoever came first', () => {
    const next = afterwards(state, change({ binding: 'first' }))
    expect([linkIn(next)?.boundTo, rolesOf(next, anna), rolesOf(next, bob)]).toEqual([anna, ['guestLink'], []])
    expect(linkIn(afterwards(next, change({ binding: 'open' })))?.boundTo).toBeNull()
  })
  test('for another address lets go of whoever held it', () => {
    const bound = stateWith(link(1, { binding: 'email', email: 'anna@example.com', boundTo: anna }), ...heldBy(anna))
    const next = afterwards(bound, change({ email: 'bob@example.com' }))
    expect([linkIn(next)?.boundTo, rolesOf(next, anna), next.grants.size]).toEqual([null, [], 0])
    expect(rolesOf(afterwards(bound, change({ label: 'Anna' })), anna)).toEqual(['guestLink'])
  })
})

describe('[DO-21] a released link', () => {
  const release = { type: 'link:release' as const, id: l1 }
  const state = stateWith(
    link(1, { binding: 'first', boundTo: anna }),
    link(2),
    ...heldBy(anna),
    grant(5, { person: anna, link: linkIdOf(2), terms: null }),
  )
  test('is free for whoever comes next; its former holder keeps what came another way', () => {
    const next = afterwards(state, release)
    expect([linkIn(next)?.boundTo, [...next.grants.keys()]]).toEqual([null, [grantIdOf(5)]])
  })
  test('is released once', () => {
    expect(answer(afterwards(state, release), release)).toBe('done 0')
    expect(answer(state, { ...release, id: linkIdOf(9) })).toBe('not-found')
  })
})

describe('[DO-22] a revoked link', () => {
  const revoke = { type: 'link:revoke' as const, id: l1 }
  const state = stateWith(link(1), ...heldBy(anna, bob))
  test('ends what everyone holds through it', () => {
    const next = afterwards(state, revoke)
    expect([linkIn(next)?.revokedAt, rolesOf(next, anna), rolesOf(next, bob)]).toEqual([now, [], []])
  })
  test('stays as it ended', () => {
    const ended = afterwards(state, revoke)
    expect(answer(ended, revoke)).toBe('done 0')
    expect(answer(ended, change({ label: 'Again' }))).toBe('link-ended')
    expect(answer(ended, { type: 'link:release', id: l1 })).toBe('link-ended')
  })
  test('was there', () => expect(answer(stateWith(), revoke)).toBe('not-found'))
})
