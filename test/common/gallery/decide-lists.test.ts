import { expect, test } from '@jest/globals'
import type { ListFacts } from '../../../common/gallery/asked.ts'
import { type AnyCommand, galleryCommand } from '../../../common/gallery/commands.ts'
import { decide } from '../../../common/gallery/decide.ts'
import type { GalleryState } from '../../../common/gallery/model.ts'
import type { Selection } from '../../../common/gallery/selection.ts'
import { apply } from '../../../common/gallery/state.ts'
import type { PhotoId } from '../../../common/ids.ts'
import { ownListsPerPerson } from '../../../common/limits.ts'
import type { Viewer } from '../../../common/visibility/viewer.ts'
import {
  gallery,
  grant,
  guest,
  hidden,
  photo,
  photoIdOf,
  selectionIdOf,
  staffViewer,
  stateWith,
  terms,
  viewerOf,
  visitorIdOf,
} from '../../helpers/sample-gallery.ts'

const album = selectionIdOf(1)
const request = {
  min: 2,
  max: 2,
  deadline: 100,
  closes: true,
  note: 'Please',
  who: { roles: ['invited' as const], links: [], persons: [] },
}
const people = (role: 'mainClient' | 'invited') => [1, 2].flatMap((n) => [guest(visitorIdOf(n)), grant(n, { terms: terms(role) })])
const furnished = (feedback: 'private' | 'collaborative' = 'private') =>
  stateWith(gallery({ feedback }), photo(1), photo(2), photo(3), photo(4), ...people('invited'))

interface Ask {
  readonly at?: number
  readonly picked?: readonly number[]
  readonly free?: readonly number[]
}
const facts = ({ picked = [], free = [] }: Ask): ListFacts => ({
  node: 'here',
  picked: new Set(picked.map(photoIdOf)),
  free: new Set(free.map(photoIdOf)),
})
const asking = (state: GalleryState, viewer: Viewer, command: AnyCommand, ask: Ask = {}) =>
  decide({ state, viewer, by: viewer.person, command, at: ask.at ?? 5, list: facts(ask) })
/** The state after it, or the code it was refused with. */
function after(state: GalleryState, viewer: Viewer, command: AnyCommand, ask: Ask = {}): GalleryState | string {
  const decided = asking(state, viewer, command, ask)
  return decided.ok ? apply(state, decided.value) : decided.refusal.code
}
function must(state: GalleryState | string): GalleryState {
  if (typeof state === 'string') throw new Error(state)
  return state
}

const add = { type: 'selection:add', id: album, name: 'Album', order: 1, request } as const
const asked = (state = furnished()) => must(after(state, staffViewer(), add))
const one = (state: GalleryState, n = 1) => viewerOf(state, visitorIdOf(n))
const submit = (photos: readonly number[]) => ({ type: 'selection:submit', id: album, photos: photos.map(photoIdOf), note: '' }) as const
const claim = (state: GalleryState, n: number, ask: Ask = {}) =>
  after(state, one(state), { type: 'pick:claim', selection: album, audience: `person:${visitorIdOf(1)}`, photo: photoIdOf(n) }, ask)

test('[CHOICE-1] the studio asks; a client who may select keeps lists of their own, and asks nobody', () => {
  const state = furnished()
  expect(asked().selections.get(album)).toMatchObject({ owner: null, request: { ...request, reminder: null } })
  expect(after(state, staffViewer({ write: false }), add)).toBe('not-allowed')
  expect(after(state, one(state), add)).toBe('not-allowed')
  const own = must(after(state, one(state), { ...add, request: null }))
  expect(own.selections.get(album)).toMatchObject({ owner: visitorIdOf(1), request: null, createdBy: visitorIdOf(1) })
  const guests = stateWith(guest(visitorIdOf(1)), grant(1))
  expect(after(guests, one(guests), { ...add, request: null })).toBe('not-allowed')
})

test('[CHOICE-1] there is an end to lists of one’s own', () => {
  let state = furnished()
  for (let n = 1; n <= ownListsPerPerson; n++) state = must(after(state, one(state), { ...add, id: selectionIdOf(n), request: null }))
  expect(after(state, one(state), { ...add, id: selectionIdOf(99), request: null })).toBe('limit-reached')
  expect(typeof after(state, one(state, 2), { ...add, id: selectionIdOf(99), request: null })).toBe('object')
})

