import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { GalleryState } from '../../../common/gallery/model.ts'
import { apply } from '../../../common/gallery/state.ts'
import type { PersonId } from '../../../common/ids.ts'
import { effectiveGrants, nextChangeAt } from '../../../common/visibility/grants.ts'
import { canEnter, canSee, canSeeScene, viewKey } from '../../../common/visibility/see.ts'
import type { Seen } from '../../../common/visibility/seen.ts'
import { fold, seenOf, told } from '../../../common/visibility/told.ts'
import { viewerAs } from '../../../common/visibility/view-as.ts'
import type { Viewer } from '../../../common/visibility/viewer.ts'
import { changesOf, commandRows, starts, visitorCount } from '../../helpers/random-gallery.ts'
import { staffViewer, viewerOf, visitorIdOf } from '../../helpers/sample-gallery.ts'

const persons: readonly PersonId[] = Array.from({ length: visitorCount }, (_, n) => visitorIdOf(n + 1))
const staff = [staffViewer({ owner: true }), staffViewer(), staffViewer({ write: false }), staffViewer({ inScope: false })]
const everyone = (state: GalleryState, now: number): readonly Viewer[] => [
  ...staff,
  ...persons.map((person) => viewerOf(state, person, now)),
  // Staff who look as somebody before they are let in.
  ...persons.slice(0, 1).flatMap((person) => viewerAs(state, person, now) ?? []),
]

interface Step {
  readonly before: GalleryState
  readonly after: GalleryState
  readonly changes: ReturnType<typeof changesOf>
  readonly at: number
}

/** Plays a row of commands, a second for each; `check` looks at every step. */
function play(start: GalleryState, row: Parameters<typeof changesOf>[1][], check: (step: Step) => void): void {
  let state = start
  for (const [index, command] of row.entries()) {
    const at = index + 1
    const changes = changesOf(state, command, at)
    const after = apply(state, changes)
    check({ before: state, after, changes, at })
    state = after
  }
}
const holds = (check: (step: Step) => void) =>
  fc.assert(
    fc.property(starts, commandRows, (start, row) => play(start, row, check)),
    { numRuns: 150 },
  )

test('[TELL-12] what one view has heard, folded, is what it sees', () => {
  holds(({ before, after, changes, at }) => {
    for (const viewer of everyone(before, at - 1)) {
      const heard = told({ viewer, state: before }, { viewer, state: after }, changes, 'Studio')
      expect(fold(seenOf(viewer, before, 'Studio'), heard)).toEqual(seenOf(viewer, after, 'Studio'))
    }
  })
})

test.each([
  ['[TELL-12] also across changed grants and passing time', viewerOf],
  [
    '[AS-19] also for who looks as somebody, over opening and closing',
    (...[state, person, now = 0]: Parameters<typeof viewerOf>) => viewerAs(state, person, now) ?? viewerOf(state, person, now),
  ],
])('%s', (_, viewerAt) => {
  const heardBy = new Map<PersonId, Seen>()
  const check = ({ before, after, changes, at }: Step) => {
    if (at === 1) for (const person of persons) heardBy.set(person, seenOf(viewerAt(before, person, 0), before))
    for (const person of persons) {
      const [from, to] = [viewerAt(before, person, at - 1), viewerAt(after, person, at)]
      const next = fold(heardBy.get(person) ?? new Map(), told({ viewer: from, state: before }, { viewer: to, state: after }, changes))
      expect(next).toEqual(seenOf(to, after))
      heardBy.set(person, next)
    }
  }
  holds(check)
})

test('[TELL-13] nothing is told twice, nothing that did not change, nothing gone that was not there', () => {
  holds(({ before, after, changes, at }) => {
    for (const viewer of everyone(before, at - 1)) {
      const seen = seenOf(viewer, before)
      const heard = told({ viewer, state: before }, { viewer, state: after }, changes)
      const keys = heard.map((change) =>
        change.type === 'removed' ? `${change.kind}:${change.id}` : `${change.record.kind}:${change.record.id}`,
      )
      expect(new Set(keys).size).toBe(keys.length)
      for (const [index, change] of heard.entries()) {
        const key = keys[index] ?? ''
        expect(seen.has(key)).toBe(change.type !== 'added')
        if (change.type === 'changed') expect(change.record).not.toEqual(seen.get(key))
      }
    }
  })
})

test('[TELL-14] no id that is not seen is in anything told', () => {
  holds(({ before, after, changes, at }) => {
    for (const viewer of everyone(after, at)) {
      const heard = told({ viewer, state: before }, { viewer, state: after }, changes)
      const text = JSON.stringify(heard.filter(({ type }) => type !== 'removed'))
      if (!canEnter(viewer, after)) expect(text).toBe('[]')
      for (const photo of [...before.photos.values(), ...after.photos.values()]) {
        const there = after.photos.get(photo.id)
        if (!there || !canSee(viewer, after, there)) expect(text).not.toContain(photo.id)
      }
      for (const scene of after.scenes.values()) if (!canSeeScene(viewer, after, scene)) expect(text).not.toContain(scene.id)
    }
  })
})

test('[TELL-15] a removed photo or scene is mentioned nowhere afterwards', () => {
  holds(({ before, after }) => {
    const text = JSON.stringify(staff.flatMap((viewer) => [...seenOf(viewer, after).values()]))
    for (const id of [...before.photos.keys(), ...before.scenes.keys()]) {
      if (!after.photos.has(id as never) && !after.scenes.has(id as never)) expect(text).not.toContain(id)
    }
  })
})

test('[SEE-13] viewers with equal keys see the same', () => {
  holds(({ after, at }) => {
    const seen = new Map<string, Seen>()
    for (const viewer of everyone(after, at)) {
      const key = viewKey(viewer)
      const known = seen.get(key)
      if (known) expect(seenOf(viewer, after)).toEqual(known)
      else seen.set(key, seenOf(viewer, after))
    }
  })
})

test('[SEE-9] whoever sees a photo sees its scene', () => {
  holds(({ after, at }) => {
    for (const viewer of everyone(after, at)) {
      for (const record of seenOf(viewer, after).values()) {
        if (record.kind === 'photo') expect(seenOf(viewer, after).has(`scene:${record.scene}`)).toBe(true)
      }
    }
  })
})

test('[SEE-18] between two such moments time changes nobody’s grants', () => {
  holds(({ after, at }) => {
    const next = nextChangeAt(after, at)
    for (const person of persons) {
      const held = effectiveGrants(after, person, at)
      for (const now of [at + 1, at + 20, at + 61]) if (now < next) expect(effectiveGrants(after, person, now)).toEqual(held)
    }
  })
})
