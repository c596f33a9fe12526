/** What decisions about a session ask of a state. */
import type { PhotoId } from '../ids.ts'
import { done, type Result, refuse } from '../result.ts'
import { canSee, isStaff } from '../visibility/see.ts'
import { joinsIn, sees } from '../visibility/session.ts'
import type { Asked } from './asked.ts'
import type { GalleryState, Photo } from './model.ts'
import type { Decision, Session, Topic, Vote } from './session-model.ts'

export function sessionOf({ sessions }: GalleryState): Session | null {
  for (const session of sessions.values()) return session
  return null
}

/** The server itself, whoever leads the session, and staff while there is one. */
export function leads({ viewer, state }: Asked): boolean {
  if (!viewer) return true
  const session = sessionOf(state)
  return session !== null && (session.leader === viewer.person || isStaff(viewer))
}

/** The photo somebody who takes part names. */
export function photoToTalkAbout({ viewer, state }: Asked, id: PhotoId): Result<Photo> {
  if (viewer && !joinsIn(viewer, state)) return refuse('not-allowed')
  const photo = state.photos.get(id)
  return photo && (!viewer || canSee(viewer, state, photo)) ? done(photo) : refuse('not-found')
}

/** One that the asker sees; else it is not there. */
export function seenEntry<One extends Topic | Vote | Decision>({ viewer, state }: Asked, entry: One | undefined): Result<One> {
  return entry && (!viewer || sees(viewer, state, entry)) ? done(entry) : refuse('not-found')
}