test('[CHOICE-2] a list is renamed and removed by the studio and by its owner; to others it is not there', () => {
  const state = must(after(furnished(), one(furnished()), { ...add, request: null }))
  const rename = { type: 'selection:change', id: album, name: 'Wall' } as const
  expect(must(after(state, one(state), rename)).selections.get(album)?.name).toBe('Wall')
  expect(must(after(state, staffViewer(), rename)).selections.get(album)?.name).toBe('Wall')
  for (const command of [rename, { type: 'selection:remove', id: album } as const]) {
    expect(after(state, one(state, 2), command)).toBe('not-found')
    expect(after(state, staffViewer({ write: false }), command)).toBe('not-allowed')
  }
  expect(after(state, one(state), { ...rename, request })).toBe('not-allowed')
  expect(must(after(state, one(state), { type: 'selection:remove', id: album })).selections.size).toBe(0)
})

test('[CHOICE-2] with a list goes what was sent of it, and the places in it', () => {
  let state = must(claim(asked(), 1))
  state = must(after(state, one(state), submit([1, 2]), { picked: [1, 2] }))
  expect([state.claims.size, state.submissions.size]).toEqual([1, 1])
  const gone = must(after(state, staffViewer(), { type: 'selection:remove', id: album }))
  expect([gone.selections.size, gone.claims.size, gone.submissions.size]).toEqual([0, 0, 0])
})

test('[CHOICE-3] a changed request keeps its reminder, and each reminder replaces the one before', () => {
  const reminded = must(after(asked(), staffViewer(), { type: 'selection:remind', id: album, note: 'Soon?' }, { at: 7 }))
  const changed = must(after(reminded, staffViewer(), { type: 'selection:change', id: album, request: { ...request, max: 9 } }))
  expect(changed.selections.get(album)?.request).toMatchObject({ max: 9, reminder: { at: 7, note: 'Soon?' } })
  const again = must(after(changed, staffViewer(), { type: 'selection:remind', id: album, note: '' }, { at: 8 }))
  expect(again.selections.get(album)?.request?.reminder).toMatchObject({ at: 8, note: '' })
  expect(after(asked(), one(asked()), { type: 'selection:remind', id: album, note: '' })).toBe('not-allowed')
})

test('[CHOICE-3] a request names somebody, and asks for no more at least than at most', () => {
  const parse = (over: object) => galleryCommand.safeParse({ ...add, request: { ...request, ...over } }).success
  expect(parse({})).toBe(true)
  expect(parse({ who: { roles: [], links: [], persons: [] } })).toBe(false)
  expect(parse({ min: 3 })).toBe(false)
  expect(parse({ min: 3, max: null })).toBe(true)
  expect(parse({ max: 0, min: 0 })).toBe(false)
})

test('[CHOICE-22] places count as far as the asker sees them; free ones are given away', () => {
  const two = must(claim(must(claim(asked(), 1)), 2))
  expect(claim(two, 3)).toBe('list-full')
  expect(must(claim(two, 2))).toEqual(two)
  const swapped = must(claim(two, 3, { free: [1] }))
  expect([...swapped.claims.values()].map((place) => place.photo).sort()).toEqual([photoIdOf(2), photoIdOf(3)])
  const state = apply(two, [{ kind: 'photo', id: photoIdOf(1), after: photo(1, { hidden }) }])
  expect(must(claim(state, 3)).claims.size).toBe(3)
  expect(claim(state, 1)).toBe('not-found')
  const gone = apply(two, [{ kind: 'photo', id: photoIdOf(1), after: null }])
  expect(must(claim(gone, 3)).claims.size).toBe(2)
})

test('[CHOICE-22] nobody takes a place in a list of others, or in one they are not asked for', () => {
  const state = asked()
  const command = { type: 'pick:claim', selection: album, audience: `person:${visitorIdOf(1)}`, photo: photoIdOf(1) } as const
  expect(after(state, one(state, 2), command)).toBe('not-found')
  const main = stateWith(photo(1), ...people('mainClient'))
  expect(after(asked(main), one(asked(main)), command)).toBe('not-found')
})

