/** What the rest of the server asks of `galleries/`: the only way a gallery changes, and the only place that tells. */

import type { AnyCommand } from '../../common/gallery/commands.ts'
import type { GalleryState, Photo } from '../../common/gallery/model.ts'
import type { HistoryPage } from '../../common/history/entry.ts'
import type { AccountId, GalleryId, PersonId, PhotoId, SheetId } from '../../common/ids.ts'
import type { HistoryQuery } from '../../common/protocol/history.ts'
import type {
  JoinAsk,
  Joined,
  MineFrame,
  PresenceFrame,
  PresenceSay,
  PushAnswer,
  PushAsk,
  ReadSay,
  ToldFrame,
} from '../../common/protocol/live.ts'
import type { GalleryNews, HereNow } from '../../common/protocol/studio-now.ts'
import type { Refusal, Result } from '../../common/result.ts'
import type { ReadThread } from '../../common/sheet/reading.ts'
import type { Subject } from '../../common/visibility/view-as.ts'
import type { StaffSeat, Viewer } from '../../common/visibility/viewer.ts'

/** Given by `people/`: the team seat of a person in an account, for a gallery and the galleries above it (nearest first). */
export type StaffSeatOf = (person: PersonId, account: AccountId, chain: readonly GalleryId[]) => Promise<StaffSeat | null>

export interface Perform {
  readonly gallery: GalleryId
  /** Who asks; null is the server itself, which may do everything. */
  readonly by: PersonId | null
  /** Client-minted; done once. Null for the server's own. */
  readonly commandId: string | null
  readonly command: AnyCommand
}

/** A door's end of one connection in one gallery. Every method returns at once and never throws. */
export interface SeatSink {
  told(frame: ToldFrame): void
  /** An encoded SheetFrame: numbered frame or piece of a bundle. The same buffer goes to every holder; never change it. */
  sheets(bytes: Uint8Array, kind: 'frame' | 'bundle'): void
  /** False if it found no way out: it is worth nothing later. */
  presence(frame: PresenceFrame): boolean
  /** Threads this person has read on another page. */
  read(said: ReadSay): void
  mine(frame: MineFrame): void
  /** Something went out of sight: what still waits for the network may speak of it and is dropped, and the client joins again. True if there was anything. */
  forget(): boolean
  /** Frames were left out; the client joins again. */
  behind(): void
  closed(refusal: Refusal): void
  /** Bytes accepted and not yet given to the network. */
  queued(): number
}

/** One connection in one gallery. */
export interface Seat {
  readonly id: string
  readonly person: PersonId
  /** Begins the flow: everything told before this call is in the snapshot, everything after follows in order. */
  readonly joined: Joined
  push(ask: PushAsk): Promise<PushAnswer>
  fetch(sheets: readonly SheetId[]): Promise<Result<{ readonly bytes: Uint8Array; readonly sub: number }>>
  say(presence: PresenceSay): void
  /** Whom this person may call by name on a sheet; nobody where they do not read themselves. */
  callable(sheet: SheetId): Promise<readonly PersonId[]>
  /** Durable when it resolves, and told to the other pages of this person. */
  read(threads: readonly ReadThread[]): Promise<void>
  leave(): void
}

/** Told in the turn of a gallery; returns at once and never throws. */
export type PhotosRemoved = (photos: readonly Photo[]) => void

export interface Galleries {
  /** Loads (once, however many ask) and returns the state; null if there is no such gallery. */
  state(gallery: GalleryId): Promise<GalleryState | null>
  /**
   * The person's viewer: staff seat and effective grants, as of now. `as`: of whoever looks as somebody else it is that one's; null for what
   * they may not look as.
   */
  viewer(person: PersonId, gallery: GalleryId, as?: Subject): Promise<Viewer | null>
  /** In turn: load → decide → commit → tell; answers after everyone concerned has been revoked and told. */
  perform(ask: Perform): Promise<Result<{ readonly rev: number }>>
  /** For pushes that come by another way than a seat: the photo takes its place in every list a pick of this push would put it into. */
  takePlaces(ask: {
    readonly gallery: GalleryId
    readonly person: PersonId
    readonly sheet: SheetId
    readonly bytes: Uint8Array
  }): Promise<void>
  /** Joins; refuses with `not-found` alike for missing and forbidden. */
  sit(person: PersonId, name: string, ask: JoinAsk, sink: SeatSink): Promise<Result<Seat>>
  /**
   * Staff look as somebody else: their seat is sent what that person is, and nothing is taken from it. Refuses with `not-found` alike for
   * missing and forbidden; else as the subject would be.
   */
  look(person: PersonId, as: Subject, ask: JoinAsk, sink: SeatSink): Promise<Result<Seat>>
  /** A person's team seats changed (scope, removal): their open seats are decided again at once. */
  reseat(person: PersonId): Promise<void>
  /** A page of what was done here, newest first. For staff; to everybody else this gallery is `not-found` like one that is missing. */
  past(person: PersonId, gallery: GalleryId, query: HistoryQuery): Promise<Result<HistoryPage>>
  /** Others inside now whom this viewer may know of, and what they do there as far as they see it. */
  here(gallery: GalleryId, viewer: Viewer): readonly HereNow[]
  /** Galleries with anybody inside now. */
  inhabited(): readonly GalleryId[]
  /** What is new to this member of the studio, and what was done last; null for everybody who is not staff there. */
  news(person: PersonId, gallery: GalleryId): Promise<GalleryNews | null>
  /** The picture may go to this person now: asked before each file is sent. Missing and forbidden look the same. */
  maySee(person: PersonId, gallery: GalleryId, photo: PhotoId, as?: Subject): Promise<boolean>
  /** After each commit that removed photos: what they were. Returns how to stop listening. After a crash in between nobody is told. */
  onPhotosRemoved(listener: PhotosRemoved): () => void
  close(): Promise<void>
}
