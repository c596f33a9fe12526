/** What was done in a gallery, as its history tells it: ids and small facts, never words, codes or addresses. */
import type { GalleryStatus } from '../gallery/model.ts'
import type { Verdict } from '../gallery/session-model.ts'
import type { DecisionId, GrantId, LinkId, PersonId, PhotoId, SceneId, SelectionId } from '../ids.ts'
import type { SheetAct } from '../sheet/acts.ts'
import type { GalleryActType } from './types.ts'

export const historyKinds = ['marks', 'comments', 'drawings', 'lists', 'photos', 'sharing', 'visits', 'session', 'settings'] as const
export type HistoryKind = (typeof historyKinds)[number]

/** What a command did; each fact only where it belongs to the command and the viewer sees what it names. */
export interface GalleryAct {
  readonly type: GalleryActType
  readonly scene?: SceneId
  readonly link?: LinkId
  readonly grant?: GrantId
  readonly selection?: SelectionId
  /** Whom it was about: who leads now, whose list was opened again. */
  readonly person?: PersonId
  /** Which settings were changed. */
  readonly fields?: readonly string[]
  readonly status?: GalleryStatus
  readonly verdict?: Verdict
  /** The decision, while it stands. */
  readonly decision?: DecisionId
  /** Which version of a photo or of a list. */
  readonly n?: number
  /** How many photos were sent. */
  readonly count?: number
  /** A visit that was the first. */
  readonly first?: true
  /** An access code was set. */
  readonly hasCode?: true
  /** File names of photos that were deleted, at most `goneNamed` of them. */
  readonly names?: readonly string[]
  /** It was done, or taken back. */
  readonly on?: boolean
}

export interface HistoryEntry {
  readonly id: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** Null is the server itself. */
  readonly by: PersonId | null
  readonly act: SheetAct | GalleryAct
  /** As far as the viewer sees them now, at most `photosTold` of them. */
  readonly photos: readonly PhotoId[]
  /** How many photos it was done to that are seen, and how many that are not there any more. */
  readonly seen: number
  readonly gone: number
}

export interface HistoryPage {
  /** Newest first. */
  readonly entries: readonly HistoryEntry[]
  /** Where to read on; null at the beginning of everything. There may be more although this page is short or empty. */
  readonly next: string | null
}
