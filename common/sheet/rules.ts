/** May this change of a sheet stand? Pure; asked by the server for every entry a push touched, with the entry before and after. */
import type { GalleryState } from '../gallery/model.ts'
import type { Audience, PhotoId } from '../ids.ts'
import { clockLeeway, commentsPerSheet, drawingsPerSheet } from '../limits.ts'
import type { RefusalCode } from '../refusals.ts'
import { assertNever } from '../result.ts'
import { writesSheet } from '../visibility/sheets.ts'
import type { Viewer } from '../visibility/viewer.ts'
import { commentVerdict } from './comment-rules.ts'
import { drawingVerdict } from './drawing-rules.ts'
import { markVerdict, pickVerdict } from './mark-rules.ts'
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

/** The first refusal, or null if all changes may stand. Throwing refuses too. */
export function judge(facts: SheetFacts, changes: readonly EntryChange[]): Verdict {
  try {
    const photo = facts.state.photos.get(facts.photo)
    if (!photo) return 'not-found'
    if (!writesSheet(facts.viewer, facts.state, photo, facts.audience)) return 'not-allowed'
    for (const change of changes) {
      const verdict = verdictOn(facts, change)
      if (verdict) return verdict
    }
    return null
  } catch {
    return 'malformed'
  }
}

function verdictOn(facts: SheetFacts, change: EntryChange): Verdict {
  switch (change.root) {
    case 'marks':
      return markVerdict(facts, change)
    case 'picks':
      return pickVerdict(facts, change)
    case 'comments':
      return within(facts, change, commentsPerSheet) ?? commentVerdict(facts, change)
    case 'drawings':
      return within(facts, change, drawingsPerSheet) ?? drawingVerdict(facts, change)
    default:
      return assertNever(change.root)
  }
}

const within = (facts: SheetFacts, change: EntryChange, most: number): Verdict =>
  change.before === undefined && facts.count(change.root) > most ? 'limit-reached' : null
