import { describe, expect, test } from '@jest/globals'
import { type ClientRole, clientRoles, type GalleryState } from '../../../common/gallery/model.ts'
import { canEnter, canSee, canSeeScene, roleOf, viewKey } from '../../../common/visibility/see.ts'
import type { EffectiveGrant, Viewer } from '../../../common/visibility/viewer.ts'
import {
  client,
  gallery,
  galleryIdOf,
  held,
  hidden,
  photo,
  photographer,
  photoIdOf,
  scene,
  sceneIdOf,
  seat,
  staffViewer,
  stateWith,
  visitorIdOf,
} from '../../helpers/sample-gallery.ts'

/**
 * Scene 1 is granted, scene 2 is granted and hidden for every role, scene 3 is not granted.
 * Photos 1, 3, 5 are ordinary, 2, 4, 6 hidden; two lie in each scene.
 */
const world = (over: Parameters<typeof gallery>[0] = {}): GalleryState =>
  stateWith(
    gallery(over),
    scene(1),
    scene(2, { hiddenFor: clientRoles }),
    scene(3),
    photo(1),
    photo(2, { hidden }),
    photo(3, { scene: sceneIdOf(2) }),
    photo(4, { scene: sceneIdOf(2), hidden }),
    photo(5, { scene: sceneIdOf(3) }),
    photo(6, { scene: sceneIdOf(3), hidden }),
  )

const granted = { scenes: [sceneIdOf(1), sceneIdOf(2)], photos: [1, 2, 3, 4].map(photoIdOf) }
const listing = (role: ClientRole) => role === 'vendor' || role === 'guestEmail' || role === 'guestSocial'
const grantOf = (role: ClientRole, over: Partial<EffectiveGrant> = {}) =>
  held(role, { scenes: listing(role) ? [] : granted.scenes, photos: listing(role) ? granted.photos : null, ...over })

/** `x` seen, `.` not: ordinary and hidden photo in a scene that is granted, hidden for the role, not granted. */
const cells: readonly (readonly [who: string, viewer: Viewer, publicly: string, privately: string])[] = [
  ['owner', staffViewer({ owner: true }), 'xx xx xx', 'xx xx xx'],
  ['member', staffViewer(), 'xx xx xx', 'xx xx xx'],
  ['member out of scope', staffViewer({ inScope: false }), '.. .. ..', '.. .. ..'],
  ['mainClient', client(grantOf('mainClient')), 'xx .. xx', 'xx .. xx'],
  ['invited', client(grantOf('invited')), 'x. .. x.', 'x. .. ..'],
  ['clientInvited', client(grantOf('clientInvited')), 'x. .. x.', 'x. .. ..'],
  ['guestEmail', client(grantOf('guestEmail')), 'x. .. x.', 'x. .. ..'],
  ['guestSocial', client(grantOf('guestSocial')), 'x. .. x.', 'x. .. ..'],
  ['guestLink', client(grantOf('guestLink')), 'x. .. x.', 'x. .. ..'],
  ['guestLink without scenes', client(grantOf('guestLink', { scenes: [] })), 'x. .. x.', '.. .. ..'],
  ['vendor', client(grantOf('vendor')), 'x. .. ..', 'x. .. ..'],
  ['vendor, terms not accepted', client(grantOf('vendor', { termsHold: false })), '.. .. ..', '.. .. ..'],
  ['nobody', client(), '.. .. ..', '.. .. ..'],
]

const seenIn = (viewer: Viewer, state: GalleryState): string =>
  [1, 3, 5].map((n) => [n, n + 1].map((one) => (sees(viewer, state, one) ? 'x' : '.')).join('')).join(' ')

function sees(viewer: Viewer, state: GalleryState, n: number): boolean {
  const found = state.photos.get(photoIdOf(n))
  return found !== undefined && canSee(viewer, state, found)
}
function seesScene(viewer: Viewer, state: GalleryState, n: number): boolean {
  const found = state.scenes.get(sceneIdOf(n))
  return found !== undefined && canSeeScene(viewer, state, found)
}