test('[CHOICE-30] what is sent is what the sender saw: as many as asked for, and no other', () => {
  const state = asked()
  const send = (photos: readonly number[], picked: readonly number[], over = state) => after(over, one(over), submit(photos), { picked })
  expect(send([1], [1])).toBe('list-short')
  expect(send([1, 2, 3], [1, 2, 3])).toBe('list-full')
  expect(send([1, 2], [1, 3])).toBe('conflict')
  expect(send([1, 2], [1, 2, 3])).toBe('conflict')
  expect(send([1, 1], [1])).toBe('malformed')
  const dark = apply(state, [{ kind: 'photo', id: photoIdOf(3), after: photo(3, { hidden }) }])
  const sent = must(send([2, 1], [1, 2, 3], dark))
  const [list] = [...sent.submissions.values()]
  expect(list).toMatchObject({ audience: `person:${visitorIdOf(1)}`, reopened: null, versions: [{ n: 1, photos: [2, 1].map(photoIdOf) }] })
  expect(send([2, 1], [1, 2], sent)).toBe('list-sent')
  expect(after(state, staffViewer(), submit([1, 2]), { picked: [1, 2] })).toBe('not-allowed')
})

test('[CHOICE-31] the deadline belongs to the time before it; only lists that close at it are closed', () => {
  const state = asked()
  const send = (at: number, over: GalleryState) => after(over, one(over), submit([1, 2]), { picked: [1, 2], at })
  expect(typeof send(100, state)).toBe('object')
  expect(send(101, state)).toBe('list-closed')
  const late = must(after(state, staffViewer(), { type: 'selection:change', id: album, request: { ...request, closes: false } }))
  expect(typeof send(101, late)).toBe('object')
  const closed = must(after(late, staffViewer(), { type: 'selection:close', id: album, closed: true }))
  expect(send(5, closed)).toBe('list-closed')
  expect(typeof send(5, must(after(closed, staffViewer(), { type: 'selection:close', id: album, closed: false })))).toBe('object')
})

test('[CHOICE-33] to reopen is asked for once, and done by the studio', () => {
  const sent = must(after(asked(), one(asked()), submit([1, 2]), { picked: [1, 2] }))
  const audience = `person:${visitorIdOf(1)}` as const
  const wished = must(after(sent, one(sent), { type: 'selection:ask', id: album }, { at: 6 }))
  expect(must(after(wished, one(wished), { type: 'selection:ask', id: album }, { at: 9 }))).toEqual(wished)
  expect(after(sent, one(sent, 2), { type: 'selection:ask', id: album })).toBe('not-found')
  expect(after(wished, one(wished), { type: 'selection:reopen', id: album, audience })).toBe('not-allowed')
  const open = must(after(wished, staffViewer(), { type: 'selection:reopen', id: album, audience }))
  const [list] = [...open.submissions.values()]
  expect(list).toMatchObject({ asked: null, reopened: { at: 5 }, versions: [{ n: 1 }] })
  const again = must(after(open, one(open), submit([2, 3]), { picked: [2, 3] }))
  const photos = (state: GalleryState): readonly (readonly PhotoId[])[] =>
    [...state.submissions.values()].flatMap(({ versions }) => versions.map((version) => version.photos))
  expect(photos(again)).toEqual([[1, 2].map(photoIdOf), [2, 3].map(photoIdOf)])
})

test('[CHOICE-32] a client’s own list is nothing to send, and is everybody’s on shared sheets', () => {
  const alone = must(after(furnished(), one(furnished()), { ...add, request: null }))
  expect(after(alone, one(alone), submit([1, 2]), { picked: [1, 2] })).toBe('not-allowed')
  const shared = must(after(furnished('collaborative'), one(furnished('collaborative')), { ...add, request: null }))
  const command = { type: 'pick:claim', selection: album, audience: 'shared', photo: photoIdOf(1) } as const
  expect(must(after(shared, one(shared, 2), command))).toEqual(shared)
  const list: Selection | undefined = shared.selections.get(album)
  expect(list?.owner).toBe(visitorIdOf(1))
})
