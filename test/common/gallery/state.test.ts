import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { galleryCommand } from '../../../common/gallery/commands.ts'
import { decide } from '../../../common/gallery/decide.ts'
import { keysOf } from '../../../common/gallery/keys.ts'
import { isAboutViews } from '../../../common/gallery/saved-view.ts'
import { isSessionCommand } from '../../../common/gallery/session-commands.ts'
import { apply, createGallery, removed, stateOf, written } from '../../../common/gallery/state.ts'
import { anyCommand, changesOf, commandRows, starts } from '../../helpers/random-gallery.ts'
import {
  client,
  gallery,
  grant,
  guest,
  held,
  link,
  photo,
  photographer,
  photoIdOf,
  scene,
  sceneIdOf,
  staffViewer,
  stateWith,
  visitorIdOf,
} from '../../helpers/sample-gallery.ts'

test('[DO-31] a gallery begins with itself and its default scene', () => {
  const changes = createGallery({ type: 'gallery:create', gallery: gallery(), scene: scene(1) }, 77)
  const state = stateOf(changes.flatMap(({ after }) => after ?? []))
  expect([state.gallery, [...state.scenes.values()]]).toEqual([gallery({ createdAt: 77 }), [scene(1)]])
})

test('[DO-31] records without their gallery are refused aloud', () => {
  expect(() => stateOf([scene(1)])).toThrow('not a whole gallery')
})

test('[DO-32] a step leaves the state before it as it was, and shares what did not change', () => {
  const state = stateWith(photo(1), photo(2), link(1))
  const next = apply(state, [written(photo(1, { order: 9 })), removed(photo(2)), written(gallery({ name: 'New' }))])
  expect([state.photos.size, state.photos.get(photoIdOf(1))?.order, state.gallery.name]).toEqual([2, 1, 'Harbour day'])
  expect([next.photos.size, next.photos.get(photoIdOf(1))?.order, next.gallery.name]).toEqual([1, 9, 'New'])
  expect([next.links === state.links, next.scenes === state.scenes]).toEqual([true, true])
  expect(apply(state, [])).toEqual(state)
})

test('[DO-33] records are found by account, token and holder', () => {
  expect(keysOf(gallery())).toEqual([`account:${gallery().account}`])
  expect(keysOf(link(1))).toEqual(['link-token:token-of-link-1'])
  expect(keysOf(grant(1))).toEqual([`holder:${visitorIdOf(1)}`])
  expect(keysOf(photo(1))).toEqual([`photo:${photoIdOf(1)}`])
  expect([keysOf(scene(1)), keysOf(guest(visitorIdOf(1)))]).toEqual([[], []])
})

const play = (check: (step: { before: ReturnType<typeof stateWith>; command: Parameters<typeof changesOf>[1]; at: number }) => void) =>
  fc.assert(
    fc.property(starts, commandRows, (start, row) => {
      let state = start
      for (const [at, command] of row.entries()) {
        check({ before: state, command, at })
        state = apply(state, changesOf(state, command, at))
      }
    }),
    { numRuns: 150 },
  )

test('[DO-34] every photo lies in a scene, and no share and no cover names what is not there', () => {
  play(({ before: state }) => {
    expect(state.scenes.size).toBeGreaterThan(0)
    for (const one of state.photos.values()) expect(state.scenes.has(one.scene)).toBe(true)
    if (state.gallery.cover) expect(state.photos.has(state.gallery.cover)).toBe(true)
    for (const terms of [...state.links.values(), ...[...state.grants.values()].flatMap((one) => one.terms ?? [])]) {
      for (const id of terms.scenes === 'all' ? [] : terms.scenes) expect(sceneIdOf(3) === id || state.scenes.has(id)).toBe(true)
      for (const id of terms.photos ?? []) expect(state.photos.has(id)).toBe(true)
    }
  })
})

test('[DO-35] deciding twice gives the same; what is done once changes nothing when it is asked again', () => {
  const repeatable = [
    'gallery:change',
    'scene:add',
    'scene:change',
    'photo:add',
    'photo:hide',
    'photo:show',
    'photo:kept',
    'link:change',
    'link:release',
    'link:revoke',
    'grant:revoke',
    'guest:rename',
    'gallery:expire',
  ]
  play(({ before, command, at }) => {
    const asked = { state: before, viewer: null, by: photographer, command, at, secret: 'secret', codeHash: null }
    const decided = decide(asked)
    expect(decide(asked)).toEqual(decided)
    if (!decided.ok || !repeatable.includes(command.type)) return
    expect(decide({ ...asked, state: apply(before, decided.value), at: at + 1 })).toEqual({ ok: true, value: [] })
  })
})

test('[DO-36] clients change nothing but hidden flags and lists and views of their own, and staff with writing off nothing more', () => {
  const table = ['session', 'topic', 'vote', 'decision']
  const viewers = [client(held('mainClient')), client(held('invited')), client(held('vendor')), client(), staffViewer({ write: false })]
  fc.assert(
    fc.property(starts, anyCommand, fc.constantFrom(...viewers), (state, command, viewer) => {
      const decided = decide({ state, viewer, by: viewer.person, command, at: 1, secret: 'secret', codeHash: null })
      if (!decided.ok || decided.value.length === 0) return
      if (isSessionCommand(command)) return expect(decided.value.map(({ kind }) => table.includes(kind))).not.toContain(false)
      if (isAboutViews(command)) {
        const circles = viewer.staff ? ['me', 'team'] : ['me']
        const theirs = decided.value.flatMap(({ id, after }) => (after?.kind === 'view' ? [after] : (state.views.get(id as never) ?? [])))
        return expect(theirs.every(({ circle, by }) => circles.includes(circle) && (circle === 'team' || by === viewer.person))).toBe(true)
      }
      expect(['photo:hide', 'photo:show', 'photo:add', 'selection:add']).toContain(command.type)
      for (const { id, after } of decided.value) {
        const before = state.photos.get(id as never)
        if (after?.kind === 'selection') expect(after).toMatchObject({ owner: viewer.person, request: null })
        else if (before) expect({ ...after, hidden: null }).toEqual({ ...before, hidden: null })
        else expect(after).toMatchObject({ kind: 'photo', state: 'waiting', addedBy: viewer.person })
      }
    }),
    { numRuns: 500 },
  )
})

test('[DO-37] what people may send is parsed strictly', () => {
  const parse = (command: unknown) => galleryCommand.safeParse(command).success
  expect(parse({ type: 'photo:hide', photos: [photoIdOf(1)] })).toBe(true)
  expect(parse({ type: 'photo:hide', photos: [photoIdOf(1)], by: photographer })).toBe(false)
  expect(parse({ type: 'photo:hide', photos: [] })).toBe(false)
  expect(parse({ type: 'photo:hide', photos: ['p_short'] })).toBe(false)
  expect(parse({ type: 'guest:rename', person: photographer, name: 'x' })).toBe(false)
  expect(parse({ type: 'photo:move', photos: [photoIdOf(1)], scene: sceneIdOf(1), order: Number.NaN })).toBe(false)
  expect(parse({ type: 'scene:add', id: sceneIdOf(1), name: '   ', order: 0 })).toBe(false)
})
