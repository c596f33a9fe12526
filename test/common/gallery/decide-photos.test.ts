import { describe, expect, test } from '@jest/globals'
import { clientRoles } from '../../../common/gallery/model.ts'
import { photosInOrder } from '../../../common/gallery/order.ts'
import type { PhotoId, SceneId } from '../../../common/ids.ts'
import { photosPerGallery } from '../../../common/limits.ts'
import { afterwards, answer, changes, now, server } from '../../helpers/ask.ts'
import {
  client,
  gallery,
  grant,
  guest,
  held,
  hidden,
  link,
  photo,
  photographer,
  photoIdOf,
  scene,
  sceneIdOf,
  staffViewer,
  stateWith,
  terms,
  visitorIdOf,
} from '../../helpers/sample-gallery.ts'

const [p1, p2, p3] = [photoIdOf(1), photoIdOf(2), photoIdOf(3)]
const main = client(held('mainClient'))
const hide = (...photos: PhotoId[]) => ({ type: 'photo:hide' as const, photos })
const show = (...photos: PhotoId[]) => ({ type: 'photo:show' as const, photos })
const remove = (...photos: PhotoId[]) => ({ type: 'photo:remove' as const, photos })
const move = (photos: readonly PhotoId[], to: SceneId, order?: number) => ({
  type: 'photo:move' as const,
  photos: [...photos],
  scene: to,
  order,
})

describe('[DO-1] hiding and showing', () => {
  const state = stateWith(photo(1), photo(2), guest(main.person, { name: 'Clara' }))
  test('keeps who and when', () => {
    const next = afterwards(state, hide(p1, p2), { viewer: main })
    expect(next.photos.get(p1)?.hidden).toEqual({ by: main.person, name: 'Clara', at: now })
    expect(afterwards(next, show(p1), { viewer: staffViewer() }).photos.get(p1)?.hidden).toBeNull()
  })
  test('is done by main clients and staff, also with writing off', () => {
    for (const viewer of [main, staffViewer(), staffViewer({ write: false })]) expect(answer(state, hide(p1), { viewer })).toBe('done 1')
    expect(answer(state, hide(p1), server)).toBe('done 1')
  })
  test.each(clientRoles.filter((role) => role !== 'mainClient'))('is not done by %s', (role) => {
    const viewer = client(held(role, { photos: [p1] }))
    expect(answer(state, hide(p1), { viewer })).toBe('not-allowed')
    expect(answer(state, show(p1), { viewer })).toBe('not-allowed')
  })
  test('of what is hidden already changes nothing, and leaves the first name', () => {
    const both = stateWith(photo(1, { hidden }), photo(2))
    expect(changes(both, hide(p1, p2, p2), { viewer: main }).map(({ id }) => id)).toEqual([p2])
    expect(answer(both, hide(p1), { viewer: main })).toBe('done 0')
    expect(answer(both, show(p2), { viewer: main })).toBe('done 0')
  })
})

test('[DO-2] a photo that is not seen is answered like one that does not exist, and nothing happens to the others', () => {
  const state = stateWith(
    scene(1),
    scene(2, { hiddenFor: ['mainClient'] }),
    photo(1),
    photo(2, { scene: sceneIdOf(2) }),
    photo(3, { state: 'kept' }),
  )
  const answers = [p2, p3, photoIdOf(9)].map((id) => answer(state, hide(p1, id), { viewer: main }))
  expect(answers).toEqual(['not-found', 'not-found', 'not-found'])
  expect(answer(state, hide(p2), { viewer: staffViewer() })).toBe('done 1')
  expect(answer(state, hide(photoIdOf(9)))).toBe('not-found')
})

test('[DO-3] who may not enter is told of nothing', () => {
  const state = stateWith(gallery({ status: 'offline' }), photo(1))
  expect(answer(state, hide(p1), { viewer: main })).toBe('not-found')
  expect(answer(state, remove(p1), { viewer: main })).toBe('not-found')
  expect(answer(state, remove(p1), { viewer: staffViewer({ inScope: false, owner: true }) })).toBe('not-found')
  expect(answer(state, { type: 'photo:add', photos: [] }, { viewer: client() })).toBe('not-found')
})

