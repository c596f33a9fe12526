import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Gallery, GalleryState } from '../../../common/gallery/model.ts'
import { apply } from '../../../common/gallery/state.ts'
import { isOnline, worksOffline } from '../../../common/visibility/grants.ts'
import { mineOf } from '../../../common/visibility/mine.ts'
import { callableBy } from '../../../common/visibility/readers.ts'
import { rightsOf } from '../../../common/visibility/rights.ts'
import { canEnter, viewKey } from '../../../common/visibility/see.ts'
import { readsSheet } from '../../../common/visibility/sheets.ts'
import { seenOf } from '../../../common/visibility/told.ts'
import { mayViewAs, type Subject, standIn, viewerAs } from '../../../common/visibility/view-as.ts'
import type { Viewer } from '../../../common/visibility/viewer.ts'
import { viewerIn } from '../../../server/galleries/entering.ts'
import { changesOf, commandRows, starts } from '../../helpers/random-gallery.ts'
import {
  client,
  day,
  gallery,
  galleryIdOf,
  grant,
  grantIdOf,
  guest,
  held,
  link,
  linkIdOf,
  photo,
  photographer,
  scene,
  sceneIdOf,
  staffViewer,
  stateWith,
  terms,
  visitorIdOf,
} from '../../helpers/sample-gallery.ts'

const now = 1_000
const randomStates = fc
  .tuple(starts, commandRows)
  .map(([start, row]) => row.reduce((state, command, at) => apply(state, changesOf(state, command, at)), start))
const runs = { numRuns: 150 }
const themselves = (state: GalleryState, person: Viewer['person']): Viewer => viewerIn(state, { person, staff: null, now })

/** Everything a viewer is ever asked for, as text: what is seen, what may be done, which sheets are read. */
function seenBy(viewer: Viewer, state: GalleryState): string {
  const sheets = [...state.photos.values()].flatMap((one) =>
    (['team', 'shared', ...[...state.guests.keys()].map((id) => `person:${id}` as const)] as const).filter((audience) =>
      readsSheet(viewer, state, one, audience),
    ),
  )
  const called = [...state.photos.values()].map((one) => callableBy(viewer, { state, photo: one, audience: 'shared', now }))
  return JSON.stringify([
    canEnter(viewer, state),
    rightsOf(viewer, state),
    [...seenOf(viewer, state, 'Studio')],
    mineOf(viewer, state),
    sheets,
    called,
  ])
}

const clientsOf = (state: GalleryState) => [...state.guests.values()].flatMap(({ id, staff }) => (staff ? [] : [id]))
const closings = fc.constantFrom(
  { status: 'draft', expiresAt: null },
  { status: 'offline', expiresAt: null },
  { status: 'archived', expiresAt: 5 },
  { status: 'expired', expiresAt: 5 },
  // Its end has come, and nobody wrote so yet.
  { status: 'online', expiresAt: now },
) satisfies fc.Arbitrary<Partial<Gallery>>

describe('whom one may look as', () => {
  test('[AS-1] staff who may share the gallery, and nobody else', () => {
    expect(mayViewAs(staffViewer())).toBe(true)
    expect(mayViewAs(staffViewer({ owner: true, write: false }))).toBe(true)
    expect(mayViewAs(staffViewer({ write: false }))).toBe(false)
    expect(mayViewAs(staffViewer({ inScope: false }))).toBe(false)
    expect(mayViewAs(client(held('mainClient')))).toBe(false)
  })

  test('[AS-2] nobody is looked as who is of the team, was never here, or belongs to another gallery', () => {
    const anna = visitorIdOf(1)
    const state = stateWith(gallery(), scene(1), photo(1), guest(anna), guest(photographer, { staff: true }), link(1), grant(1))
    const strangers: readonly Subject[] = [photographer, visitorIdOf(7), linkIdOf(7), galleryIdOf(7)]
    expect(strangers.map((one) => viewerAs(state, one, now))).toEqual(strangers.map(() => null))
    const known: readonly Subject[] = [anna, linkIdOf(1), state.gallery.id]
    expect(known.map((one) => viewerAs(state, one, now)?.staff)).toEqual([null, null, null])
  })
})

