import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { apply } from '../../../common/gallery/state.ts'
import type { Audience, PersonId } from '../../../common/ids.ts'
import { callableBy } from '../../../common/visibility/readers.ts'
import { canSee } from '../../../common/visibility/see.ts'
import { readsSheet } from '../../../common/visibility/sheets.ts'
import { seenOf } from '../../../common/visibility/told.ts'
import { changesOf, commandRows, starts, visitorCount } from '../../helpers/random-gallery.ts'
import { staffViewer, viewerOf, visitorIdOf } from '../../helpers/sample-gallery.ts'

const persons: readonly PersonId[] = Array.from({ length: visitorCount }, (_, n) => visitorIdOf(n + 1))
const audiences: readonly Audience[] = ['team', 'shared', ...persons.map((person): Audience => `person:${person}`)]

test('[TALK-10] whoever can be called sees the photo, reads the sheet, and is known to whoever calls', () => {
  let called = 0
  const check = fc.property(starts, commandRows, (start, row) => {
    const state = row.reduce((before, command, index) => apply(before, changesOf(before, command, index + 1)), start)
    const now = row.length
    for (const viewer of [staffViewer(), ...persons.map((person) => viewerOf(state, person, now))]) {
      const seen = seenOf(viewer, state)
      for (const photo of state.photos.values()) {
        for (const audience of audiences) {
          const callable = callableBy(viewer, { state, photo, audience, now })
          if (!readsSheet(viewer, state, photo, audience)) expect(callable).toEqual([])
          for (const person of callable) {
            called++
            const record = seen.get(`person:${person}`)
            expect(record?.kind === 'person' && !record.apart).toBe(true)
            if (state.guests.get(person)?.staff) continue
            const other = viewerOf(state, person, now)
            expect(canSee(other, state, photo) && readsSheet(other, state, photo, audience)).toBe(true)
          }
        }
      }
    }
  })
  fc.assert(check, { numRuns: 60 })
  expect(called).toBeGreaterThan(100)
})
