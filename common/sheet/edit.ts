/** A command done to a sheet's document, in one transaction. Doing one again, or to something that is gone, changes nothing. */
import * as Y from 'yjs'
import type { PersonId } from '../ids.ts'
import { assertNever } from '../result.ts'
import { same } from '../same.ts'
import type { SheetCommand } from './commands.ts'
import { sameDrawing } from './drawing-rules.ts'
import { drawingSchema, markSchema } from './schema.ts'
import { type Pick as Chosen, type Drawing, type Mark, type MarkKey, pickKey } from './shape.ts'

/** Who acts, under which key their marks stand, and when (milliseconds since 1970, server's clock as known here). */
export interface Writer {
  readonly person: PersonId
  readonly key: MarkKey
  readonly at: number
}

type Of<T extends SheetCommand['type']> = Extract<SheetCommand, { type: T }>

export function edit(doc: Y.Doc, command: SheetCommand, who: Writer): void {
  doc.transact(() => act(doc, command, who))
}

function act(doc: Y.Doc, command: SheetCommand, who: Writer): void {
  switch (command.type) {
    case 'mark:set':
      setMark(doc, command, who)
      break
    case 'pick:add':
      addPick(doc, command, who)
      break
    case 'pick:remove':
      doc.getMap('picks').delete(pickKey(command.selection, who.person))
      break
    case 'comment:add':
      addComment(doc, command, who)
      break
    case 'comment:edit':
      editComment(doc, command, who)
      break
    case 'comment:delete':
      deleteComment(doc, command, who)
      break
    case 'comment:resolve':
      resolveComment(doc, command, who)
      break
    case 'drawing:add':
      addDrawing(doc, command, who)
      break
    case 'drawing:change': {
      const { type: _, id, ...change } = command
      changeDrawing(doc, id, change)
      break
    }
    case 'drawing:hide':
      changeDrawing(doc, command.id, { hidden: command.hidden })
      break
    case 'drawing:delete':
      doc.getMap('drawings').delete(command.id)
      break
    default:
      assertNever(command)
  }
}

const noMark = { flag: null, label: null, stars: 0, favourite: false } as const

function setMark(doc: Y.Doc, command: Of<'mark:set'>, who: Writer): void {
  const marks = doc.getMap('marks')
  const known = markSchema.safeParse(marks.get(who.key))
  const after = markAfter(known.success ? known.data : undefined, command, who)
  if (after) marks.set(who.key, after)
}

/** A mark as a command leaves it; null if that is what it is already. */
export function markAfter(standing: Mark | undefined, command: Of<'mark:set'>, who: Pick<Writer, 'person' | 'at'>): Mark | null {
  const before: Pick<Mark, 'flag' | 'label' | 'stars' | 'favourite'> = standing ?? noMark
  const after: Mark = {
    flag: command.flag === undefined ? before.flag : command.flag,
    label: command.label === undefined ? before.label : command.label,
    stars: command.stars ?? before.stars,
    favourite: command.favourite ?? before.favourite,
    by: who.person,
    at: who.at,
  }
  const same =
    after.flag === before.flag && after.label === before.label && after.stars === before.stars && after.favourite === before.favourite
  return same ? null : after
}

function addPick(doc: Y.Doc, command: Of<'pick:add'>, who: Writer): void {
  const picks = doc.getMap('picks')
  const key = pickKey(command.selection, who.person)
  const pick: Chosen = { by: who.person, at: who.at }
  if (!picks.has(key)) picks.set(key, pick)
}

function addComment(doc: Y.Doc, command: Of<'comment:add'>, who: Writer): void {
  const comments = doc.getMap('comments')
  if (comments.has(command.id)) return
  const comment = new Y.Map<unknown>()
  comment.set('author', who.person)
  comment.set('at', who.at)
  comment.set('parent', command.parent)
  comment.set('body', new Y.Text(command.body))
  comment.set('place', command.place)
  comment.set('version', command.version)
  comment.set('drawing', command.drawing)
  comment.set('mentions', command.mentions)
  comment.set('edited', null)
  comment.set('deleted', null)
  comment.set('resolved', null)
  comments.set(command.id, comment)
}

function editComment(doc: Y.Doc, command: Of<'comment:edit'>, who: Writer): void {
  const found = findComment(doc, command.id)
  if (!found || found.comment.get('deleted') !== null) return
  const { mentions = found.comment.get('mentions') } = command
  if (found.body.toString() === command.body && same(mentions, found.comment.get('mentions'))) return
  rewrite(found.body, command.body)
  if (!same(mentions, found.comment.get('mentions'))) found.comment.set('mentions', mentions)
  found.comment.set('edited', who.at)
}

function deleteComment(doc: Y.Doc, command: Of<'comment:delete'>, who: Writer): void {
  const found = findComment(doc, command.id)
  if (!found || found.comment.get('deleted') !== null) return
  found.body.delete(0, found.body.length)
  found.comment.set('mentions', [])
  found.comment.set('deleted', who.at)
}

function resolveComment(doc: Y.Doc, command: Of<'comment:resolve'>, who: Writer): void {
  const found = findComment(doc, command.id)
  if (!found || (found.comment.get('resolved') !== null) === command.resolved) return
  found.comment.set('resolved', command.resolved ? { by: who.person, at: who.at } : null)
}

function findComment(doc: Y.Doc, id: string): { comment: Y.Map<unknown>; body: Y.Text } | null {
  const comment = doc.getMap('comments').get(id)
  if (!(comment instanceof Y.Map)) return null
  const body = comment.get('body')
  return body instanceof Y.Text ? { comment, body } : null
}

/** Replaces only what differs between the two ends that stay, so that edits elsewhere in the text survive. */
function rewrite(text: Y.Text, to: string): void {
  const from = text.toString()
  const most = Math.min(from.length, to.length)
  let head = 0
  while (head < most && from[head] === to[head]) head++
  if (splitsPair(from, head)) head--
  let tail = 0
  while (tail < most - head && from[from.length - 1 - tail] === to[to.length - 1 - tail]) tail++
  if (splitsPair(from, from.length - tail)) tail--
  text.delete(head, from.length - head - tail)
  text.insert(head, to.slice(head, to.length - tail))
}

/** Half of a surrogate pair must never stand alone: encoding would turn it into another character. */
function splitsPair(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1)
  return at > 0 && at < text.length && before >= 0xd800 && before <= 0xdbff
}

function addDrawing(doc: Y.Doc, command: Of<'drawing:add'>, who: Writer): void {
  const drawings = doc.getMap('drawings')
  if (drawings.has(command.id)) return
  const { type: _, id, ...stroke } = command
  const drawing: Drawing = { ...stroke, author: who.person, at: who.at, hidden: false }
  drawings.set(id, drawing)
}

type DrawingChange = Omit<Of<'drawing:change'>, 'type' | 'id'> & { readonly hidden?: boolean }

function changeDrawing(doc: Y.Doc, id: string, change: DrawingChange): void {
  const drawings = doc.getMap('drawings')
  const known = drawingSchema.safeParse(drawings.get(id))
  if (!known.success) return
  const named = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  const after: Drawing = { ...known.data, ...named }
  if (!sameDrawing(known.data, after)) drawings.set(id, after)
}