describe('the table of roles', () => {
  test.each(cells)('[SEE-1] [SEE-4] [SEE-5] %s in a public gallery', (_, viewer, publicly) => {
    expect(seenIn(viewer, world())).toBe(publicly)
  })
  test.each(cells)('[SEE-6] [SEE-7] %s in a private gallery', (_, viewer, __, privately) => {
    expect(seenIn(viewer, world({ private: true }))).toBe(privately)
  })
})

test.each(['draft', 'offline', 'expired', 'archived'] as const)(
  '[SEE-2] in a gallery that is %s clients see nothing, staff everything',
  (status) => {
    const state = world({ status })
    for (const role of clientRoles) {
      const viewer = client(grantOf(role))
      expect([role, seenIn(viewer, state), canEnter(viewer, state), seesScene(viewer, state, 1)]).toEqual([role, '.. .. ..', false, false])
    }
    expect(seenIn(staffViewer(), state)).toBe('xx xx xx')
  },
)

test('[SEE-2] only a vendor can be "always online"', () => {
  const state = world({ status: 'offline' })
  expect(seenIn(client(grantOf('vendor', { alwaysOnline: true })), state)).toBe('x. .. ..')
  expect(seenIn(client(grantOf('invited', { alwaysOnline: true })), state)).toBe('.. .. ..')
})

test.each(['waiting', 'kept', 'failed'] as const)('[SEE-3] a photo that is %s is not there for clients', (unready) => {
  const state = stateWith(photo(1, { state: unready }))
  expect(sees(client(held('mainClient')), state, 1)).toBe(false)
  expect(sees(staffViewer(), state, 1)).toBe(true)
})

test('[SEE-4] a scene hidden for one role is there for the others', () => {
  const state = stateWith(scene(1, { hiddenFor: ['invited'] }), photo(1))
  expect(sees(client(held('invited')), state, 1)).toBe(false)
  expect(sees(client(held('clientInvited')), state, 1)).toBe(true)
})

test('[SEE-4] a photo whose scene is not known is not there for clients', () => {
  const state = stateWith(photo(1, { scene: sceneIdOf(7) }))
  expect(sees(client(held('mainClient')), state, 1)).toBe(false)
})

test('[SEE-7] "all" includes scenes added later, a list does not', () => {
  const state = stateWith(gallery({ private: true }), scene(1), scene(9), photo(1, { scene: sceneIdOf(9) }))
  expect(sees(client(held('invited', { scenes: 'all' })), state, 1)).toBe(true)
  expect(sees(client(held('invited', { scenes: [sceneIdOf(1)] })), state, 1)).toBe(false)
})

describe('[SEE-8] several grants are a union', () => {
  const state = world({ private: true })
  test('each adds what it shows', () => {
    const one = held('invited', { scenes: [sceneIdOf(1)] })
    const two = held('guestEmail', { scenes: [], photos: [photoIdOf(5)] })
    expect(seenIn(client(one, two), state)).toBe('x. .. x.')
  })
  test('hidden photos are shown by the main client grant alone', () => {
    expect(seenIn(client(held('mainClient'), held('guestLink')), state)).toBe('xx .. xx')
  })
  test('a scene hidden for one role is shown by a grant of another', () => {
    const mixed = stateWith(scene(1, { hiddenFor: ['mainClient'] }), photo(1), photo(2, { hidden }))
    const viewer = client(held('mainClient'), held('guestLink'))
    expect([1, 2].map((n) => sees(viewer, mixed, n))).toEqual([true, false])
  })
  test('staff out of scope see by their grants', () => {
    const viewer: Viewer = { ...client(held('invited', { scenes: [sceneIdOf(3)] })), staff: seat({ inScope: false, owner: true }) }
    expect(seenIn(viewer, state)).toBe('.. .. x.')
    expect(roleOf(viewer)).toBe('invited')
  })
})

