import { describe, expect, test } from '@jest/globals'
import type { FeedbackMode, GalleryState } from '../../../common/gallery/model.ts'
import type { Audience } from '../../../common/ids.ts'
import { feedbackOf, homeAudience, readsSheet, writesSheet } from '../../../common/visibility/sheets.ts'
import { seenOf } from '../../../common/visibility/told.ts'
import type { Viewer } from '../../../common/visibility/viewer.ts'
import {
  client,
  gallery,
  galleryIdOf,
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
  userIdOf,
  visitorIdOf,
} from '../../helpers/sample-gallery.ts'

const me = visitorIdOf(1)
const other = visitorIdOf(2)
const audiences: readonly Audience[] = ['team', 'shared', `person:${me}`, `person:${other}`]

const world = (feedback: FeedbackMode, over: Parameters<typeof gallery>[0] = {}): GalleryState =>
  stateWith(
    gallery({ feedback, ...over }),
    scene(1),
    scene(2),
    photo(1),
    photo(2, { hidden }),
    photo(3, { scene: sceneIdOf(2) }),
    guest(me),
    guest(other),
  )

function seenPhotoOf(viewer: Viewer, state: GalleryState, n: number) {
  const seen = seenOf(viewer, state).get(`photo:${photoIdOf(n)}`)
  return seen?.kind === 'photo' ? seen : undefined
}

/** `w` reads and writes, `r` reads, `.` neither: team, shared, own, another's. */
function access(viewer: Viewer, state: GalleryState, n = 1): string {
  const found = state.photos.get(photoIdOf(n))
  if (!found) throw new Error('no such photo')
  return audiences
    .map((audience) => {
      const reads = readsSheet(viewer, state, found, audience)
      const writes = writesSheet(viewer, state, found, audience)
      return writes ? (reads ? 'w' : '!') : reads ? 'r' : '.'
    })
    .join('')
}

const table: readonly (readonly [string, Viewer, privately: string, team: string, collaborative: string])[] = [
  ['staff', staffViewer(), 'wwww', 'wwww', 'wwww'],
  ['staff with writing off', staffViewer({ write: false }), 'wwww', 'wwww', 'wwww'],
  ['staff out of scope', staffViewer({ inScope: false }), '....', '....', '....'],
  ['mainClient', client(held('mainClient')), '..w.', '.wr.', '.wr.'],
  ['invited', client(held('invited')), '..w.', '..w.', '.wr.'],
  ['clientInvited', client(held('clientInvited')), '..w.', '..w.', '.wr.'],
  ['guestEmail', client(held('guestEmail')), '..w.', '..w.', '.wr.'],
  ['guestSocial', client(held('guestSocial')), '..w.', '..w.', '.wr.'],
  ['guestLink', client(held('guestLink')), '..w.', '..w.', '.wr.'],
  ['vendor', client(held('vendor', { photos: [photoIdOf(1)] })), '..r.', '..r.', '..r.'],
  ['nobody', client(), '....', '....', '....'],
]
describe('[AUD-1] readers and writers', () => {
  test.each(table)('%s', (_, viewer, privately, team, collaborative) => {
    expect(access(viewer, world('private'))).toBe(privately)
    expect(access(viewer, world('clientTeam'))).toBe(team)
    expect(access(viewer, world('collaborative'))).toBe(collaborative)
  })
})

test('[AUD-2] nobody reads or writes a sheet of a photo that is not seen', () => {
  expect(access(client(held('guestLink')), world('collaborative'), 2)).toBe('....')
  expect(access(client(held('mainClient')), world('collaborative'), 2)).toBe('.wr.')
  expect(access(client(held('mainClient')), world('collaborative', { status: 'offline' }))).toBe('....')
})

test('[AUD-3] after a change of mode the own sheet stays readable, and is written again when it counts again', () => {
  const viewer = client(held('invited'))
  expect(['private', 'collaborative', 'private'].map((mode) => access(viewer, world(mode as FeedbackMode)))).toEqual([
    '..w.',
    '.wr.',
    '..w.',
  ])
})

describe('[AUD-4] a link has a mode of its own', () => {
  test('wider than its gallery', () => {
    expect(access(client(held('guestLink', { feedback: 'collaborative' })), world('private'))).toBe('.wr.')
  })
  test('narrower than its gallery', () => {
    expect(access(client(held('guestLink', { feedback: 'private' })), world('collaborative'))).toBe('..w.')
  })
  test('that counts only for the photos its grant shows', () => {
    const state = world('private', { private: true })
    const viewer = client(
      held('invited', { scenes: [sceneIdOf(1)] }),
      held('guestLink', { scenes: [sceneIdOf(2)], feedback: 'collaborative' }),
    )
    expect([access(viewer, state, 1), access(viewer, state, 3)]).toEqual(['..w.', '.wr.'])
    const [one, three] = [state.photos.get(photoIdOf(1)), state.photos.get(photoIdOf(3))]
    expect([homeAudience(viewer, state, one), homeAudience(viewer, state, three)]).toEqual([`person:${me}`, 'shared'])
  })
})

