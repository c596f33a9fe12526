import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { GalleryState } from '../../../common/gallery/model.ts'
import { apply } from '../../../common/gallery/state.ts'
import type { PhotoId } from '../../../common/ids.ts'
import type { PresencePart, PresenceSide, PresenceState } from '../../../common/protocol/live.ts'
import { canSee } from '../../../common/visibility/see.ts'
import type { Viewer } from '../../../common/visibility/viewer.ts'
import { seenPresence } from '../../../server/galleries/presence-seen.ts'
import { changesOf, commandRows, photoCount, starts, visitorCount } from '../../helpers/random-gallery.ts'
import { photographer, photoIdOf, staffViewer, viewerOf, visitorIdOf } from '../../helpers/sample-gallery.ts'

const number = fc.integer({ min: 1, max: photoCount })
const anyPhoto = number.map(photoIdOf)
const fraction = fc.constantFrom(0, 0.25, 0.5, 1)
const part: fc.Arbitrary<PresencePart> = fc.tuple(fraction, fraction, fraction, fraction)
const laid = fc.uniqueArray(anyPhoto, { minLength: 1, maxLength: photoCount })
const side: fc.Arbitrary<PresenceSide> = fc
  .record({ manner: fc.constantFrom('compare' as const, 'survey' as const), photos: laid, out: fc.integer({ min: 0, max: photoCount }) })
  .map(({ manner, photos, out }) => ({ manner, photos, dropped: manner === 'survey' ? photos.slice(0, out) : [] }))
const anySaid = fc.record({
  ...{ seat: fc.constant('s1'), person: fc.constant(photographer), name: fc.constant('Ada'), staff: fc.constant(true) },
  photo: fc.option(anyPhoto),
  side: fc.option(side),
  pointer: fc.option(fc.tuple(fraction, fraction)),
  on: fc.option(anyPhoto),
  laser: fc.boolean(),
  rect: fc.option(part),
  parts: fc.array(fc.tuple(anyPhoto, part), { maxLength: 4 }),
})
const worlds = fc.tuple(starts, commandRows).map(([start, commands]) => {
  let state = start
  for (const [at, command] of commands.entries()) state = apply(state, changesOf(state, command, at))
  return state
})
const viewers = (state: GalleryState): readonly Viewer[] => [
  staffViewer(),
  ...Array.from({ length: visitorCount }, (_, i) => viewerOf(state, visitorIdOf(i + 1))),
]
const hiddenFrom = (viewer: Viewer, state: GalleryState) => (id: PhotoId) => {
  const photo = state.photos.get(id)
  return !photo || !canSee(viewer, state, photo)
}

test('[SESSION-16] nothing of a photo one does not see is in what one is told, wherever it was said', () => {
  fc.assert(
    fc.property(worlds, anySaid, (state, said) => {
      for (const viewer of viewers(state)) {
        const text = JSON.stringify(seenPresence(said, viewer, state))
        const ids = Array.from({ length: photoCount }, (_, i) => photoIdOf(i + 1))
        for (const id of ids.filter(hiddenFrom(viewer, state))) expect(text).not.toContain(id)
      }
    }),
    { numRuns: 300 },
  )
})

test('[SESSION-16] a photo one does not see and one that never was come to the same', () => {
  fc.assert(
    fc.property(worlds, anySaid, (state, said) => {
      for (const viewer of viewers(state)) {
        const hidden = hiddenFrom(viewer, state)
        const never = (id: PhotoId): PhotoId => (hidden(id) ? (`p_never${id.slice(-15)}` as PhotoId) : id)
        const other: PresenceState = {
          ...said,
          photo: said.photo && never(said.photo),
          side: said.side ? { ...said.side, photos: said.side.photos.map(never), dropped: said.side.dropped.map(never) } : null,
          on: said.on ? never(said.on) : null,
          parts: (said.parts ?? []).map(([id, one]) => [never(id), one] as const),
        }
        expect(seenPresence(other, viewer, state)).toEqual(seenPresence(said, viewer, state))
      }
    }),
    { numRuns: 300 },
  )
})

test('[SESSION-16] photos laid and left out of sight leave as many as if they were not laid', () => {
  fc.assert(
    fc.property(worlds, anySaid, (state, said) => {
      for (const viewer of viewers(state)) {
        const hidden = hiddenFrom(viewer, state)
        if (!said.side) continue
        const photos = said.side.photos.filter((id) => !hidden(id))
        const shown = seenPresence(said, viewer, state)
        const less = seenPresence({ ...said, side: { ...said.side, photos } }, viewer, state)
        expect(less).toEqual(shown)
        expect(shown.side === null || shown.side?.photos.length === photos.length).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})