describe('[DO-4] adding', () => {
  const add = (n: number, over: { scene?: SceneId; cameraName?: string } = {}) => ({
    id: photoIdOf(n),
    scene: sceneIdOf(1),
    cameraName: `NEW_${n}.jpg`,
    order: n,
    ...over,
  })
  const adding = (...photos: ReturnType<typeof add>[]) => ({ type: 'photo:add' as const, photos })
  const state = stateWith(photo(1))
  test('announces photos that wait for their file', () => {
    const next = afterwards(state, adding(add(2), add(3)))
    expect(next.photos.get(p2)).toMatchObject({
      state: 'waiting',
      versions: [],
      hidden: null,
      addedBy: photographer,
      addedAt: now,
      cameraName: 'NEW_2.jpg',
      order: 2,
    })
    expect(next.photos.size).toBe(3)
  })
  test('the same again changes nothing', () => {
    expect(answer(afterwards(state, adding(add(2))), adding(add(2), add(3)))).toBe('done 1')
    expect(answer(state, adding(add(2), add(2)))).toBe('done 1')
  })
  test('an id belongs to one photo', () => {
    expect(answer(state, adding(add(1)))).toBe('taken')
    expect(answer(state, adding(add(2), add(2, { cameraName: 'other.jpg' })))).toBe('taken')
  })
  test('a camera name is there once in a scene', () => {
    expect(answer(state, adding(add(2, { cameraName: 'IMG_1.jpg' })))).toBe('taken IMG_1.jpg')
    expect(answer(state, adding(add(2, { cameraName: 'A.jpg' }), add(3, { cameraName: 'A.jpg' })))).toBe('taken A.jpg')
    expect(answer(state, adding(add(2, { cameraName: 'IMG_1.jpg', scene: sceneIdOf(2) })))).toBe('done 1')
  })
  test('needs a scene that is there', () => expect(answer(state, adding(add(2, { scene: sceneIdOf(9) })))).toBe('not-found'))
  test('by clients only with the right, into scenes they see, and without learning of hidden photos', () => {
    const uploads = stateWith(gallery({ private: true, rights: { invited: { upload: 'edit' } } }), scene(1), scene(2), photo(1, { hidden }))
    const viewer = client(held('invited', { scenes: [sceneIdOf(1)] }))
    expect(answer(uploads, adding(add(2)), { viewer })).toBe('done 1')
    expect(answer(uploads, adding(add(2, { scene: sceneIdOf(2) })), { viewer })).toBe('not-found')
    expect(answer(uploads, adding(add(2, { cameraName: 'IMG_1.jpg' })), { viewer })).toBe('done 1')
    expect(answer(uploads, adding(add(2)), { viewer: client(held('guestLink')) })).toBe('not-allowed')
    expect(answer(state, adding(add(2)), { viewer: staffViewer({ write: false }) })).toBe('not-allowed')
    expect(afterwards(uploads, adding(add(2)), { viewer }).photos.get(p2)?.addedBy).toBe(viewer.person)
  })
  test('ends at the limit of a gallery', () => {
    const full = stateWith(...Array.from({ length: photosPerGallery - 1 }, (_, n) => photo(n + 1)))
    expect(answer(full, adding(add(20_001)))).toBe('done 1')
    expect(answer(full, adding(add(20_001), add(20_002)))).toBe(`limit-reached ${photosPerGallery}`)
  })
})

