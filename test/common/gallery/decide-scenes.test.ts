import { describe, expect, test } from '@jest/globals'
import { photosInOrder, placesFor, scenesInOrder } from '../../../common/gallery/order.ts'
import { scenesPerGallery } from '../../../common/limits.ts'
import { afterwards, answer, changes, server } from '../../helpers/ask.ts'
import {
  client,
  gallery,
  galleryIdOf,
  grant,
  held,
  link,
  photo,
  photoIdOf,
  scene,
  sceneIdOf,
  staffViewer,
  stateWith,
  terms,
} from '../../helpers/sample-gallery.ts'

const [s1, s2] = [sceneIdOf(1), sceneIdOf(2)]
const denied = [
  ['main clients', client(held('mainClient')), 'not-allowed'],
  ['members with writing off', staffViewer({ write: false, settings: true }), 'not-allowed'],
  ['members out of scope', staffViewer({ inScope: false }), 'not-found'],
  ['nobody', client(), 'not-found'],
] as const

describe('[DO-13] settings, scenes and shares are for staff in scope who may write', () => {
  const state = stateWith(link(1), grant(1))
  test.each(denied)('not for %s', (_, viewer, expected) => {
    const commands = [
      { type: 'gallery:change' as const, name: 'New' },
      { type: 'scene:add' as const, id: sceneIdOf(3), name: 'New', order: 3 },
      { type: 'scene:change' as const, id: s1, name: 'New' },
      { type: 'scene:remove' as const, id: s1, moveTo: s2 },
      { type: 'scene:remove' as const, id: sceneIdOf(9), moveTo: s2 },
      { type: 'link:release' as const, id: link(1).id },
      { type: 'link:revoke' as const, id: link(1).id },
      { type: 'link:revoke' as const, id: link(9).id },
      { type: 'grant:revoke' as const, id: grant(1).id },
      { type: 'link:change' as const, id: link(1).id, label: 'New' },
    ]
    for (const command of commands) expect(answer(state, command, { viewer })).toBe(expected)
  })
})

describe('[DO-14] the gallery', () => {
  const state = stateWith(gallery({ rights: { invited: { draw: 'none' } } }), scene(1), photo(1))
  test('takes the fields that are given and leaves the others', () => {
    const next = afterwards(state, { type: 'gallery:change', name: 'Wedding', private: true, feedback: undefined }).gallery
    expect(next).toEqual({ ...state.gallery, name: 'Wedding', private: true })
    expect(afterwards(state, { type: 'gallery:change', rights: { guestLink: { flag: 'view' } } }).gallery.rights).toEqual({
      guestLink: { flag: 'view' },
    })
  })
  test('is left alone by what it is already', () => {
    expect(answer(state, { type: 'gallery:change', name: 'Harbour day', rights: { invited: { draw: 'none' } } })).toBe('done 0')
    expect(answer(state, { type: 'gallery:change' })).toBe('done 0')
  })
  test('has one of its photos as cover, or none', () => {
    expect(afterwards(state, { type: 'gallery:change', cover: photoIdOf(1) }).gallery.cover).toBe(photoIdOf(1))
    expect(answer(state, { type: 'gallery:change', cover: photoIdOf(2) })).toBe('not-found')
    expect(answer(state, { type: 'gallery:change', cover: null })).toBe('done 0')
  })
  test('is not above itself', () => {
    expect(answer(state, { type: 'gallery:change', parent: galleryIdOf(1) })).toBe('malformed parent')
    expect(answer(state, { type: 'gallery:change', parent: galleryIdOf(2) })).toBe('done 1')
  })
  test('is made once', () => {
    expect(answer(state, { type: 'gallery:create', gallery: gallery(), scene: scene(1) }, server)).toBe('taken')
    expect(answer(state, { type: 'gallery:create', gallery: gallery(), scene: scene(1) })).toBe('not-allowed')
  })
})

describe('[DO-15] expiry', () => {
  const state = stateWith(gallery({ expiresAt: 500 }))
  const expire = { type: 'gallery:expire' as const }
  test('happens when the time has come, once, and only while online', () => {
    expect([499, 500].map((at) => afterwards(state, expire, { ...server, at }).gallery.status)).toEqual(['online', 'expired'])
    expect(answer(stateWith(gallery({ expiresAt: 500, status: 'offline' })), expire, server)).toBe('done 0')
    expect(answer(stateWith(), expire, server)).toBe('done 0')
    expect(answer(state, expire)).toBe('not-allowed')
  })
  test('that has passed ends when the gallery goes online again', () => {
    const expired = stateWith(gallery({ expiresAt: 500, status: 'expired' }))
    const online = { type: 'gallery:change' as const, status: 'online' as const }
    expect(afterwards(expired, online, { at: 600 }).gallery).toMatchObject({ status: 'online', expiresAt: null })
    expect(afterwards(expired, online, { at: 400 }).gallery.expiresAt).toBe(500)
    expect(afterwards(expired, { ...online, expiresAt: 450 }, { at: 600 }).gallery.expiresAt).toBe(450)
  })
})

