/**
 * The typed events of the one Socket.IO connection. Binary payloads are Uint8Array, encoded by `bundle.ts`.
 *
 * Order: after `gallery:join` is answered the client holds a snapshot; bundle pieces and numbered frames follow.
 * A seat listens to two channels: `view` (all with equal grants) and `self` (its own person sheets). Frames of a
 * channel carry n = 1, 2, 3 …; a gap means "join again". The numbers say nothing about other channels.
 */

import type { GalleryCommand } from '../gallery/commands.ts'
import type { Audience, DrawingId, GalleryId, PersonId, PhotoId, SheetId } from '../ids.ts'
import type { KeyWishes } from '../key-wishes.ts'
import type { Refusal } from '../result.ts'
import type { ReadThread } from '../sheet/reading.ts'
import type { Drawing } from '../sheet/shape.ts'
import type { Mine } from '../visibility/mine.ts'
import type { SeenRecord, ToldChange } from '../visibility/seen.ts'

export type Answer<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly refusal: Refusal }

/** A place in a channel: frames up to `n` of instance `id` are known. */
export interface Position {
  readonly id: string
  readonly n: number
}

export interface JoinAsk {
  readonly gallery: GalleryId
  readonly protocol: number
  readonly app: string
  /** What the client still holds from before the connection broke. */
  readonly have?: { readonly view: Position; readonly self: Position | null }
}

/** What only this person is told of themselves, on whatever device. */
export interface Visit {
  /** When their visit before this one ended, milliseconds since 1970: what is newer is new to them. Null on the first. Joining again in between changes nothing. */
  readonly lastVisit: number | null
  /** Everything said until then counts as read. */
  readonly readUntil: number
  readonly read: readonly ReadThread[]
}

export interface Joined {
  readonly me: { readonly person: PersonId; readonly name: string } & Visit
  /** Milliseconds since 1970 at the server: clients correct their clock by it. */
  readonly now: number
  readonly view: Position
  readonly self: Position | null
  /** Absent when `have` was recent enough: the missed frames follow instead. */
  readonly snapshot?: readonly SeenRecord[]
  /** In place of a large `snapshot`: the same as JSON in UTF-8, gzipped. */
  readonly packed?: Uint8Array
  /** Pieces of the bundle that follow as `sheet:bundle`; 0 when there is no content or no snapshot. */
  readonly pieces: number
  /** Numbered frames that follow at once, after the pieces: with them the client is level and may send what waited. */
  readonly frames: number
  /** Subscription number of every sheet in the snapshot, and Yjs client ids `first … first + count - 1` for this connection. */
  readonly sub: number
  readonly clients: { readonly first: number; readonly count: number }
  readonly here: readonly PresenceState[]
  /** What is this person's alone. */
  readonly mine: Mine
}

export interface CommandAsk {
  readonly gallery: GalleryId
  /** The same id twice is done once and answered alike. */
  readonly id: string
  readonly command: GalleryCommand
}

export interface PushAsk {
  readonly gallery: GalleryId
  readonly sheet: SheetId
  readonly sub: number
  readonly bytes: Uint8Array
  /** A catch-up after offline work may be larger. */
  readonly catchUp?: boolean
}

/** Refused: everything on `sheet` is void; continue on `sub` from `state` with the Yjs client id `client`. */
export type PushAnswer =
  | { readonly ok: true }
  | { readonly ok: false; readonly refusal: Refusal; readonly sub?: number; readonly state?: Uint8Array; readonly client?: number }

export interface ToldFrame {
  readonly gallery: GalleryId
  readonly n: number
  readonly changes: readonly ToldChange[]
  /** Photos that came into sight: subscription of their sheets, whose state follows as a `sheet:frame`. */
  readonly sub?: number
  /** This seat now listens to another view: take `{ id: view, n }` as the position, without looking for a gap. */
  readonly view?: string
}

/** What a client says of itself; identity is stamped by the server. */
export interface PresenceSay {
  readonly gallery: GalleryId
  /** The open photo; of several the one that keys go to. */
  readonly photo: PhotoId | null
  /** What lies side by side. It seldom changes and may be long: where it is absent, it is as it was. */
  readonly side?: PresenceSide | null
  /** In fractions of the picture. */
  readonly pointer?: readonly [number, number] | null
  /** The photo that is pointed at, where several are open. */
  readonly on?: PhotoId | null
  /** The pointer is meant to be seen: it leaves a trail. */
  readonly laser?: boolean
  /** The part of the picture that is seen, as fractions: left, top, right, bottom. Null for all of it. */
  readonly rect?: PresencePart | null
  /** The same for each of several photos; one that is not named is seen whole. */
  readonly parts?: readonly (readonly [PhotoId, PresencePart])[]
  readonly stroke?: PresenceStroke | null
}

