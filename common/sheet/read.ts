/** A sheet's document as plain values. Entries that break their schema are left out: they cannot come from this server. */
import * as Y from 'yjs'
import type { CommentId } from '../ids.ts'
import { commentSchema, drawingSchema, markSchema, pickSchema } from './schema.ts'
import type { Comment, Drawing, Mark, Pick, SheetContent } from './shape.ts'

interface Parser<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false }
}

export function readSheet(doc: Y.Doc): SheetContent {
  return {
    marks: entries<Mark>(doc.getMap('marks'), markSchema),
    picks: entries<Pick>(doc.getMap('picks'), pickSchema),
    comments: comments(doc.getMap('comments')),
    drawings: entries<Drawing>(doc.getMap('drawings'), drawingSchema),
  }
}

/** One comment's map as a plain value with its body as text; null if it is not built like one. */
export function readComment(value: unknown): Readonly<Record<string, unknown>> | null {
  if (!(value instanceof Y.Map)) return null
  const plain: Record<string, unknown> = {}
  for (const [field, content] of value.entries()) {
    plain[field] = field === 'body' ? (content instanceof Y.Text ? content.toString() : null) : content
  }
  return plain
}

function entries<T>(map: Y.Map<unknown>, schema: Parser<T>): Readonly<Record<string, T>> {
  const found: Record<string, T> = {}
  for (const [key, value] of map.entries()) {
    const parsed = schema.safeParse(value)
    if (parsed.success) found[key] = parsed.data
  }
  return found
}

function comments(map: Y.Map<unknown>): Readonly<Record<string, Comment>> {
  const found: Record<string, Comment> = {}
  for (const [key, value] of map.entries()) {
    const parsed = commentSchema.safeParse(readComment(value))
    if (parsed.success) found[key] = { id: key as CommentId, ...parsed.data }
  }
  return found
}
