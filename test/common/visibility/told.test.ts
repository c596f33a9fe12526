import { describe, expect, test } from '@jest/globals'
import type { GalleryState } from '../../../common/gallery/model.ts'
import { apply, removed } from '../../../common/gallery/state.ts'
import { fold, seenOf, told } from '../../../common/visibility/told.ts'
import type { Viewer } from '../../../common/visibility/viewer.ts'
import {
  client,
  gallery,
  galleryIdOf,
  grant,
  grantIdOf,
  guest,
  held,
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
  versionIdOf,
  visitorIdOf,
} from '../../helpers/sample-gallery.ts'
import { find, heard, one, step } from '../../helpers/told-steps.ts'

const guestViewer = client(held('guestLink'))
const mainViewer = client(held('mainClient'))
const p1 = photoIdOf(1)

describe('[TELL-1] what is told is the difference of what is seen', () => {
  const state = stateWith(gallery(), scene(1), scene(2), photo(1), photo(2))
  const hide = step(state, one(photo(1, { hidden })))
  const show = step(hide.after, one(photo(1)))
  test('a hidden photo goes out of sight of guests and changes for main clients and staff', () => {
    expect(heard(guestViewer, hide)).toEqual([`- photo:${p1}`])
    expect(heard(mainViewer, hide)).toEqual([`= photo:${p1}`])
    expect(heard(staffViewer(), hide)).toEqual([`= photo:${p1}`])
  })
  test('it comes back whole', () => {
    const [back] = told({ viewer: guestViewer, state: show.before }, { viewer: guestViewer, state: show.after }, show.changes)
    expect(back).toEqual({ type: 'added', record: seenOf(guestViewer, state).get(`photo:${p1}`) })
  })
  test('what a view never saw and does not see is not mentioned', () => {
    expect(heard(guestViewer, step(hide.after, one(photo(1, { hidden, order: 9 }))))).toEqual([])
    expect(heard(guestViewer, step(hide.after, [removed(photo(1))]))).toEqual([])
    expect(heard(guestViewer, step(state, one(photo(3, { state: 'waiting', versions: [] }))))).toEqual([])
  })
  test('what looks the same is not told', () => {
    expect(heard(guestViewer, step(state, one(photo(1, { failure: 'picture-broken' }))))).toEqual([])
    expect(heard(staffViewer(), step(state, one(photo(1))))).toEqual([])
  })
  test('a scene hidden for a role takes its photos along', () => {
    const two = stateWith(gallery(), scene(1), scene(2), photo(1), photo(2, { scene: sceneIdOf(2) }))
    const away = step(two, one(scene(1, { hiddenFor: ['guestLink'] })))
    expect(heard(guestViewer, away)).toEqual([`- scene:${sceneIdOf(1)}`, `- photo:${p1}`])
    expect(heard(mainViewer, away)).toEqual([])
    expect(heard(staffViewer(), away)).toEqual([`= scene:${sceneIdOf(1)}`])
  })
  test('public made private takes everything that was not granted', () => {
    const scoped = client(held('invited', { scenes: [sceneIdOf(2)] }))
    expect(heard(scoped, step(state, one(gallery({ private: true }))))).toEqual([
      `- scene:${sceneIdOf(1)}`,
      `- photo:${p1}`,
      `- photo:${photoIdOf(2)}`,
    ])
  })
  test('a gallery that closes takes everything, and gives it back when it opens', () => {
    const close = step(state, one(gallery({ status: 'offline' })))
    expect(heard(guestViewer, close)).toHaveLength(seenOf(guestViewer, state).size)
    expect(heard(guestViewer, step(close.after, one(gallery())))).toHaveLength(seenOf(guestViewer, state).size)
    expect(heard(staffViewer(), close)).toEqual([`= gallery:${gallery().id}`])
  })
})

test('[TELL-2] before the first moment and after the last one nothing is seen', () => {
  const state = stateWith(photo(1))
  const moment = { viewer: guestViewer, state }
  const all = [...seenOf(guestViewer, state).values()]
  expect(told(null, moment, [])).toEqual(all.map((record) => ({ type: 'added', record })))
  expect(told(moment, null, [])).toEqual(all.map(({ kind, id }) => ({ type: 'removed', kind, id })))
  expect(told(null, null, 'all')).toEqual([])
  expect(fold(new Map(), told(null, moment, []))).toEqual(seenOf(guestViewer, state))
})

test('[TELL-3] a viewer whose grants changed is told the difference of both views', () => {
  const state = stateWith(gallery({ private: true }), scene(1), scene(2), photo(1), photo(2, { scene: sceneIdOf(2) }))
  const before = { viewer: client(held('invited', { scenes: [sceneIdOf(1)] })), state }
  const after = { viewer: client(held('invited', { scenes: [sceneIdOf(2)] })), state }
  expect(told(before, after, [])).toEqual(told(before, after, 'all'))
  expect(fold(seenOf(before.viewer, state), told(before, after, []))).toEqual(seenOf(after.viewer, state))
})

