import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { AnyCommand } from '../../../common/gallery/commands.ts'
import type { GalleryState } from '../../../common/gallery/model.ts'
import { apply } from '../../../common/gallery/state.ts'
import { type Audience, sheetIdOf } from '../../../common/ids.ts'
import { type PastCommit, toldCommit, toldPush } from '../../../common/visibility/past.ts'
import { looking } from '../../../common/visibility/records.ts'
import { seenOf } from '../../../common/visibility/told.ts'
import type { Viewer } from '../../../common/visibility/viewer.ts'
import { changesOf, commandRows, photoCount, starts, visitorCount } from '../../helpers/random-gallery.ts'
import {
  link,
  linkIdOf,
  photographer,
  photoIdOf,
  seat,
  staffViewer,
  stateWith,
  viewerOf,
  visitorIdOf,
} from '../../helpers/sample-gallery.ts'

const audiences: readonly Audience[] = ['team', 'shared', ...[1, 2, 3, 4].map((n): Audience => `person:${visitorIdOf(n)}`)]

/** What is kept of every command that was taken, and a push on every sheet there could be. */
function lived(start: GalleryState, commands: readonly AnyCommand[]) {
  const commits: PastCommit[] = []
  const state = commands.reduce((before, command, at) => {
    const changes = changesOf(before, command, at)
    const writes = changes.map(({ kind, id, after }) => ({ kind, id, value: after }))
    if (changes.length > 0) commits.push({ rev: commits.length + 1, command, writes, by: photographer, at })
    return apply(before, changes)
  }, start)
  const writes = [{ person: visitorIdOf(1), paths: ['marks.x'], acts: [{ type: 'marked' as const, stars: 3 as const }] }]
  const pushes = Array.from({ length: photoCount }, (_, n) => photoIdOf(n + 1)).flatMap((photo) =>
    audiences.map((audience) => ({ sheet: sheetIdOf(photo, audience), epoch: 1, seq: 1, at: 1, writes })),
  )
  return { state, commits, pushes }
}

function pageOf(viewer: Viewer, { state, commits, pushes }: ReturnType<typeof lived>) {
  const look = looking(viewer, state)
  return [...commits.flatMap((commit) => toldCommit(look, commit) ?? []), ...pushes.flatMap((push) => toldPush(look, push))]
}

test('[HIST-2] nobody’s page of history names a photo, a scene, a list or a link their view does not have; clients have no page', () => {
  fc.assert(
    fc.property(starts, commandRows, (start, commands) => {
      const history = lived(start, commands)
      const clients = Array.from({ length: visitorCount }, (_, n) => viewerOf(history.state, visitorIdOf(n + 1)))
      for (const viewer of [...clients, staffViewer({ inScope: false })]) expect(pageOf(viewer, history)).toEqual([])
      for (const viewer of [staffViewer(), staffViewer({ write: false }), staffViewer({ owner: true })]) {
        const seen = seenOf(viewer, history.state)
        const text = JSON.stringify(pageOf(viewer, history))
        const kinds = [
          ['p', 'photo'],
          ['s', 'scene'],
          ['q', 'selection'],
          ['l', 'link'],
          ['r', 'grant'],
        ] as const
        for (const [prefix, kind] of kinds) {
          for (const [id] of text.matchAll(new RegExp(`\\b${prefix}_[A-Za-z0-9]{20}`, 'g'))) expect(seen.has(`${kind}:${id}`)).toBe(true)
        }
      }
    }),
  )
})

test('[HIST-2] whoever holds grants beside a team seat out of scope has no page', () => {
  const state = stateWith()
  const viewer: Viewer = { ...viewerOf(state, visitorIdOf(1)), staff: seat({ inScope: false }) }
  expect(pageOf(viewer, lived(state, []))).toEqual([])
})

test('[HIST-9] deleted photos are told by their file names, which are counted where they are many or were not kept', () => {
  const removed = (names?: readonly string[]) => {
    const writes = Array.from({ length: 99 }, (_, n) => ({ kind: 'photo', id: photoIdOf(100 + n), value: null }))
    const command = { type: 'photo:remove', photos: writes.map(({ id }) => id), ...(names ? { names } : {}) }
    return toldCommit(looking(staffViewer(), stateWith()), { rev: 1, command, writes, by: photographer, at: 7 })
  }
  const names = Array.from({ length: 99 }, (_, n) => `PRF_${n}.jpg`)
  const entry = { by: photographer, at: 7, photos: [], seen: 0, gone: 99 }
  expect(removed(names)).toMatchObject({ ...entry, act: { type: 'photo:remove', names: names.slice(0, 60) } })
  expect(removed()).toMatchObject({ ...entry, act: { type: 'photo:remove' } })
  expect(removed()?.act).not.toHaveProperty('names')
})

test('[HIST-3] no code, token, address or note is told', () => {
  const state = stateWith(link(1, { token: 'the-secret-token', email: 'press@example.com', codeHash: 'the-hash' }))
  const kept = { rev: 1, by: photographer, at: 1, writes: [{ kind: 'link', id: linkIdOf(1), value: state.links.get(linkIdOf(1)) }] }
  const command = { type: 'link:change', id: linkIdOf(1), email: 'press@example.com', hasCode: true, label: 'Press' }
  expect(toldCommit(looking(staffViewer(), state), { ...kept, command })).toEqual({
    id: 'r1',
    at: 1,
    by: photographer,
    act: { type: 'link:change', link: linkIdOf(1), hasCode: true },
    photos: [],
    seen: 0,
    gone: 0,
  })
})

test('[HIST-3] who voted when, and what the server does for itself, is not told', () => {
  const look = looking(staffViewer(), stateWith())
  for (const type of ['vote:cast', 'pick:claim', 'photo:kept', 'photo:ready', 'guest:wrote', 'view:save']) {
    expect(toldCommit(look, { rev: 1, command: { type }, writes: [], by: photographer, at: 1 })).toBeNull()
  }
})