describe('[SEE-9] scenes', () => {
  const state = world({ private: true })
  test('are seen by whoever they are granted to, also while empty', () => {
    const empty = stateWith(gallery({ private: true }), scene(1), scene(2))
    const viewer = client(held('invited', { scenes: [sceneIdOf(1)] }))
    expect([1, 2].map((n) => seesScene(viewer, empty, n))).toEqual([true, false])
  })
  test('are not seen by roles they are hidden for', () => {
    expect(seesScene(client(held('mainClient')), state, 2)).toBe(false)
    expect(seesScene(staffViewer(), state, 2)).toBe(true)
  })
  test('show for shared photos only as the place of one that is seen', () => {
    const viewer = (...photos: number[]) => client(held('guestSocial', { scenes: 'all', photos: photos.map(photoIdOf) }))
    expect([1, 2, 3].map((n) => seesScene(viewer(1, 3, 6), state, n))).toEqual([true, false, false])
    expect(seesScene(client(held('vendor', { photos: [photoIdOf(5)] })), world(), 1)).toBe(false)
  })
})

test('[SEE-10] who holds nothing that counts does not enter', () => {
  const state = world()
  expect(canEnter(client(), state)).toBe(false)
  expect(canEnter(client(held('vendor', { termsHold: false })), state)).toBe(false)
  expect(canEnter(staffViewer({ inScope: false }), state)).toBe(false)
  expect(canEnter(client(held('guestLink', { scenes: [] })), world({ private: true }))).toBe(true)
})

test('[SEE-11] a viewer of another gallery sees nothing here', () => {
  const state = world()
  for (const viewer of [staffViewer(), client(held('mainClient'))]) {
    const stranger = { ...viewer, gallery: galleryIdOf(2) }
    expect([canEnter(stranger, state), seenIn(stranger, state), seesScene(stranger, state, 1)]).toEqual([false, '.. .. ..', false])
  }
})

test('[SEE-12] the highest role of all grants stands for a person', () => {
  expect(roleOf(staffViewer({ owner: true }))).toBe('owner')
  expect(roleOf(staffViewer())).toBe('member')
  expect(roleOf(client(held('guestLink'), held('mainClient'), held('vendor')))).toBe('mainClient')
  expect(roleOf(client(held('vendor', { termsHold: false })))).toBeNull()
  expect(roleOf(client())).toBeNull()
})

describe('[SEE-13] the key of a view', () => {
  const key = (...grants: EffectiveGrant[]) => viewKey(client(...grants))
  test('is the same for equal grants, in whatever order and however often', () => {
    const a = held('invited', { scenes: [sceneIdOf(1), sceneIdOf(2)], rights: { draw: 'none', flag: 'view' } })
    const b = held('invited', { scenes: [sceneIdOf(2), sceneIdOf(1)], rights: { flag: 'view', draw: 'none' } })
    expect(key(a, held('guestLink'))).toBe(key(held('guestLink'), b, a))
    expect(viewKey({ ...client(a), person: visitorIdOf(7) })).toBe(key(a))
  })
  test('differs wherever what is seen or done may', () => {
    const keys = [
      key(held('invited')),
      key(held('guestLink')),
      key(held('invited', { scenes: [] })),
      key(held('invited', { scenes: [sceneIdOf(1)] })),
      key(held('invited', { rights: { flag: 'view' } })),
      key(held('invited', { feedback: 'collaborative' })),
      key(held('vendor')),
      key(held('vendor', { photos: [photoIdOf(1)] })),
      key(held('vendor', { alwaysOnline: true })),
      key(),
      viewKey(staffViewer()),
      viewKey(staffViewer({ write: false })),
      viewKey(staffViewer({ settings: true })),
      viewKey(staffViewer({ owner: true })),
    ]
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys).not.toContain('')
  })
  test('is that of staff only in scope, and ignores terms that do not hold', () => {
    expect(viewKey(staffViewer({ inScope: false }))).toBe(key())
    expect(key(held('vendor', { termsHold: false }))).toBe(key())
    expect(viewKey({ ...staffViewer(), person: photographer, grants: [held('invited')] })).toBe(viewKey(staffViewer()))
  })
})
