/** What screens read of one open gallery, and what they may ask of it. Plain data: replaced, never mutated. */
import type { GalleryCommand } from '../../common/gallery/commands.ts'
import type { Audience, CommentId, DrawingId, GalleryId, PersonId, PhotoId, SceneId, SelectionId, VersionId } from '../../common/ids.ts'
import type { PresenceSay, PresenceState } from '../../common/protocol/live.ts'
import type { Refusal, Result } from '../../common/result.ts'
import type { ReadThread } from '../../common/sheet/reading.ts'
import type { Comment, Drawing, Flag, Label, Mark, Place, Stars } from '../../common/sheet/shape.ts'
import type {
  SeenGallery,
  SeenGrant,
  SeenLink,
  SeenPerson,
  SeenPhoto,
  SeenScene,
  SeenSelection,
  SeenSubmission,
  SeenView,
} from '../../common/visibility/seen.ts'
import type { OutboxEntry } from '../sheet/outbox-entry.ts'
import type { RefusedAct } from '../sheet/refused-act.ts'
import type { Notice } from './notice.ts'
import type { Presence } from './presence.ts'
import type { SessionView } from './session-view.ts'
import type { StrokeBook, StrokeNow } from './stroke-book.ts'

/**
 * `loading`: nothing known yet. `open`: connected. `reconnecting`: for a moment. `offline`: longer; work goes on and is kept.
 * `revoked`: shared no more. `ended`: refused for another reason (see `refusal`). `upgrade`: this page is too old; reload.
 */
export type GalleryCondition = 'loading' | 'open' | 'reconnecting' | 'offline' | 'revoked' | 'ended' | 'upgrade'

export interface Me {
  readonly person: PersonId
  readonly name: string
  /** When the visit before this one ended, milliseconds since 1970: "new since my last visit". Null on the first. */
  readonly lastVisit: number | null
}
/** The part of presence that changes at the pace of people, not of pointers. */
export type Here = Pick<PresenceState, 'seat' | 'person' | 'name' | 'staff' | 'photo' | 'side'>

export interface GalleryView {
  readonly status: GalleryCondition
  /** Why, for `revoked` and `ended`. */
  readonly refusal: Refusal | null
  /** Opened without a connection: as of when it is shown, milliseconds since 1970. Else null. */
  readonly asOf: number | null
  /** When the connection was lost, by the server's clock; null while it stands, or if there was none. */
  readonly since: number | null
  /** Null while loading and after the end. */
  readonly gallery: SeenGallery | null
  readonly me: Me | null
  /** Ascending by order. */
  readonly scenes: readonly SeenScene[]
  /** By scene, then by order: as the wall shows them. */
  readonly photos: readonly SeenPhoto[]
  readonly photosOf: ReadonlyMap<SceneId, readonly SeenPhoto[]>
  readonly photoById: ReadonlyMap<PhotoId, SeenPhoto>
  readonly people: ReadonlyMap<PersonId, SeenPerson>
  /** Staff only; else empty. */
  readonly links: readonly SeenLink[]
  readonly grants: readonly SeenGrant[]
  /** Lists this person fills or, as staff, keeps; ascending by order. */
  readonly selections: readonly SeenSelection[]
  /** By `<selection>/<audience>`: lists that were sent. */
  readonly submissions: ReadonlyMap<string, SeenSubmission>
  /** Saved views: own ones and shared ones, by name. */
  readonly views: readonly SeenView[]
  /** Everybody else inside now; one for each open page. Where exactly they point and look is `presence` of the store. */
  readonly here: readonly Here[]
  /** The review session, and what came of earlier ones. */
  readonly table: SessionView
  /** All marks and words have come: a photo without any has none. Before, it may only not be known yet. */
  readonly whole: boolean
  /** Acts the server has not confirmed. `saving` while connected, `unsaved` when they wait for a connection. */
  readonly waiting: number
  /** These acts, the oldest first. */
  readonly unsaved: readonly OutboxEntry[]
  /** What waits is kept in this browser; false: it has no room for it, or no database, and this page must stay open. */
  readonly keeps: boolean
  /** Own acts that were refused and not put away yet, the oldest first; once the gallery is shared no more, what will never be saved. */
  readonly refused: readonly RefusedAct[]
  readonly saved: 'saved' | 'saving' | 'unsaved'
  readonly canUndo: boolean
  readonly canRedo: boolean
}

