/** What a change of a sheet was, in a word: kept with the push that made it, so that history is read without opening a document. */
import type { CommentId, DrawingId, SelectionId } from '../ids.ts'
import { type Flag, houseKey, type Label, parsePickKey, type Root, type Stars } from './shape.ts'
import type { EntryChange } from './verdict.ts'

/** Only what became different is named. */
export interface MarkedAct {
  readonly type: 'marked'
  /** The studio's own mark. */
  readonly house?: true
  readonly flag?: Flag | null
  readonly label?: Label | null
  readonly stars?: Stars
  readonly favourite?: boolean
}

export type SheetAct =
  | MarkedAct
  | { readonly type: 'picked' | 'unpicked'; readonly selection: SelectionId }
  | { readonly type: 'wrote' | 'answered' | 'edited' | 'unsaid' | 'resolved' | 'unresolved'; readonly comment: CommentId }
  | { readonly type: 'drew' | 'redrew' | 'covered' | 'uncovered' | 'erased'; readonly drawing: DrawingId }
  /** Kept before acts were: something of this kind was changed. */
  | { readonly type: 'touched'; readonly root: Root }

/** Of judged changes alone: every value has the shape of its root. */
export function actsOf(changes: readonly EntryChange[]): readonly SheetAct[] {
  return changes.flatMap((change) => actOf(change) ?? [])
}

/** What was kept without its acts tells at least where it happened. */
export function actsAt(paths: readonly string[], roots: readonly Root[]): readonly SheetAct[] {
  return roots.filter((root) => paths.some((path) => path.startsWith(`${root}.`))).map((root) => ({ type: 'touched', root }))
}

type Fields = Readonly<Record<string, unknown>>

function actOf({ root, key, before, after }: EntryChange): SheetAct | null {
  const [was, is] = [fieldsOf(before), fieldsOf(after)]
  switch (root) {
    case 'marks':
      return markedBy(key, was, is)
    case 'picks':
      return pickedBy(key, was, is)
    case 'comments':
      return saidBy(key as CommentId, was, is)
    case 'drawings':
      return drawnBy(key as DrawingId, was, is)
  }
}

const fieldsOf = (value: unknown): Fields | null => (typeof value === 'object' && value !== null ? (value as Fields) : null)

function markedBy(key: string, was: Fields | null, is: Fields | null): SheetAct | null {
  const bare = { flag: null, label: null, stars: 0, favourite: false }
  const [from, to] = [was ?? bare, is ?? bare]
  const different = (['flag', 'label', 'stars', 'favourite'] as const).filter((field) => from[field] !== to[field])
  if (different.length === 0) return null
  const fields = Object.fromEntries(different.map((field) => [field, to[field]])) as Omit<MarkedAct, 'type' | 'house'>
  return { type: 'marked', ...(key === houseKey ? { house: true as const } : {}), ...fields }
}

function pickedBy(key: string, was: Fields | null, is: Fields | null): SheetAct | null {
  const selection = parsePickKey(key)?.selection
  if (!selection || (was === null) === (is === null)) return null
  return { type: is ? 'picked' : 'unpicked', selection }
}

function saidBy(comment: CommentId, was: Fields | null, is: Fields | null): SheetAct | null {
  if (!is) return was && { type: 'unsaid', comment }
  if (!was) return { type: is.parent === null ? 'wrote' : 'answered', comment }
  if (was.deleted !== is.deleted) return { type: 'unsaid', comment }
  if ((was.resolved === null) !== (is.resolved === null)) return { type: is.resolved === null ? 'unresolved' : 'resolved', comment }
  return was.body === is.body ? null : { type: 'edited', comment }
}

function drawnBy(drawing: DrawingId, was: Fields | null, is: Fields | null): SheetAct | null {
  if (!is) return was && { type: 'erased', drawing }
  if (!was) return { type: 'drew', drawing }
  if (was.hidden !== is.hidden) return { type: is.hidden === true ? 'covered' : 'uncovered', drawing }
  return { type: 'redrew', drawing }
}
