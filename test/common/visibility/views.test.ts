import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { decide } from '../../../common/gallery/decide.ts'
import { type SavedView, type ViewCommand, viewCommands } from '../../../common/gallery/saved-view.ts'
import type { Selection } from '../../../common/gallery/selection.ts'
import { apply } from '../../../common/gallery/state.ts'
import type { PersonId } from '../../../common/ids.ts'
import { viewsPerCircle } from '../../../common/limits.ts'
import { mineOf } from '../../../common/visibility/mine.ts'
import { seenOf } from '../../../common/visibility/told.ts'
import type { Viewer } from '../../../common/visibility/viewer.ts'
import { changesOf, commandRows, starts, visitorCount } from '../../helpers/random-gallery.ts'
import { viewIdOf } from '../../helpers/random-views.ts'
import {
  client,
  gallery,
  guest,
  held,
  photographer,
  scene,
  sceneIdOf,
  selectionIdOf,
  staffViewer,
  stateWith,
  viewerOf,
  visitorIdOf,
} from '../../helpers/sample-gallery.ts'

const [anna, bob] = [visitorIdOf(1), visitorIdOf(2)]
const view = (n: number, over: Partial<SavedView> = {}): SavedView => ({
  kind: 'view',
  id: viewIdOf(n),
  name: `View ${n}`,
  pairs: [['flag', 'pick']],
  circle: 'everyone',
  by: photographer,
  at: 0,
  ...over,
})
const guestOf = (person: PersonId, scenes: 'all' | readonly ReturnType<typeof sceneIdOf>[] = 'all'): Viewer => ({
  ...client(held('guestLink', { scenes })),
  person,
})
const found = (viewer: Viewer, ...views: readonly SavedView[]) => {
  const state = stateWith(gallery({ private: true }), scene(1), scene(2), guest(anna), guest(bob), ...views)
  const shared = [...seenOf(viewer, state).values()].filter(({ kind }) => kind === 'view')
  return [...shared, ...mineOf(viewer, state).views].map(({ id }) => Number(id.slice(-2)))
}

describe('[FIND-7] a saved view is found', () => {
  test('by the one who keeps it, by the team, or by everyone', () => {
    const all = [view(1, { circle: 'me', by: anna }), view(2, { circle: 'team' }), view(3)]
    expect([found(guestOf(anna), ...all), found(guestOf(bob), ...all), found(staffViewer(), ...all)]).toEqual([[3, 1], [3], [2, 3]])
  })
  test('only by who sees the scene and knows the person it names', () => {
    const named = [
      view(1, { pairs: [['scene', sceneIdOf(1)]] }),
      view(2, { pairs: [['scene', sceneIdOf(2)]] }),
      view(3, { pairs: [['person', anna]] }),
      view(4, { pairs: [['whose', bob]] }),
      view(5, { circle: 'me', by: anna, pairs: [['person', anna]] }),
      view(6, { circle: 'me', by: anna, pairs: [['scene', sceneIdOf(2)]] }),
      view(7, { pairs: [['scene', sceneIdOf(9)]] }),
    ]
    expect(found(guestOf(anna, [sceneIdOf(1)]), ...named)).toEqual([1, 5])
    expect(found(staffViewer(), ...named)).toEqual([1, 2, 3, 4])
  })
  test('and says who shared it to the team alone', () => {
    const state = stateWith(guest(anna), view(1))
    const seen = (viewer: Viewer) => seenOf(viewer, state).get(`view:${viewIdOf(1)}`)
    expect([seen(staffViewer()), seen(guestOf(anna))]).toEqual([
      { kind: 'view', id: viewIdOf(1), name: 'View 1', pairs: [['flag', 'pick']], circle: 'everyone', by: photographer },
      { kind: 'view', id: viewIdOf(1), name: 'View 1', pairs: [['flag', 'pick']], circle: 'everyone' },
    ])
  })
  test('whatever happens, it names nothing its finder does not see', () => {
    fc.assert(
      fc.property(starts, commandRows, (start, commands) => {
        const state = commands.reduce((before, command, at) => apply(before, changesOf(before, command, at)), start)
        for (let n = 1; n <= visitorCount; n++) {
          const viewer = viewerOf(state, visitorIdOf(n))
          const seen = seenOf(viewer, state)
          const own = mineOf(viewer, state).views
          const shared = [...seen.values()].filter((record) => record.kind === 'view')
          for (const one of [...own, ...shared]) {
            expect(own.includes(one) ? 'me' : 'everyone').toBe(one.circle)
            for (const [name, value] of one.pairs) {
              if (name === 'scene') expect(seen.has(`scene:${value}`)).toBe(true)
              if (name === 'person' && value !== viewer.person) expect(seen.has(`person:${value}`)).toBe(true)
            }
          }
        }
      }),
    )
  })
})