/** The marks on one photo, of all sheets this person reads. Equal content is the same object. */
export interface PhotoMarks {
  /** Own marks; on the team sheet the house mark. */
  readonly mine: Mark
  /** Marks by person who set them, own ones included; the house mark is not here. */
  readonly byPerson: ReadonlyMap<PersonId, Mark>
  /** Staff only: the house mark. */
  readonly house: Mark | null
  /** Comments that are not deleted, and how many threads of them are open. */
  readonly comments: number
  readonly unresolved: number
  /** Words of others this person has not read, and whether they are called by name in them. */
  readonly unread: number
  readonly called: boolean
  readonly drawings: number
  /** When somebody else last marked, wrote or drew here; 0 for never. */
  readonly touched: number
  /** Lists this photo is in, by the time it went in. */
  readonly picks: readonly PhotoPick[]
  /** Something on this photo is not saved yet. */
  readonly waiting: boolean
}

/** Somebody put a photo into a list: one selection before one audience. */
export interface PhotoPick {
  readonly selection: SelectionId
  readonly audience: Audience
  readonly person: PersonId
  readonly at: number
}

/** Whose sheet it stands on. */
export interface SeenSheet {
  readonly audience: 'team' | 'shared' | 'person'
  readonly person: PersonId | null
}
export interface SeenDrawing extends Drawing {
  readonly id: DrawingId
  readonly sheet: SeenSheet
  readonly mine: boolean
}
export interface SeenComment extends Comment {
  readonly sheet: SeenSheet
  readonly mine: boolean
}
export interface CommentThread {
  readonly first: SeenComment
  readonly replies: readonly SeenComment[]
  /** Not read by this person, in the order said. */
  readonly unread: readonly CommentId[]
  /** The last words that call this person. */
  readonly called: CommentId | null
  /** What to say when all of it has been read. */
  readonly whole: ReadThread
}
/** Everything said and drawn on one photo. */
export interface PhotoTalk {
  readonly threads: readonly CommentThread[]
  /** Of all versions, oldest first. */
  readonly drawings: readonly SeenDrawing[]
}

/** What a mark may change; absent stays as it is. */
export interface MarkPatch {
  readonly flag?: Flag | null
  readonly label?: Label | null
  readonly stars?: Stars
  readonly favourite?: boolean
}

/** Where words go: to the sheet of the words they answer or are, else to the one that new threads go to. */
export interface WordsPlace {
  readonly beside: SeenComment | null
  readonly teamOnly: boolean
}

export interface NewComment {
  readonly body: string
  /** First comment of the thread that is answered. */
  readonly parent?: CommentId | null
  readonly place?: Place | null
  readonly version?: VersionId | null
  readonly drawing?: DrawingId | null
  readonly mentions?: readonly PersonId[]
  /** Staff only: the studio's own sheet instead of the one shared with clients. */
  readonly teamOnly?: boolean
}

export interface NewDrawing extends Omit<Drawing, 'author' | 'at' | 'hidden'> {
  /** Staff only: the studio's own sheet instead of the one shared with clients. */
  readonly teamOnly?: boolean
}
/** What is absent stays; points come with their pressure. */
export type DrawingChange = Partial<Pick<Drawing, 'colour' | 'width' | 'text'>> &
  (Pick<Drawing, 'points' | 'pressure'> | { readonly points?: never; readonly pressure?: never })