describe('what is seen', () => {
  test('[AS-3] looking as a person shows exactly what the person is shown, in any gallery that lets them in', () => {
    fc.assert(
      fc.property(randomStates, (state) => {
        for (const person of clientsOf(state)) {
          const viewer = viewerAs(state, person, now)
          if (!isOnline(state, now) && !canEnter(themselves(state, person), state)) continue
          const own = themselves(state, person)
          expect(viewer && [viewKey(viewer), seenBy(viewer, state)]).toEqual([viewKey(own), seenBy(own, state)])
        }
      }),
      runs,
    )
  })

  test('[AS-19] [AS-20] in any gallery that is not online it shows what it will show once it is, or what they see also now', () => {
    let [ahead, always] = [0, 0]
    fc.assert(
      fc.property(randomStates, closings, (opened, closing) => {
        const state: GalleryState = { ...opened, gallery: { ...opened.gallery, ...closing } }
        const then: GalleryState = { ...opened, gallery: { ...opened.gallery, status: 'online', expiresAt: null } }
        for (const person of clientsOf(state)) {
          const viewer = viewerAs(state, person, now) as Viewer
          const own = themselves(state, person)
          if (own.grants.some(worksOffline)) always++
          else if (canEnter(viewer, state)) ahead++
          const [of, at] = own.grants.some(worksOffline) ? [own, state] : [themselves(then, person), then]
          expect(seenBy(viewer, state)).toBe(seenBy(of, at))
          // A view of its own: who only looks ahead is told nothing with anybody who is inside, nor they with them.
          if (viewer.ahead && canEnter(viewer, state)) expect(viewKey(viewer)).not.toBe(viewKey(own))
        }
      }),
      runs,
    )
    expect([ahead > 50, always > 5]).toEqual([true, true])
  })

  test('[AS-4] looking as a link shows what whoever opens it next is shown, and the same of the bare address', () => {
    const anna = visitorIdOf(9)
    let came = 0
    fc.assert(
      fc.property(randomStates, (state) => {
        const ways = [null, ...[...state.links.values()].filter(({ boundTo }) => boundTo === null).map(({ id }) => id)]
        for (const way of ways) {
          const command = {
            type: 'guest:enter',
            person: anna,
            name: 'Anna',
            email: null,
            staff: false,
            link: way,
            grant: grantIdOf(99),
          } as const
          const changes = changesOf(state, command, now)
          const after = apply(state, changes)
          if (after.grants.get(grantIdOf(99)) === undefined) continue
          came++
          // A vendor has accepted the terms by then.
          const accepted = apply(after, changesOf(after, { type: 'terms:accept', person: anna, grant: grantIdOf(99) }, now))
          const viewer = viewerAs(state, way ?? state.gallery.id, now)
          expect(viewer && viewKey(viewer)).toBe(viewKey(themselves(accepted, anna)))
          expect(viewer && canEnter(viewer, state)).toBe(canEnter(themselves(accepted, anna), accepted))
        }
      }),
      runs,
    )
    expect(came).toBeGreaterThan(20)
  })

  test('[AS-4] an ended link and the bare address of a private gallery show nothing', () => {
    const state = stateWith(
      gallery({ private: true }),
      scene(1),
      photo(1),
      link(1, { ...terms('invited'), revokedAt: 5 }),
      link(2, { ...terms('invited'), expiresAt: now }),
      link(3, { ...terms('invited', { scenes: [sceneIdOf(1)] }), expiresAt: now + 1 }),
    )
    const enters = (subject: Subject) => {
      const viewer = viewerAs(state, subject, now)
      return viewer && canEnter(viewer, state)
    }
    expect([linkIdOf(1), linkIdOf(2), linkIdOf(3), state.gallery.id].map(enters)).toEqual([false, false, true, false])
  })

  test('[AS-4] of a link held by one person somebody new is shown nothing of theirs', () => {
    const anna = visitorIdOf(1)
    const bound = link(1, { ...terms('mainClient'), binding: 'first', boundTo: anna })
    const state = stateWith(gallery(), scene(1), photo(1), guest(anna), bound, grant(1, { person: anna, link: bound.id, terms: null }))
    const viewer = viewerAs(state, bound.id, now) as Viewer
    expect(canEnter(viewer, state)).toBe(true)
    expect(viewer.person).not.toBe(anna)
    expect(readsSheet(viewer, state, photo(1), `person:${anna}`)).toBe(false)
    expect(standIn(state, bound.id, now + day)?.name).toBe(bound.label)
  })
})
