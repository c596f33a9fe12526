/** What an open gallery says once, to whoever listens. */
import type { CommentId, PersonId, PhotoId, SelectionId } from '../../common/ids.ts'
import type { Refusal } from '../../common/result.ts'
import type { Mark } from '../../common/sheet/shape.ts'
import type { OutboxEntry } from '../sheet/outbox-entry.ts'

export type Notice =
  /** Acts that will never be kept; `cameraName` as it was when the photo was last seen. */
  | {
      readonly type: 'refused'
      readonly refusal: Refusal
      readonly photo: PhotoId | null
      readonly cameraName: string | null
      readonly acts: readonly OutboxEntry[]
    }
  /** Somebody else's act, for the live region and the stroke that draws itself. */
  | { readonly type: 'marked'; readonly photo: PhotoId; readonly person: PersonId; readonly mark: Mark }
  | { readonly type: 'picked'; readonly photo: PhotoId; readonly person: PersonId; readonly selection: SelectionId }
  | { readonly type: 'commented'; readonly photo: PhotoId; readonly person: PersonId; readonly comment: CommentId }
  /** Something was tried where one only looks. */
  | { readonly type: 'looking' }
  | { readonly type: 'gone'; readonly photo: PhotoId; readonly cameraName: string }