const asked = (viewer: Viewer, command: ViewCommand, views: readonly SavedView[] = []) => {
  const state = stateWith(guest(anna), guest(bob), ...views)
  return decide({ state, viewer, by: viewer.person, command, at: 7 })
}
const save = (over: Partial<Extract<ViewCommand, { type: 'view:save' }>> = {}): ViewCommand => ({
  type: 'view:save',
  id: viewIdOf(1),
  name: 'Best',
  pairs: [['flag', 'pick']],
  circle: 'me',
  ...over,
})
const answer = (decided: ReturnType<typeof asked>) => (decided.ok ? decided.value.map(({ after }) => after) : decided.refusal.code)

describe('[FIND-8] saving', () => {
  test('one’s own is for everyone inside, for the team for the team, for everyone for who manages the gallery', () => {
    const own = { kind: 'view', id: viewIdOf(1), name: 'Best', pairs: [['flag', 'pick']], by: anna, at: 7 }
    expect(answer(asked(guestOf(anna), save()))).toEqual([{ ...own, circle: 'me' }])
    expect(answer(asked(guestOf(anna), save({ circle: 'team' })))).toBe('not-allowed')
    expect(answer(asked(guestOf(anna), save({ circle: 'everyone' })))).toBe('not-allowed')
    expect(answer(asked(staffViewer({ write: false }), save({ circle: 'team' })))).toMatchObject([{ circle: 'team', by: photographer }])
    expect(answer(asked(staffViewer({ write: false }), save({ circle: 'everyone' })))).toBe('not-allowed')
    expect(answer(asked(staffViewer(), save({ circle: 'everyone' })))).toMatchObject([{ circle: 'everyone' }])
    expect(answer(asked(client(), save()))).toBe('not-found')
  })
  test('renames, shares and removes what is there; others’ own views are not there', () => {
    const own = [view(1, { circle: 'me', by: anna })]
    expect(answer(asked(guestOf(anna), save({ name: 'Better' }), own))).toMatchObject([{ name: 'Better', by: anna, at: 0 }])
    expect(answer(asked(guestOf(bob), save(), own))).toBe('not-found')
    expect(answer(asked(staffViewer(), { type: 'view:remove', id: viewIdOf(1) }, own))).toBe('not-found')
    expect(answer(asked(guestOf(anna), { type: 'view:remove', id: viewIdOf(1) }, own))).toEqual([null])
    expect(answer(asked(guestOf(anna), { type: 'view:remove', id: viewIdOf(2) }, own))).toEqual([])
    expect(answer(asked(guestOf(anna), { type: 'view:remove', id: viewIdOf(1) }, [view(1)]))).toBe('not-allowed')
    expect(answer(asked(guestOf(anna), { type: 'view:remove', id: viewIdOf(1) }, [view(1, { circle: 'team' })]))).toBe('not-found')
    expect(answer(asked(staffViewer({ write: false }), { type: 'view:remove', id: viewIdOf(1) }, [view(1)]))).toBe('not-allowed')
    expect(answer(asked(staffViewer(), save({ circle: 'team', name: 'View 1' }), [view(1, { circle: 'team' })]))).toEqual([])
  })
  test('ends at a number of one’s own, and at the same number of shared ones', () => {
    const many = (over: Partial<SavedView>) => Array.from({ length: viewsPerCircle }, (_, i) => view(i + 10, over))
    expect(answer(asked(guestOf(anna), save(), many({ circle: 'me', by: anna })))).toBe('limit-reached')
    expect(answer(asked(guestOf(bob), save(), many({ circle: 'me', by: anna })))).toMatchObject([{ by: bob }])
    expect(answer(asked(staffViewer(), save({ circle: 'team' }), many({})))).toBe('limit-reached')
  })
  test('keeps only what a wall’s address may hold', () => {
    const read = viewCommands[0].parse({
      ...save(),
      name: '  Best ',
      pairs: [
        ['flag', 'pick'],
        ['tab', 'share'],
        ['person', 'me'],
        ['sort', '-time'],
      ],
    })
    expect(read).toEqual(
      save({
        pairs: [
          ['flag', 'pick'],
          ['sort', '-time'],
        ],
      }),
    )
    expect(viewCommands[0].safeParse({ ...save(), name: ' ' }).success).toBe(false)
  })
})

test('[FIND-7] a saved view that names a list is found by who sees the list', () => {
  const request = { min: 0, max: null, deadline: null, closes: false, note: '', reminder: null }
  const who = { roles: ['invited' as const], links: [], persons: [] }
  const album: Selection = {
    kind: 'selection',
    id: selectionIdOf(1),
    name: 'Album',
    order: 1,
    owner: null,
    request: { ...request, who },
    closed: null,
    createdAt: 0,
    createdBy: photographer,
  }
  const state = stateWith(album, view(1, { pairs: [['list', album.id]] }), view(2, { pairs: [['list', selectionIdOf(2)]] }))
  const seen = (viewer: Viewer) =>
    [...seenOf(viewer, state).values()].flatMap((one) => (one.kind === 'view' ? Number(one.id.slice(-2)) : []))
  expect([seen(client(held('invited'))), seen(client(held('mainClient'))), seen(staffViewer())]).toEqual([[1], [], [1]])
})
