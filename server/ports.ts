/** The interfaces the inside needs. Shelves fill them; `main.ts` joins both. All bytes are Uint8Array, all times milliseconds since 1970 UTC. */

import type { Capture } from '../common/gallery/model.ts'
import type { TileAt } from '../common/gallery/tiles.ts'
import type { GalleryId, IdKind, PersonId, PhotoId, SheetId, StreamId, VersionId } from '../common/ids.ts'
import type { RenditionEdge } from '../common/limits.ts'
import type { Result } from '../common/result.ts'
import type { PastCommitsAsk, PastPush, PastPushesAsk, SheetWrite } from './ports-past.ts'

/** Time in milliseconds since 1970 UTC. */
export interface Clock {
  now(): number
}

/** Randomness. `id` has the prefix of its kind and 20 characters; `secret` is a URL-safe secret of 256 bits; `code` has 6 digits. */
export interface Dice {
  id(kind: IdKind): string
  secret(): string
  code(): string
}

/** A record as kept: plain JSON, looked up by stream, by (kind, id) or by any of its `keys`. */
export interface KeptRecord {
  readonly stream: StreamId
  readonly kind: string
  readonly id: string
  /** Revision of the stream that wrote it last. */
  readonly rev: number
  /** Lookup keys, such as `link-token:…`, `holder:…`, `account:…`. Not unique. */
  readonly keys: readonly string[]
  readonly value: unknown
}

/** A record written or removed (`value: null`) by a commit. */
export interface RecordWrite {
  readonly kind: string
  readonly id: string
  readonly keys: readonly string[]
  readonly value: unknown | null
}

/** One commit. The unique (stream, rev) makes its insertion the commit, whole or not at all. */
export interface StreamEntry {
  readonly stream: StreamId
  readonly rev: number
  /** Client-minted id of the command, for doing it once; null for the server's own. */
  readonly commandId: string | null
  /** The command, secrets left out: the audit log. */
  readonly command: unknown
  readonly writes: readonly RecordWrite[]
  readonly by: PersonId | null
  readonly at: number
}

export interface LoadedStream {
  readonly rev: number
  readonly records: readonly KeptRecord[]
}

/** Streams: histories of commits and the records they leave. */
export interface Streams {
  /** Durable when it resolves. `conflict`: (stream, rev) exists; load and decide again. */
  commit(entry: StreamEntry): Promise<'ok' | 'conflict'>
  /** Records of a stream at its last revision, after mending records that lag behind its journal. Null if there is no such stream. */
  load(stream: StreamId): Promise<LoadedStream | null>
  /** Entries after `rev`, oldest first. */
  entries(stream: StreamId, after: number, limit: number): Promise<readonly StreamEntry[]>
  /** The newest entries, newest first. */
  recent(stream: StreamId, limit: number): Promise<readonly StreamEntry[]>
  past(ask: PastCommitsAsk): Promise<readonly StreamEntry[]>
  /** Records that carry this key. */
  find(key: string): Promise<readonly KeptRecord[]>
}

/** Names that may exist once: e-mail addresses, slugs. Reserved before the commit that uses them. */
export interface Names {
  /** True if `name` now belongs to `owner` (also if it did before). */
  reserve(name: string, owner: string): Promise<boolean>
  owner(name: string): Promise<string | null>
  release(name: string, owner: string): Promise<void>
}

/** Small things that end: sessions, one-time links, mailed codes. */
export interface Vault {
  put(key: string, value: unknown, endsAt: number): Promise<void>
  get(key: string, now: number): Promise<unknown | null>
  /** Which of these are there, in no order. */
  there(keys: readonly string[], now: number): Promise<readonly string[]>
  /** Gets and deletes in one step: of two callers one gets it. */
  take(key: string, now: number): Promise<unknown | null>
  drop(key: string): Promise<void>
  dropPrefix(prefix: string): Promise<void>
  sweep(now: number): Promise<number>
}

/** Counters that never give the same number twice, across restarts and nodes. */
export interface Counters {
  /** The first of `count` consecutive numbers, starting at 1. */
  reserve(counter: string, count: number): Promise<number>
}

/** One durable push of a sheet. */
export interface SheetEntry {
  readonly sheet: SheetId
  readonly gallery: GalleryId
  readonly epoch: number
  /** 1, 2, 3 … within the epoch, after the snapshot's. */
  readonly seq: number
  /** What the server's document emitted. */
  readonly bytes: Uint8Array
  readonly writes: readonly SheetWrite[]
  readonly at: number
}

export interface SheetSnapshot {
  readonly sheet: SheetId
  readonly gallery: GalleryId
  readonly epoch: number
  /** Entries up to here are inside `bytes`. */
  readonly seq: number
  readonly bytes: Uint8Array
}

/** A sheet as kept: its snapshot (if any) and the entries after it, oldest first. */
export interface KeptSheet {
  readonly sheet: SheetId
  readonly epoch: number
  readonly seq: number
  readonly parts: readonly Uint8Array[]
}

