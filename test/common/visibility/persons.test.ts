import { describe, expect, test } from '@jest/globals'
import type { GalleryRecord, GalleryState } from '../../../common/gallery/model.ts'
import { apply, written } from '../../../common/gallery/state.ts'
import type { PersonId } from '../../../common/ids.ts'
import type { Viewer } from '../../../common/visibility/viewer.ts'
import {
  gallery,
  grant,
  guest,
  hidden,
  link,
  linkIdOf,
  photo,
  photographer,
  photoIdOf,
  scene,
  sceneIdOf,
  staffViewer,
  stateWith,
  terms,
  viewerOf,
  visitorIdOf,
} from '../../helpers/sample-gallery.ts'
import { find, heard, one, step } from '../../helpers/told-steps.ts'

const namesKnown = (viewer: Viewer, state: GalleryState) => find(viewer, state, 'person').map(({ name }) => name)

const p1 = photoIdOf(1)

describe('[TELL-8] whom a view knows', () => {
  const [anna, bob, clara, staff] = [visitorIdOf(1), visitorIdOf(2), visitorIdOf(3), photographer]
  const people = [
    guest(anna, { name: 'Anna' }),
    guest(bob, { name: 'Bob' }),
    guest(clara, { name: 'Clara' }),
    guest(staff, { name: 'Studio', staff: true }),
  ]
  const world = (over: Parameters<typeof gallery>[0], ...roles: Parameters<typeof terms>[]) =>
    stateWith(
      gallery(over),
      scene(1),
      scene(2),
      photo(1),
      photo(2, { scene: sceneIdOf(2) }),
      ...people,
      ...roles.map((role, index) => grant(index + 1, { terms: terms(...role) })),
    )
  const known = (state: GalleryState, person: PersonId) => namesKnown(viewerOf(state, person), state)
  const all = ['Anna', 'Bob', 'Clara', 'Studio']

  test('private: staff alone', () => {
    const state = world({ feedback: 'private' }, ['mainClient'], ['mainClient'], ['invited'])
    expect([known(state, anna), known(state, clara)]).toEqual([['Studio'], ['Studio']])
  })
  test('client team: main clients know each other and staff', () => {
    const state = world({ feedback: 'clientTeam' }, ['mainClient'], ['mainClient'], ['invited'])
    expect([known(state, anna), known(state, clara)]).toEqual([['Anna', 'Bob', 'Studio'], ['Studio']])
  })
  test('[TELL-16] who wrote where one reads stays known by name, apart, to those who read it and to nobody else', () => {
    const roles: Parameters<typeof terms>[] = [['mainClient'], ['invited'], ['guestLink']]
    const before = world({ feedback: 'collaborative' }, ...roles)
    const wrote = apply(before, [written(guest(bob, { name: 'Bob', wrote: true }))])
    const after = apply(wrote, [written(gallery({ feedback: 'clientTeam' }))])
    expect(known(after, anna)).toEqual(['Anna', 'Bob', 'Studio'])
    expect([known(after, bob), known(after, clara)]).toEqual([['Studio'], ['Studio']])
    expect(find(viewerOf(after, anna), after, 'person').map(({ apart }) => apart)).toEqual([undefined, true, undefined])
    expect(known(apply(wrote, [written(gallery({ feedback: 'private' }))]), anna)).toEqual(['Studio'])
  })
  test('collaborative: everyone who may see a photo together', () => {
    const state = world({ feedback: 'collaborative' }, ['mainClient'], ['guestLink'], ['invited'])
    expect([anna, bob, clara].map((person) => known(state, person))).toEqual([all, all, all])
  })
  test('collaborative, but no scene in common: not even a name', () => {
    const state = world(
      { feedback: 'collaborative', private: true },
      ['mainClient'],
      ['invited', { scenes: [sceneIdOf(1)] }],
      ['invited', { scenes: [sceneIdOf(2)] }],
    )
    expect([anna, bob, clara].map((person) => known(state, person))).toEqual([all, ['Anna', 'Bob', 'Studio'], ['Anna', 'Clara', 'Studio']])
  })
  test('collaborative with single photos: only over one that both see', () => {
    const state = world(
      { feedback: 'collaborative', private: true },
      ['guestEmail', { scenes: [], photos: [photoIdOf(1)] }],
      ['guestEmail', { scenes: [], photos: [photoIdOf(2)] }],
      ['invited', { scenes: [sceneIdOf(1)] }],
    )
    expect(known(state, anna)).toEqual(['Anna', 'Clara', 'Studio'])
    expect(known(state, bob)).toEqual(['Bob', 'Studio'])
    const hide = step(state, one(photo(1, { hidden })))
    expect(heard(viewerOf(state, clara), hide)).toContain(`- person:${anna}`)
  })
  test('a link whose feedback is private is known to nobody else', () => {
    const state = world({ feedback: 'collaborative' }, ['invited'], ['guestLink', { feedback: 'private' }], ['invited'])
    expect([known(state, anna), known(state, bob)]).toEqual([['Anna', 'Clara', 'Studio'], ['Studio']])
  })
  test('vendors, who are shown no feedback, know no client', () => {
    const vendor = grant(2, { terms: terms('vendor', { photos: [p1] }), termsAcceptedAt: 0 })
    const state = apply(world({ feedback: 'collaborative' }, ['invited']), one(vendor))
    expect([known(state, anna), known(state, bob)]).toEqual([['Anna', 'Studio'], ['Studio']])
  })
  test('who has left is still known by what stays', () => {
    const state = apply(
      world({ feedback: 'collaborative' }, ['invited'], ['invited']),
      one(grant(2, { terms: terms('invited'), revokedAt: 3 })),
    )
    expect(known(state, anna)).toEqual(['Anna', 'Bob', 'Studio'])
  })
  test('staff know everyone, with their role', () => {
    const state = world({}, ['mainClient'], ['vendor', { photos: [] }], ['invited'])
    expect(find(staffViewer(), state, 'person').map(({ name, role }) => [name, role])).toEqual([
      ['Anna', 'mainClient'],
      ['Bob', 'vendor'],
      ['Clara', 'invited'],
      ['Studio', undefined],
    ])
  })
  test('a new guest is told with the grant, a new name alone', () => {
    const state = world({ feedback: 'collaborative' }, ['invited'])
    const entering = one<GalleryRecord>(guest(bob, { name: 'Bob' }), grant(2, { terms: terms('invited') }))
    expect(heard(viewerOf(state, anna), step(state, entering))).toEqual([`+ person:${bob}`])
    expect(heard(viewerOf(state, anna), step(state, one(guest(anna, { name: 'Anne' }))))).toEqual([`= person:${anna}`])
    expect(heard(viewerOf(state, anna), step(state, one(guest(anna, { name: 'Anna', visits: 8, lastAt: 9 }))))).toEqual([])
  })
  test('a grant more makes somebody known', () => {
    const state = world({ feedback: 'collaborative' }, ['invited'])
    expect(heard(viewerOf(state, anna), step(state, one(grant(2, { terms: terms('invited') }))))).toEqual([`+ person:${bob}`])
  })
  test('a changed link changes who its people are', () => {
    const state = stateWith(
      gallery({ feedback: 'collaborative' }),
      scene(1),
      ...people,
      link(1),
      grant(1, { link: linkIdOf(1), terms: null }),
      grant(2),
    )
    const narrowed = step(state, one(link(1, { feedback: 'private' })))
    expect(heard(viewerOf(state, bob), narrowed)).toEqual([`- person:${anna}`])
  })
})
