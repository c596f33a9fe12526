/** What a rule of a sheet is asked about, and what it answers. */
import type { GalleryState } from '../gallery/model.ts'
import type { Audience, PhotoId } from '../ids.ts'
import { clockLeeway } from '../limits.ts'
import type { RefusalCode } from '../refusals.ts'
import type { Viewer } from '../visibility/viewer.ts'
import type { Root } from './shape.ts'

/** An entry of a root as plain values; undefined where there is none. Equal before and after: touched without effect. */
export interface EntryChange {
  readonly root: Root
  readonly key: string
  readonly before: unknown
  readonly after: unknown
}

export interface SheetFacts {
  readonly viewer: Viewer
  readonly state: GalleryState
  readonly photo: PhotoId
  readonly audience: Audience
  /** The server's clock, milliseconds since 1970. */
  readonly now: number
  /** Entries of a root after the push. */
  count(root: Root): number
  /** A comment after the push, as a plain value. */
  comment(id: string): unknown
}

/** Null allows. */
export type Verdict = RefusalCode | null

/** Work done offline arrives late, but not later than this: milliseconds of 30 days. */
export const latest = 30 * 24 * 3_600_000

/** A time a client may claim for something it does now or did offline. */
export const timely = (at: number, now: number): boolean => at <= now + clockLeeway && at >= now - latest