/** The durable log of proof sheets. */
export interface Journal {
  /** One group commit; durable when it resolves. One answer for each entry: `conflict` means (sheet, epoch, seq) exists. Rejects as a whole only if nothing is certain. */
  append(entries: readonly SheetEntry[]): Promise<readonly ('ok' | 'conflict')[]>
  loadGallery(gallery: GalleryId): Promise<readonly KeptSheet[]>
  loadSheet(sheet: SheetId): Promise<KeptSheet | null>
  /** Entries still kept, oldest first. */
  history(sheet: SheetId, limit: number): Promise<readonly SheetEntry[]>
  past(gallery: GalleryId, ask: PastPushesAsk): Promise<readonly PastPush[]>
  /**
   * Keeps the snapshot if it is newer (epoch, then seq) than the kept one, then drops entries at or below it older than `keepAfter`.
   * False if a newer one was there: two folders cannot cross.
   */
  fold(snapshot: SheetSnapshot, keepAfter: number): Promise<boolean>
  /** Yjs client ids to persons, kept with the gallery. */
  claimClients(gallery: GalleryId, first: number, count: number, person: PersonId): Promise<boolean>
  clientsOf(gallery: GalleryId): Promise<readonly { readonly first: number; readonly count: number; readonly person: PersonId }[]>
}

/** One database: everything above, opened and closed together. */
export interface Store {
  readonly streams: Streams
  readonly names: Names
  readonly vault: Vault
  readonly counters: Counters
  readonly journal: Journal
  /** True when the database answers. */
  healthy(): Promise<boolean>
  close(): Promise<void>
}

/** Originals, renditions and tiles as files. Names are made of ids by the shelf, never of anything a person sent. */
export interface Files {
  /** Takes over a finished temporary file by renaming it. */
  keepOriginal(photo: PhotoId, version: VersionId, fromPath: string): Promise<void>
  originalPath(photo: PhotoId, version: VersionId): string
  hasOriginal(photo: PhotoId, version: VersionId): Promise<boolean>
  renditionPath(photo: PhotoId, version: VersionId, edge: RenditionEdge): string
  /** Where the tiles of a version are, if they were cut. */
  tilesFolder(photo: PhotoId, version: VersionId): string
  tilePath(photo: PhotoId, version: VersionId, at: TileAt): string
  /** Removes these versions. Photo ids are minted by clients and may repeat in another gallery; version ids are the server's. */
  removePhoto(photo: PhotoId, versions: readonly VersionId[]): Promise<void>
  /** Every photo of which anything is kept, one after the other. */
  kept(): AsyncIterable<KeptFiles>
}

export interface KeptFiles {
  readonly photo: PhotoId
  /** `at`: when the newest file of this version was written. */
  readonly versions: readonly { readonly id: VersionId; readonly at: number }[]
}

export interface PictureFacts {
  readonly type: string
  readonly bytes: number
  /** Pixels after EXIF orientation. */
  readonly width: number
  readonly height: number
  readonly capture: Capture
}

/** Image work. Refuses (never throws) for files that are not pictures, damaged, or too large. */
export interface Imaging {
  /** What the bytes say, without decoding the picture. */
  inspect(path: string): Promise<Result<PictureFacts>>
  /** Makes every rendition (sRGB JPEG, no larger than the original) and returns the base64 ThumbHash. */
  render(fromPath: string, toPath: (edge: RenditionEdge) => string): Promise<Result<{ readonly thumbhash: string }>>
  /** Cuts the original into tiles (sRGB JPEG). The folder appears whole or not at all. */
  cut(fromPath: string, toFolder: string): Promise<Result<void>>
}

/** Pictures at their own pixels, cut when somebody first looks so closely. */
export interface Tiles {
  /** Path of one tile once it is there. `not-found`: there is none, and will be none. `too-many`: ask again in a moment. */
  find(ask: TileAsk): Promise<Result<string>>
  /** Removes tiles nobody looked at for 30 days; looks for them once a day at most. */
  sweep(): Promise<void>
}
export interface TileAsk {
  readonly photo: PhotoId
  readonly version: VersionId
  readonly at: TileAt
  readonly by: PersonId
}

/** Passwords and codes, slow on purpose. */
export interface Hashing {
  hash(secret: string): Promise<string>
  /** False for no hash, after the same work. */
  matches(hash: string | null, secret: string): Promise<boolean>
}

/** The post box. */
export interface Post {
  /** False when no mail server is configured: what needs mail is not offered. */
  readonly ready: boolean
  send(mail: { readonly to: string; readonly subject: string; readonly text: string }): Promise<void>
}

/** Hints between nodes: read on. Never the data. */
export interface Bus {
  say(hint: BusHint): void
  listen(listener: (hint: BusHint) => void): () => void
}
export type BusHint =
  /** Whoever leads a session is on this node: others do not end it. */
  | { readonly type: 'leads'; readonly gallery: GalleryId; readonly person: PersonId }
  /** A sign-in that may have ended: look again. */
  | { readonly type: 'session'; readonly session: string }
  /** Somebody's keys changed: read them anew. */
  | { readonly type: 'keys'; readonly person: PersonId }
  | { readonly type: 'stream'; readonly stream: StreamId; readonly rev: number }
  | { readonly type: 'sheet'; readonly gallery: GalleryId; readonly sheet: SheetId; readonly epoch: number; readonly seq: number }