describe('[DO-5] moving', () => {
  const state = stateWith(
    photo(1),
    photo(2),
    photo(3),
    photo(4, { scene: sceneIdOf(2), order: 7 }),
    photo(5, { scene: sceneIdOf(2), order: 8 }),
  )
  const rowOf = (next: typeof state) => photosInOrder(next.photos.values(), next.scenes.values()).map(({ id }) => Number(id.slice(-2)))
  test('puts photos at the end, in the order given', () => {
    expect(rowOf(afterwards(state, move([p3, p1], sceneIdOf(2))))).toEqual([2, 4, 5, 3, 1])
  })
  test('puts them from a place on, before whatever follows', () => {
    expect(rowOf(afterwards(state, move([p3, p1], sceneIdOf(2), 7.5)))).toEqual([2, 4, 3, 1, 5])
    expect(rowOf(afterwards(state, move([photoIdOf(5)], sceneIdOf(1), 1.5)))).toEqual([1, 5, 2, 3, 4])
    expect(rowOf(afterwards(state, move([p1], sceneIdOf(1), 2.5)))).toEqual([2, 1, 3, 4, 5])
  })
  test('gives strictly rising places', () => {
    const next = afterwards(state, move([p1, p2, p3], sceneIdOf(2), 7.9))
    const places = [p1, p2, p3].map((id) => next.photos.get(id)?.order ?? Number.NaN)
    expect(places[0]).toBe(7.9)
    expect(places[0] ?? 0).toBeLessThan(places[1] ?? 0)
    expect(places[1] ?? 0).toBeLessThan(places[2] ?? 0)
    expect(places[2] ?? 9).toBeLessThan(8)
  })
  test('counts a scene anew where no number fits between', () => {
    const tight = stateWith(
      photo(1),
      photo(4, { scene: sceneIdOf(2), order: 1 }),
      photo(5, { scene: sceneIdOf(2), order: 1 + Number.EPSILON }),
      photo(2),
    )
    expect(rowOf(afterwards(tight, move([p1, p2], sceneIdOf(2), 1)))).toEqual([4, 1, 2, 5])
  })
  test('leaves alone what already stands so', () => {
    expect(answer(state, move([p2], sceneIdOf(1), 2))).toBe('done 0')
    expect(answer(state, move([p3], sceneIdOf(1)))).toBe('done 0')
    expect(answer(stateWith(photo(1)), move([p1], sceneIdOf(2), 1))).toBe('done 1')
  })
  test('needs scene and photos that are there, and staff who may write', () => {
    expect(answer(state, move([p1], sceneIdOf(9)))).toBe('not-found')
    expect(answer(state, move([p1, photoIdOf(9)], sceneIdOf(2)))).toBe('not-found')
    expect(answer(state, move([p1], sceneIdOf(2)), { viewer: main })).toBe('not-allowed')
    expect(answer(state, move([p1], sceneIdOf(2)), { viewer: staffViewer({ write: false }) })).toBe('not-allowed')
  })
})

test('[DO-6] a removed photo is named nowhere any more: not as cover, not in shares', () => {
  const shared = { photos: [p1, p2] }
  const state = stateWith(
    gallery({ cover: p1 }),
    scene(1),
    photo(1),
    photo(2),
    link(1, terms('vendor', shared)),
    link(2),
    grant(1, { terms: terms('guestEmail', shared) }),
  )
  const next = afterwards(state, remove(p1))
  expect([...next.photos.keys()]).toEqual([p2])
  expect(JSON.stringify([next.gallery, ...next.links.values(), ...next.grants.values()])).not.toContain(p1)
  expect(changes(state, remove(p2))).toHaveLength(3)
})

test('[DO-7] removing passes over what is gone already, unless all of it is', () => {
  const state = stateWith(photo(1))
  expect(answer(state, remove(p1, p1, p2))).toBe('done 1')
  expect(answer(state, remove(p2))).toBe('not-found')
  expect(answer(state, remove(p1), { viewer: main })).toBe('not-allowed')
  expect(answer(state, remove(p2), { viewer: main })).toBe('not-allowed')
})

test('[DO-1] the server’s own hiding is the photographer’s', () => {
  const state = stateWith(photo(1), guest(photographer, { name: 'Studio', staff: true }), guest(visitorIdOf(1)))
  expect(afterwards(state, hide(p1), server).photos.get(p1)?.hidden).toEqual({ by: photographer, name: 'Studio', at: now })
})
