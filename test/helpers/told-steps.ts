/** What a viewer hears of a change, and what they see, in short words. */
import type { Change, GalleryRecord, GalleryState } from '../../common/gallery/model.ts'
import { apply, written } from '../../common/gallery/state.ts'
import type { SeenRecord } from '../../common/visibility/seen.ts'
import { seenOf, told } from '../../common/visibility/told.ts'
import type { Viewer } from '../../common/visibility/viewer.ts'

export const one = <T extends GalleryRecord>(...changes: readonly T[]): readonly Change[] => changes.map(written)
export const step = (state: GalleryState, changes: readonly Change[]) => ({ before: state, after: apply(state, changes), changes })

/** `+ photo:…` came whole, `= photo:…` changed, `- photo:…` is gone. */
export const heard = (viewer: Viewer, { before, after, changes }: ReturnType<typeof step>): readonly string[] =>
  told({ viewer, state: before }, { viewer, state: after }, changes).map((change) =>
    change.type === 'removed'
      ? `- ${change.kind}:${change.id}`
      : `${change.type === 'added' ? '+' : '='} ${change.record.kind}:${change.record.id}`,
  )
export const find = <Kind extends SeenRecord['kind']>(viewer: Viewer, state: GalleryState, kind: Kind, studio?: string) =>
  [...seenOf(viewer, state, studio).values()].filter((record): record is Extract<SeenRecord, { kind: Kind }> => record.kind === kind)
