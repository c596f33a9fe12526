/** A command with everything needed to decide it. */

import type { PersonId, PhotoId } from '../ids.ts'
import { type Result, refuse } from '../result.ts'
import { mayManage } from '../visibility/rights.ts'
import { canEnter } from '../visibility/see.ts'
import type { Viewer } from '../visibility/viewer.ts'
import type { AnyCommand } from './commands.ts'
import type { Change, GalleryState } from './model.ts'

export interface Asked<Command extends AnyCommand = AnyCommand> {
  readonly state: GalleryState
  /** Null is the server itself, which may do everything. */
  readonly viewer: Viewer | null
  readonly by: PersonId | null
  readonly command: Command
  /** Milliseconds since 1970: the time every record of this step carries. */
  readonly at: number
  /** Hash of the command's access code; null when it has none. */
  readonly codeHash?: string | null
  /** A fresh secret, for the token of a new link. */
  readonly secret?: string
  /** What the sheets say of a list, when the command is about one. */
  readonly list?: ListFacts
}

export interface ListFacts {
  /** The node that decides. */
  readonly node: string
  /** `selection:submit`: photos with a pick in the asker's list. */
  readonly picked: ReadonlySet<PhotoId>
  /** `pick:claim`: places whose pick is gone for certain. */
  readonly free: ReadonlySet<PhotoId>
}
export type Of<Type extends AnyCommand['type']> = Asked<Extract<AnyCommand, { type: Type }>>
export type Decided = Result<readonly Change[]>

/** Why the asker may not manage this gallery, or null. Asked before anything is looked up, so that the answer speaks of nothing. */
export function refusalToManage({ viewer, state }: Asked): Decided | null {
  if (!viewer || mayManage(viewer)) return null
  return canEnter(viewer, state) ? refuse('not-allowed') : refuse('not-found')
}

/** Whose name a record carries; the server's own work is the photographer's. */
export function authorOf({ by, state }: Asked): PersonId {
  return by ?? state.gallery.createdBy
}