describe('[TELL-4] only staff are told what is theirs', () => {
  const state = stateWith(
    gallery({ expiresAt: 9, rights: { invited: { draw: 'none' } } }),
    scene(1, { hiddenFor: ['vendor'] }),
    photo(1, { failure: 'picture-broken' }),
    link(1, { codeHash: 'hash-of-a-code', boundTo: visitorIdOf(3), binding: 'first', email: 'press@example.com' }),
    grant(1),
    guest(visitorIdOf(1), { email: 'anna@example.com', visits: 4, lastAt: 7 }),
  )
  test('status, doors, expiry, who scenes are hidden for, failures', () => {
    const [seenByStaff] = find(staffViewer(), state, 'gallery')
    expect(seenByStaff).toMatchObject({ status: 'online', private: false, expiresAt: 9, write: true, role: 'member' })
    const fields = (viewer: Viewer) => [...seenOf(viewer, state).values()].flatMap((record) => Object.keys(record))
    const own = ['status', 'private', 'expiresAt', 'hiddenFor', 'failure', 'email', 'lastAt', 'visits', 'token', 'terms']
    for (const field of own) {
      expect(fields(staffViewer())).toContain(field)
      expect(fields(mainViewer)).not.toContain(field)
      expect(fields(guestViewer)).not.toContain(field)
    }
  })
  test('links, grants, e-mail addresses', () => {
    const collaborative = apply(state, one(gallery({ feedback: 'collaborative' })))
    const text = JSON.stringify([...seenOf(mainViewer, collaborative).values()])
    for (const secret of ['token-of-link-1', 'press@example.com', 'anna@example.com', linkIdOf(1), grantIdOf(1)])
      expect(text).not.toContain(secret)
    const [seenLink] = find(staffViewer(), state, 'link')
    expect(seenLink).toMatchObject({ token: 'token-of-link-1', bound: true, hasCode: true, email: 'press@example.com' })
  })
  test('the hash of a code is nobody’s', () => {
    expect(JSON.stringify([...seenOf(staffViewer({ owner: true }), state).values()])).not.toContain('hash-of-a-code')
  })
  test('the key of a link is only for staff who may write', () => {
    expect(find(staffViewer({ write: false }), state, 'link')).toMatchObject([{ id: linkIdOf(1), token: '' }])
  })
  test('where the original lies is nobody’s', () => {
    const [seen] = find(staffViewer(), state, 'photo')
    expect(Object.keys(seen?.versions[0] ?? {}).sort()).toEqual(['capture', 'height', 'id', 'n', 'thumbhash', 'width'])
    expect(seen).not.toHaveProperty('addedBy')
  })
})

test('[TELL-5] who hid a photo is told to main clients and staff', () => {
  const state = stateWith(photo(1), photo(2, { hidden }))
  const hiddenOf = (viewer: Viewer) => find(viewer, state, 'photo').map((seen) => seen.hidden)
  expect(hiddenOf(mainViewer)).toEqual([null, hidden])
  expect(hiddenOf(staffViewer())).toEqual([null, hidden])
  expect(hiddenOf(guestViewer)).toEqual([undefined])
})

test('[TELL-6] the cover is told to whoever sees it', () => {
  const state = stateWith(gallery({ cover: p1 }), scene(1), photo(1, { hidden }))
  const coverOf = (viewer: Viewer, at = state) => find(viewer, at, 'gallery')[0]?.cover
  expect([coverOf(staffViewer()), coverOf(mainViewer), coverOf(guestViewer)]).toEqual([p1, p1, null])
  const shown = step(state, one(photo(1)))
  expect(heard(guestViewer, shown)).toEqual([`= gallery:${gallery().id}`, `+ photo:${p1}`])
  expect(coverOf(staffViewer(), apply(state, [removed(photo(1))]))).toBeNull()
})

test('[TELL-7] a new version is told once its sizes are made; before the first, staff see what there is', () => {
  const [first] = photo(1).versions
  if (!first) throw new Error('a sample photo has a version')
  const second = { ...first, id: versionIdOf(2), n: 2, thumbhash: null }
  const ids = (viewer: Viewer, state: GalleryState) => find(viewer, state, 'photo').map(({ versions }) => versions.map(({ id }) => id))
  const both = stateWith(photo(1, { versions: [first, second] }))
  expect([ids(staffViewer(), both), ids(guestViewer, both)]).toEqual([[[first.id]], [[first.id]]])
  const finished = stateWith(photo(1, { versions: [first, { ...second, thumbhash: 'x' }] }))
  expect(ids(guestViewer, finished)).toEqual([[first.id, second.id]])
  expect(ids(staffViewer(), stateWith(photo(1, { state: 'kept', versions: [second] })))).toEqual([[second.id]])
})

test('[TELL-9] nothing told to a view depends on who stands in it', () => {
  const state = stateWith(gallery({ feedback: 'collaborative' }), scene(1), photo(1), guest(visitorIdOf(1)), grant(1))
  const [mine, another] = [guestViewer, { ...guestViewer, person: visitorIdOf(77) }]
  expect(seenOf(mine, state)).toEqual(seenOf(another, state))
})

test('[TELL-10] the gallery tells what this view may do, and the studio if it is given', () => {
  const state = stateWith(gallery({ feedback: 'collaborative', keys: 'simple' }))
  const [seen] = find(client(held('guestLink', { rights: { flag: 'none' } })), state, 'gallery', 'North Light')
  expect(seen).toMatchObject({
    name: 'Harbour day',
    studio: 'North Light',
    role: 'guestLink',
    write: false,
    keys: 'simple',
    feedback: 'collaborative',
  })
  expect(seen?.rights).toMatchObject({ flag: 'none', comment: 'edit' })
  expect(find(guestViewer, state, 'gallery')[0]).not.toHaveProperty('studio')
})

test('[TELL-11] who may not enter is told nothing at all', () => {
  const state = stateWith(photo(1), guest(photographer, { staff: true }))
  for (const viewer of [client(), staffViewer({ inScope: false }), client(held('vendor', { termsHold: false }))])
    expect(seenOf(viewer, state).size).toBe(0)
  for (const viewer of [staffViewer({ owner: true }), mainViewer])
    expect(seenOf({ ...viewer, gallery: galleryIdOf(2) }, state).size).toBe(0)
})