/** Every act shows at once; refused ones are undone and said through `onNotice`. */
export interface GalleryActions {
  /** One act for all photos: one undo. */
  mark(photos: readonly PhotoId[], patch: MarkPatch): void
  /** Different marks on different photos, as one act. */
  markEach(parts: readonly { readonly photos: readonly PhotoId[]; readonly patch: MarkPatch }[]): void
  /** Into a list or out of it, own picks alone; one act for all photos. */
  pick(selection: SelectionId, photos: readonly PhotoId[], into: boolean): void
  /** One photo out and another in: one act. */
  swap(selection: SelectionId, out: PhotoId, into: PhotoId): void
  comment(photo: PhotoId, comment: NewComment): CommentId | null
  editComment(photo: PhotoId, comment: CommentId, words: Pick<NewComment, 'body'> & { readonly mentions: readonly PersonId[] }): void
  deleteComment(photo: PhotoId, comment: CommentId): void
  resolveComment(photo: PhotoId, comment: CommentId, resolved: boolean): void
  /** False if there is nobody to draw. The id is minted by whoever draws: others may know it as a stroke in progress. */
  draw(photo: PhotoId, id: DrawingId, drawing: NewDrawing): boolean
  /** What one draws now, for those who will read it: the whole stroke so far, or null when it is done or given up. */
  sayStroke(photo: PhotoId, stroke: StrokeNow | null): void
  /** Own drawings only. */
  changeDrawing(photo: PhotoId, drawing: DrawingId, change: DrawingChange): void
  /** Several of these in a row are undone as one. */
  nudgeDrawing(photo: PhotoId, drawing: DrawingId, change: DrawingChange): void
  hideDrawing(photo: PhotoId, drawing: DrawingId, hidden: boolean): void
  deleteDrawing(photo: PhotoId, drawing: DrawingId): void
  /** Whom one may call by name in words written there. */
  callable(photo: PhotoId, at: WordsPlace): Promise<readonly PersonId[]>
  /** This person has read so far: kept, also offline, and known on all their pages. */
  read(photo: PhotoId, threads: readonly ReadThread[]): void
  /** Shown at once, kept in the outbox when offline. */
  hide(photos: readonly PhotoId[]): void
  show(photos: readonly PhotoId[]): void
  /** Any command; waits for the server's answer. Refused with `retry` when there is no connection. */
  do(command: GalleryCommand): Promise<Result<{ readonly rev: number }>>
  /** Refused acts that were looked at. */
  putAway(acts: readonly RefusedAct[]): void
  /** Does a refused act once more, as if it were done now. */
  tryAgain(act: RefusedAct): void
  /** Both answer which photos that was about. */
  undo(): readonly PhotoId[]
  redo(): readonly PhotoId[]
  /** What others see of me, by part: what is not named stays. At most 15 a second are sent. */
  say(presence: Partial<Omit<PresenceSay, 'gallery'>>): void
  /** Try the connection again now. */
  retry(): void
}

/** One open gallery, without React: runs in Node as well. */
export interface GalleryStore {
  readonly id: GalleryId
  readonly actions: GalleryActions
  /** What others are drawing now, on any photo. */
  readonly strokes: Pick<StrokeBook, 'all' | 'listen'>
  /** Where the pages of others (and the other pages of one's own) point and look now, with all that moves. */
  readonly presence: Pick<Presence, 'all' | 'listen'>
  view(): GalleryView
  marks(photo: PhotoId): PhotoMarks
  talk(photo: PhotoId): PhotoTalk
  /** Called after `view()` became another object. Returns how to stop. */
  onView(listener: () => void): () => void
  /** Called after `marks(photo)` or `talk(photo)` became another object. */
  onPhoto(photo: PhotoId, listener: () => void): () => void
  /** A number that grows with every change of any photo's marks. */
  marksChanges(): number
  /** Called after a photo's marks changed, whichever it is (null: any may have): for filters and counters. `read`: only what one has read. */
  onMarks(listener: (photo: PhotoId | null, read?: boolean) => void): () => void
  onNotice(listener: (notice: Notice) => void): () => void
  close(): Promise<void>
}