test('[AUD-5] who is shown no kind of feedback reads no shared sheet; who may change none writes none', () => {
  const none = { favourite: 'none', label: 'none', stars: 'none', flag: 'none', select: 'none', comment: 'none', draw: 'none' } as const
  expect(access(client(held('guestLink', { rights: none })), world('collaborative'))).toBe('..r.')
  const looking = { ...none, comment: 'view' } as const
  expect(access(client(held('guestLink', { rights: looking })), world('collaborative'))).toBe('.rr.')
  expect(access(client(held('guestLink', { rights: looking })), world('private'))).toBe('..r.')
})

test('[AUD-6] staff write on sheets of clients of this gallery only', () => {
  const state = stateWith(photo(1), guest(me), guest(photographer, { staff: true }))
  const found = photo(1)
  const writes = (audience: Audience) => writesSheet(staffViewer(), state, found, audience)
  expect(writes(`person:${me}`)).toBe(true)
  expect(writes(`person:${photographer}`)).toBe(false)
  expect(writes(`person:${userIdOf(8)}`)).toBe(false)
})

test('[AUD-7] feedback goes to the team sheet of staff, the shared sheet where one is shared, else to the own one', () => {
  const home = (viewer: Viewer, mode: FeedbackMode) => homeAudience(viewer, world(mode))
  expect(home(staffViewer(), 'collaborative')).toBe('team')
  expect(home(client(held('mainClient')), 'clientTeam')).toBe('shared')
  expect(home(client(held('invited')), 'clientTeam')).toBe(`person:${me}`)
  expect(home(client(held('invited')), 'collaborative')).toBe('shared')
  expect(home(client(held('invited')), 'private')).toBe(`person:${me}`)
})

test('[AUD-8] staff are told the mode of the gallery, clients the widest in which they share, or private', () => {
  const state = world('clientTeam')
  expect(feedbackOf(staffViewer(), state)).toBe('clientTeam')
  expect(feedbackOf(client(held('mainClient')), state)).toBe('clientTeam')
  expect(feedbackOf(client(held('mainClient', { feedback: 'private' }), held('invited')), state)).toBe('private')
  expect(feedbackOf(client(held('invited')), state)).toBe('private')
  expect(feedbackOf(client(held('invited', { feedback: 'private' })), state)).toBe('private')
  expect(feedbackOf(client(held('invited', { feedback: 'private' }), held('guestLink', { feedback: 'collaborative' })), state)).toBe(
    'collaborative',
  )
  expect(feedbackOf(client(held('vendor', { feedback: 'collaborative', termsHold: false })), state)).toBe('private')
})

test('[AUD-9] a photo on which a client works alone, though not everywhere here, says so to that client only', () => {
  const state = world('private', { private: true })
  const shares = held('guestLink', { scenes: [sceneIdOf(2)], feedback: 'collaborative' })
  const alone = (viewer: Viewer) => [1, 2, 3].map((n) => seenPhotoOf(viewer, state, n)?.alone)
  expect(alone(client(held('invited', { scenes: [sceneIdOf(1)] }), shares))).toEqual([true, undefined, undefined])
  expect(alone(client(held('mainClient'), shares))).toEqual([true, true, undefined])
  expect(alone(client(held('invited')))).toEqual([undefined, undefined, undefined])
  expect(alone(client(held('guestLink', { feedback: 'collaborative' }), held('invited')))).toEqual([undefined, undefined, undefined])
  expect(alone(staffViewer())).toEqual([undefined, undefined, undefined])
  for (const n of [1, 3]) {
    const viewer = client(held('mainClient'), shares)
    const found = state.photos.get(photoIdOf(n))
    expect(seenPhotoOf(viewer, state, n)?.alone === true).toBe(homeAudience(viewer, state, found) !== 'shared')
  }
})

test('[AUD-10] staff alone are told that a link shares feedback', () => {
  const told = (viewer: Viewer, fields: Parameters<typeof link>[1]) => {
    const seen = seenOf(viewer, stateWith(gallery(), scene(1), link(1, fields))).get(`gallery:${galleryIdOf(1)}`)
    return seen?.kind === 'gallery' ? seen.shares : null
  }
  expect(told(staffViewer(), { feedback: 'collaborative' })).toBe(true)
  expect(told(staffViewer(), {})).toBeUndefined()
  expect(told(staffViewer(), { feedback: 'clientTeam' })).toBeUndefined()
  expect(told(staffViewer(), { feedback: 'collaborative', revokedAt: 5 })).toBeUndefined()
  expect(told(client(held('guestLink')), { feedback: 'collaborative' })).toBeUndefined()
})