export type PresencePart = readonly [left: number, top: number, right: number, bottom: number]

/** Photos laid side by side. */
export interface PresenceSide {
  readonly manner: 'compare' | 'survey'
  /** In order; those a survey dropped stay among them. */
  readonly photos: readonly PhotoId[]
  readonly dropped: readonly PhotoId[]
}

/** A stroke in progress. A word carries its last points only and repeats some of the word before: a lost one leaves no gap. */
export interface PresenceStroke extends Pick<Drawing, 'version' | 'tool' | 'colour' | 'width'> {
  /** The drawing it will be. */
  readonly id: DrawingId
  /** Whose sheet it will stand on: only its readers are told. */
  readonly audience: Audience
  /** Place of the first of `points` in the whole stroke. */
  readonly from: number
  /** Packed points as text; see `stroke-text.ts`. */
  readonly points: string
  /** A byte for each point as text; empty if the device has none. */
  readonly pressure: string
  /** The words of a text so far; none once they were given up. */
  readonly text?: string
}

export interface PresenceState extends Omit<PresenceSay, 'gallery'> {
  /** One connection of one person: two tabs are two. */
  readonly seat: string
  readonly person: PersonId
  readonly name: string
  readonly staff: boolean
}

/** Where somebody is goes to all who may know; pointer, parts and stroke only to whoever has one of their photos open. */
export interface PresenceFrame {
  readonly gallery: GalleryId
  readonly changed: readonly PresenceState[]
  readonly gone: readonly string[]
  /** Everybody is in `changed`: something was not sent before. */
  readonly whole?: true
}

/** Threads this person has read: said by a page, and to their other pages. */
export interface ReadSay {
  readonly gallery: GalleryId
  readonly threads: readonly ReadThread[]
}

export interface MineFrame {
  readonly gallery: GalleryId
  readonly mine: Mine
}

export interface ClientToServer {
  'gallery:join': (ask: JoinAsk, answer: (a: Answer<Joined>) => void) => void
  'gallery:leave': (ask: { readonly gallery: GalleryId }) => void
  'gallery:do': (ask: CommandAsk, answer: (a: Answer<{ readonly rev: number }>) => void) => void
  'sheet:push': (ask: PushAsk, answer: (a: PushAnswer) => void) => void
  /** Fresh state of sheets the client knows to be stale, as a `sheet:frame`. */
  'sheet:fetch': (
    ask: { readonly gallery: GalleryId; readonly sheets: readonly SheetId[] },
    answer: (a: Answer<{ readonly bytes: Uint8Array; readonly sub: number }>) => void,
  ) => void
  'presence:say': (say: PresenceSay) => void
  /** Whom one may call by name on a sheet: those who would read it. Nobody where one does not read oneself. */
  'talk:callable': (
    ask: { readonly gallery: GalleryId; readonly sheet: SheetId },
    answer: (a: Answer<{ readonly persons: readonly PersonId[] }>) => void,
  ) => void
  /** Answered when it is durable. */
  'talk:read': (say: ReadSay, answer: (a: Answer<object>) => void) => void
  /** Keeps keys with the account; for who signed in. */
  'me:keys': (wishes: KeyWishes, answer: (a: Answer<object>) => void) => void
}

export interface ServerToClient {
  'gallery:told': (frame: ToldFrame) => void
  /** bundle.ts `encodeFrame`, perhaps gzipped (`isPacked`): state of sheets, as part of a join. */
  'sheet:bundle': (bytes: Uint8Array) => void
  /** bundle.ts `encodeFrame`: a numbered batch of updates (or whole states) of a channel. */
  'sheet:frame': (bytes: Uint8Array) => void
  'presence:frame': (frame: PresenceFrame) => void
  /** Read on another page of this person. Not numbered: a join tells all of it again. */
  'talk:read': (said: ReadSay) => void
  /** Keys of who signed in: with every connection, and when another page changed them. Null: none were kept yet. */
  'me:keys': (told: { readonly kept: KeyWishes | null }) => void
  /** What is this person's alone, whole, after it changed; worth nothing once another came or a join was answered. */
  'gallery:mine': (mine: MineFrame) => void
  /** This gallery is no longer this seat's; nothing more follows. */
  'gallery:closed': (end: { readonly gallery: GalleryId; readonly refusal: Refusal }) => void
  /** Frames were left out for a slow reader: join again. */
  'gallery:behind': (at: { readonly gallery: GalleryId }) => void
}
