/**
 * What a proof sheet holds. One Y.Doc with four roots and nothing else:
 *   marks     Y.Map  author key → Mark (plain value; the author key is a person id, or `house` on the team sheet)
 *   picks     Y.Map  `<selection>/<person>` → Pick (plain value)
 *   comments  Y.Map  comment id → Y.Map { author, at, parent, body: Y.Text, place, drawing, mentions, edited, deleted, resolved }
 *   drawings  Y.Map  drawing id → Drawing (plain value; one finished stroke)
 */
import { type CommentId, type DrawingId, type PersonId, personId, type SelectionId, selectionId, type VersionId } from '../ids.ts'

export const roots = ['marks', 'picks', 'comments', 'drawings'] as const
export type Root = (typeof roots)[number]

export type Flag = 'pick' | 'reject'
export const labels = ['red', 'yellow', 'green', 'blue', 'purple'] as const
export type Label = (typeof labels)[number]
export type Stars = 0 | 1 | 2 | 3 | 4 | 5
/** The one shared entry on the team sheet. */
export const houseKey = 'house'
export type MarkKey = PersonId | typeof houseKey

export interface Mark {
  readonly flag: Flag | null
  readonly label: Label | null
  readonly stars: Stars
  readonly favourite: boolean
  /** Who set it last: the person of the key, or on the team sheet the member. */
  readonly by: PersonId
  readonly at: number
}

export interface Pick {
  readonly by: PersonId
  readonly at: number
}

export const pickKey = (selection: SelectionId, person: PersonId): string => `${selection}/${person}`

/** The two halves of a pick's key, or null if the text is not one. */
export function parsePickKey(key: string): { readonly selection: SelectionId; readonly person: PersonId } | null {
  const [selection, person, ...rest] = key.split('/')
  if (rest.length > 0) return null
  const [into, who] = [selectionId.safeParse(selection), personId.safeParse(person)]
  return into.success && who.success ? { selection: into.data, person: who.data } : null
}

/** A point of the current version, 0..1 from the left and from the top. */
export type Place = readonly [x: number, y: number]

export interface Comment {
  readonly id: CommentId
  readonly author: PersonId
  readonly at: number
  /** The first comment of the thread, or null if this is it. Threads are one level deep. */
  readonly parent: CommentId | null
  readonly body: string
  readonly place: Place | null
  readonly version: VersionId | null
  readonly drawing: DrawingId | null
  readonly mentions: readonly PersonId[]
  readonly edited: number | null
  /** A tombstone: body empty, replies stay. */
  readonly deleted: number | null
  readonly resolved: { readonly by: PersonId; readonly at: number } | null
}

export const tools = ['pen', 'line', 'arrow', 'rectangle', 'ellipse', 'highlight', 'text', 'pin'] as const
export type Tool = (typeof tools)[number]

export interface Drawing {
  readonly author: PersonId
  readonly at: number
  readonly version: VersionId
  readonly tool: Tool
  /** `#rrggbb`, or null for the author's own hue. */
  readonly colour: string | null
  /** Fraction of the picture's long edge. */
  readonly width: number
  /** Packed points: per point x and y as unsigned 16-bit big-endian fractions of the picture; see geometry. */
  readonly points: Uint8Array
  /** Pressure per point, 0..255; empty if the device has none. */
  readonly pressure: Uint8Array
  readonly text: string | null
  readonly hidden: boolean
}

/** A sheet as plain values. */
export interface SheetContent {
  readonly marks: Readonly<Record<string, Mark>>
  readonly picks: Readonly<Record<string, Pick>>
  readonly comments: Readonly<Record<string, Comment>>
  readonly drawings: Readonly<Record<string, Drawing>>
}

export const emptyContent: SheetContent = { marks: {}, picks: {}, comments: {}, drawings: {} }
