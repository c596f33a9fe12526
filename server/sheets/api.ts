/** What galleries and doors ask of `sheets/`: the only way feedback changes. Nobody here decides who may read; that is `common/visibility`. */

import type { GalleryState } from '../../common/gallery/model.ts'
import type { Audience, CommentId, GalleryId, PersonId, PhotoId, SelectionId, SheetId } from '../../common/ids.ts'
import type { Refusal } from '../../common/result.ts'
import type { Viewer } from '../../common/visibility/viewer.ts'

export interface Push {
  readonly sheet: SheetId
  readonly viewer: Viewer
  /** The gallery as it stands in its turn. */
  readonly state: GalleryState
  readonly connection: string
  readonly bytes: Uint8Array
  readonly catchUp: boolean
  /** For programs that cannot be told no: a change that may not stand is accepted and taken back in one step, so that everyone converges. */
  readonly neutralise?: boolean
}

export type PushOutcome =
  /** `undone`: neutralised, why. */
  | { readonly ok: true; readonly undone?: Refusal }
  /** Refused and undone: `state` are the last durable bytes. */
  | { readonly ok: false; readonly refusal: Refusal; readonly state: Uint8Array }

/** What one flush made durable: at most one update for each sheet, as the server's document emitted it. */
export interface SheetBatch {
  readonly gallery: GalleryId
  readonly updates: readonly {
    readonly sheet: SheetId
    readonly bytes: Uint8Array /** Folded: `bytes` is the whole state of a new epoch. */
    readonly state: boolean
  }[]
}

/** A place in a sheet's journal: everything up to it. */
export interface Reach {
  readonly epoch: number
  readonly seq: number
}

/** All sheets of one open gallery. */
export interface OpenSheets {
  /** Sheets with content. */
  list(): readonly SheetId[]
  /** Durable state, or null for a sheet without content. Never something uncommitted. */
  state(sheet: SheetId): Uint8Array | null
  /** How far this sheet's journal is known here. */
  reach(sheet: SheetId): Reach
  /** Strictly serial for each sheet. Resolves after durability and after `onBatch` listeners ran. */
  push(push: Push): Promise<PushOutcome>
  /** Keys of picks this push would write. Nothing is applied and nothing judged. */
  picksIn(sheet: SheetId, bytes: Uint8Array): Promise<readonly string[]>
  /** What a comment says, or null if it is not there or was deleted. */
  said(sheet: SheetId, comment: CommentId): string | null
  /** Keys of the picks on a sheet, after everything under way on it. */
  picks(sheet: SheetId): Promise<readonly string[]>
  /** Photos with a pick in this list, after everything under way. */
  picked(selection: SelectionId, audience: Audience): Promise<ReadonlySet<PhotoId>>
  /** Another node wrote this sheet: what it wrote is loaded and told like a batch. Without effect if it is known already. */
  readOn(sheet: SheetId): Promise<void>
  /** Called once for each flush, after durability, without an await between that and the acknowledgements. */
  onBatch(listener: (batch: SheetBatch) => void): () => void
  /** A block of Yjs client ids bound to this person in this gallery, durable before it is returned. */
  clients(person: PersonId): Promise<{ readonly first: number; readonly count: number }>
  /** For stock Yjs clients that bring an id of their own: true if it is (now) this person's. */
  claim(person: PersonId, client: number): Promise<boolean>
  /** Waits for what is under way, then forgets everything of this gallery. */
  close(): Promise<void>
}

export interface Sheets {
  /** Loads once, however many ask. */
  open(gallery: GalleryId): Promise<OpenSheets>
}
