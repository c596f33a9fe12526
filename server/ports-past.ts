/** What is asked of the shelves for history: what was done before, newest first. */
import type { PersonId, PhotoId, StreamId } from '../common/ids.ts'
import type { SheetAct } from '../common/sheet/acts.ts'
import type { Root } from '../common/sheet/shape.ts'
import type { SheetEntry } from './ports.ts'

/** Who wrote what in an entry: one row for each push of its batch. */
export interface SheetWrite {
  readonly person: PersonId
  readonly connection: string
  /** `marks.u_…`, `comments.c_…`: never content. */
  readonly paths: readonly string[]
  /** For history; absent in what was kept before there was one. */
  readonly acts?: readonly SheetAct[]
}

/** A stream's commits below `before` (null: from the newest on). */
export interface PastCommitsAsk {
  readonly stream: StreamId
  readonly before: number | null
  readonly limit: number
  /** How the text of the command begins: with one of these. */
  readonly beginnings: readonly string[]
  /** Given by this person, or by the server for them. */
  readonly by: PersonId | null
  /** That wrote a record which is this photo or speaks of it. */
  readonly photo: PhotoId | null
  /** Not older; milliseconds. */
  readonly since: number
}

/** A gallery's pushes before `before` (null: from the newest on), ordered by time, then sheet, epoch, place. */
export interface PastPushesAsk {
  readonly before: PushPlace | null
  readonly limit: number
  readonly by: PersonId | null
  readonly photo: PhotoId | null
  /** That wrote on one of these. */
  readonly roots: readonly Root[]
  readonly since: number
}

export type PastPush = Omit<SheetEntry, 'bytes'>
export type PushPlace = Pick<SheetEntry, 'at' | 'sheet' | 'epoch' | 'seq'>
