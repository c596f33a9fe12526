/** A stroke in progress goes where the finished one will: who will not read that sheet never hears of it. */
import type { GalleryState } from '../../common/gallery/model.ts'
import type { PresenceState } from '../../common/protocol/live.ts'
import { may } from '../../common/visibility/rights.ts'
import { readsSheet, writesSheet } from '../../common/visibility/sheets.ts'
import type { Viewer } from '../../common/visibility/viewer.ts'

/** What somebody says, without a stroke they may not draw. */
export function mayDraw<T extends Pick<PresenceState, 'photo' | 'stroke'>>(said: T, viewer: Viewer, state: GalleryState): T {
  const { stroke } = said
  if (!stroke) return said
  const photo = said.photo && state.photos.get(said.photo)
  if (!photo) return { ...said, stroke: null }
  const known = photo.versions.some(({ id }) => id === stroke.version)
  const allowed = known && may(viewer, state, 'draw') && writesSheet(viewer, state, photo, stroke.audience)
  return allowed ? said : { ...said, stroke: null }
}

/** What somebody said, without a stroke this viewer will not read. */
export function seesStroke(said: PresenceState, viewer: Viewer, state: GalleryState): PresenceState {
  const { stroke } = said
  const photo = said.photo && state.photos.get(said.photo)
  if (!stroke || (photo && may(viewer, state, 'draw', 'view') && readsSheet(viewer, state, photo, stroke.audience))) return said
  const { stroke: _, ...rest } = said
  return rest
}
