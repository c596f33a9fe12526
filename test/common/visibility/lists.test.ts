import { expect, test } from '@jest/globals'
import type { ClientRole, FeedbackMode, GalleryState } from '../../../common/gallery/model.ts'
import { listId, type Selection, type Submission } from '../../../common/gallery/selection.ts'
import { apply } from '../../../common/gallery/state.ts'
import { listsOf } from '../../../common/visibility/lists.ts'
import { viewKey } from '../../../common/visibility/see.ts'
import { seenOf, told } from '../../../common/visibility/told.ts'
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
  selectionIdOf,
  staffViewer,
  stateWith,
  terms,
  viewerOf,
  visitorIdOf,
} from '../../helpers/sample-gallery.ts'

const nobody = { roles: [], links: [], persons: [] }
const list = (over: Partial<Selection> = {}, who: Partial<NonNullable<Selection['request']>['who']> = {}): Selection => ({
  kind: 'selection',
  id: selectionIdOf(1),
  name: 'Album',
  order: 1,
  owner: null,
  request: { min: 1, max: 9, deadline: null, closes: false, note: 'Please', who: { ...nobody, ...who }, reminder: null },
  closed: null,
  createdAt: 0,
  createdBy: photographer,
  ...over,
})
const sent = (audience: Submission['audience'], by = visitorIdOf(1)): Submission => ({
  kind: 'submission',
  id: listId(selectionIdOf(1), audience),
  selection: selectionIdOf(1),
  audience,
  versions: [{ n: 1, by, at: 3, note: 'Done', photos: [photoIdOf(1), photoIdOf(2)] }],
  reopened: null,
  asked: null,
})
/** Visitor 1 and 2 came by link 1, visitor 3 by a grant of another role. */
const world = (records: readonly (Selection | Submission)[], feedback: FeedbackMode = 'private', third: ClientRole = 'guestLink') =>
  stateWith(
    gallery({ feedback }),
    photo(1),
    photo(2),
    link(1, terms('invited')),
    ...[1, 2].map((n) => grant(n, { link: linkIdOf(1), terms: null })),
    grant(3, { terms: terms(third) }),
    ...[1, 2, 3].map((n) => guest(visitorIdOf(n))),
    guest(photographer, { staff: true }),
    ...records,
  )
const sees = (state: GalleryState, n: number) => seenOf(viewerOf(state, visitorIdOf(n)), state)
const listed = (state: GalleryState) => [1, 2, 3].filter((n) => sees(state, n).has(`selection:${selectionIdOf(1)}`))
const reads = (state: GalleryState) => [1, 2, 3].filter((n) => [...sees(state, n).keys()].some((key) => key.startsWith('submission:')))

test('[CHOICE-10] a request is told to whom it is addressed, by role, link or name, and to staff', () => {
  expect(listed(world([list({}, { roles: ['invited'] })]))).toEqual([1, 2])
  expect(listed(world([list({}, { roles: ['guestLink'] })]))).toEqual([3])
  expect(listed(world([list({}, { links: [linkIdOf(1)] })]))).toEqual([1, 2])
  expect(listed(world([list({}, { persons: [visitorIdOf(2)] })]))).toEqual([2])
  expect(listed(world([list({}, { persons: [visitorIdOf(2)], roles: ['guestLink'] })]))).toEqual([2, 3])
  expect(listed(world([list({ request: null })]))).toEqual([])
  expect(listed(world([list({}, { persons: [visitorIdOf(3)] })], 'private', 'vendor'))).toEqual([])
})

test('[CHOICE-10] who else is asked is told to staff alone', () => {
  const state = world([list({}, { persons: [visitorIdOf(2)], roles: ['guestLink'] })])
  const text = JSON.stringify([...sees(state, 3).values()])
  expect(text).toContain('Please')
  expect(text).not.toContain(visitorIdOf(2))
  expect(JSON.stringify([...seenOf(staffViewer(), state).values()])).toContain(visitorIdOf(2))
})

test('[CHOICE-11] a client’s own list is told to them, to staff, and to those who know them by shared sheets', () => {
  const own = list({ request: null, owner: visitorIdOf(1), createdBy: visitorIdOf(1) })
  expect(listed(world([own]))).toEqual([1])
  expect(listed(world([own], 'clientTeam'))).toEqual([1])
  expect(listed(world([own], 'collaborative'))).toEqual([1, 2, 3])
  const state = world([own])
  expect(seenOf(staffViewer(), state).get(`selection:${selectionIdOf(1)}`)).toMatchObject({ owner: visitorIdOf(1) })
})

test('[CHOICE-12] what was sent is told to whoever fills that list, and only photos they see', () => {
  const request = list({}, { roles: ['invited'] })
  const own = world([request, sent(`person:${visitorIdOf(1)}`)])
  expect(reads(own)).toEqual([1])
  const shared = world([list({}, { roles: ['invited', 'guestLink'] }), sent('shared')], 'collaborative')
  expect(reads(shared)).toEqual([1, 2, 3])
  expect(reads(world([list({}, { roles: ['invited', 'guestLink'] }), sent('shared')]))).toEqual([])
  const dark = apply(shared, [{ kind: 'photo', id: photoIdOf(2), after: photo(2, { hidden }) }])
  expect(JSON.stringify([...sees(dark, 2).values()])).not.toContain(photoIdOf(2))
  const heard = told({ viewer: viewerOf(shared, visitorIdOf(2)), state: shared }, { viewer: viewerOf(dark, visitorIdOf(2)), state: dark }, [
    { kind: 'photo', id: photoIdOf(2), after: photo(2, { hidden }) },
  ])
  expect(heard.map((change) => (change.type === 'removed' ? change.kind : change.record.kind)).sort()).toEqual(['photo', 'submission'])
})

test('[CHOICE-12] who sent a shared list is named to those who know them', () => {
  const shared = world([list({}, { roles: ['invited', 'guestLink'] }), sent('shared', visitorIdOf(9))], 'collaborative')
  const key = `submission:${listId(selectionIdOf(1), 'shared')}`
  expect(sees(shared, 2).get(key)).toMatchObject({ versions: [{ by: null, note: 'Done' }] })
  expect(seenOf(staffViewer(), shared).get(key)).toMatchObject({ versions: [{ by: visitorIdOf(9) }] })
})

test('[CHOICE-13] only lists that concern one person set their view apart', () => {
  const keys = (state: GalleryState) => [1, 2].map((n) => viewKey(viewerOf(state, visitorIdOf(n))))
  const same = (state: GalleryState) => keys(state)[0] === keys(state)[1]
  expect(same(world([]))).toBe(true)
  expect(same(world([list({}, { roles: ['invited'] })]))).toBe(true)
  expect(same(world([list({}, { links: [linkIdOf(1)] })]))).toBe(true)
  expect(same(world([list({}, { persons: [visitorIdOf(1)] })]))).toBe(false)
  expect(same(world([list({}, { roles: ['invited'] }), sent(`person:${visitorIdOf(1)}`)]))).toBe(false)
})

test('[CHOICE-13] a link that ended addresses nobody any more', () => {
  const state = world([list({}, { links: [linkIdOf(1)] })])
  expect(listsOf(state, visitorIdOf(1), 0)).toEqual([selectionIdOf(1)])
  const over = apply(state, [{ kind: 'link', id: linkIdOf(1), after: link(1, { ...terms('invited'), revokedAt: 1 }) }])
  expect(listsOf(over, visitorIdOf(1), 2)).toEqual([])
})