describe('[DO-16] scenes', () => {
  const state = stateWith()
  const add = (n: number, name = `Scene ${n}`) => ({ type: 'scene:add' as const, id: sceneIdOf(n), name, order: n })
  test('are added, once', () => {
    expect(afterwards(state, add(3, 'Dance')).scenes.get(sceneIdOf(3))).toEqual(scene(3, { name: 'Dance' }))
    expect(answer(state, add(1))).toBe('done 0')
    expect(answer(state, add(1, 'Other'))).toBe('taken')
  })
  test('are as many as the limit', () => {
    const full = stateWith(...Array.from({ length: scenesPerGallery }, (_, n) => scene(n + 1)))
    expect(answer(full, add(999))).toBe(`limit-reached ${scenesPerGallery}`)
    expect(answer(stateWith(...[...full.scenes.values()].slice(1)), add(999))).toBe('done 1')
  })
  test('change in what is given', () => {
    const next = afterwards(state, { type: 'scene:change', id: s1, hiddenFor: ['vendor', 'invited', 'vendor'] })
    expect(next.scenes.get(s1)).toEqual(scene(1, { hiddenFor: ['vendor', 'invited'] }))
    expect(answer(next, { type: 'scene:change', id: s1, name: 'Scene 1', order: 1 })).toBe('done 0')
    expect(answer(state, { type: 'scene:change', id: sceneIdOf(9), name: 'x' })).toBe('not-found')
  })
})

describe('[DO-17] a removed scene', () => {
  const state = stateWith(
    scene(1),
    scene(2),
    photo(1, { order: 5 }),
    photo(2, { order: 3 }),
    photo(3, { scene: s2, order: 9 }),
    link(1, { scenes: [s1, s2] }),
    link(2),
    grant(1, { terms: terms('invited', { scenes: [s1] }) }),
  )
  const remove = { type: 'scene:remove' as const, id: s1, moveTo: s2 }
  test('leaves its photos behind those of another, in their order', () => {
    const next = afterwards(state, remove)
    expect([...next.scenes.keys()]).toEqual([s2])
    expect(photosInOrder(next.photos.values(), next.scenes.values()).map(({ id }) => id)).toEqual([3, 2, 1].map(photoIdOf))
  })
  test('is named by no share any more, and opens no other scene', () => {
    const next = afterwards(state, remove)
    expect([...next.links.values()].map(({ scenes }) => scenes)).toEqual([[s2], 'all'])
    expect([...next.grants.values()].map((one) => one.terms?.scenes)).toEqual([[]])
    expect(changes(state, remove)).toHaveLength(5)
  })
  test('is never the last', () => {
    const one = stateWith(scene(1))
    expect(answer(one, { ...remove, moveTo: s1 })).toBe('malformed moveTo')
    expect(answer(one, remove)).toBe('not-found')
    expect(answer(state, { ...remove, id: sceneIdOf(9) })).toBe('not-found')
  })
})

test('[ORDER-1] scenes stand by order, equal ones by id; photos by scene first', () => {
  const scenes = [scene(3, { order: 1 }), scene(1, { order: 2 }), scene(2, { order: 1 })]
  expect(scenesInOrder(scenes).map(({ id }) => id)).toEqual([2, 3, 1].map(sceneIdOf))
  const photos = [
    photo(1),
    photo(4, { order: 1 }),
    photo(2, { scene: s2, order: 8 }),
    photo(3, { scene: sceneIdOf(3) }),
    photo(5, { scene: sceneIdOf(7) }),
  ]
  expect(photosInOrder(photos, scenes).map(({ id }) => id)).toEqual([2, 3, 1, 4].map(photoIdOf))
})

test('[DO-5] where no number fits between two places, none is given', () => {
  const least = Number.EPSILON
  expect(placesFor([], 2)).toEqual([0, 1])
  expect(placesFor([1, 2], 2, 1)).toEqual([1, 1.5])
  expect(placesFor([1 + least], 2, 1)).toBeNull()
  expect(placesFor([1 + 2 * least], 2, 1 + least)).toBeNull()
})
