/** What a transaction touched, as entries of roots. */
import * as Y from 'yjs'
import { type Root, roots } from '../../common/sheet/shape.ts'

export interface Entry {
  readonly root: Root
  readonly key: string
}

export const entryName = ({ root, key }: Entry): string => `${root}.${key}`

/** Every entry touched, each once; null if anything was touched that is no entry's place. */
export function touchedEntries(doc: Y.Doc, transaction: Y.Transaction): readonly Entry[] | null {
  const found = new Map<string, Entry>()
  for (const [type, keys] of transaction.changed) {
    const entries = entriesAt(doc, type, keys)
    if (!entries) return null
    for (const entry of entries) found.set(entryName(entry), entry)
  }
  return [...found.values()]
}

type Changed = Y.Transaction['changed'] extends Map<infer Type, Set<infer Key>> ? { type: Type; keys: ReadonlySet<Key> } : never

function entriesAt(doc: Y.Doc, type: Changed['type'], keys: Changed['keys']): readonly Entry[] | null {
  if (type._item === null) {
    const root = roots.find((name) => doc.share.get(name) === type)
    if (!root) return null
    const entries: Entry[] = []
    for (const key of keys) {
      if (key === null) return null
      entries.push({ root, key })
    }
    return entries
  }
  const entry = entryOf(doc, type)
  return entry && [entry]
}

/** The comment a nested type belongs to. */
function entryOf(doc: Y.Doc, type: Changed['type']): Entry | null {
  let item: Y.Item | null = type._item
  while (item) {
    const parent: unknown = item.parent
    if (!(parent instanceof Y.AbstractType)) return null
    if (parent._item === null)
      return parent === doc.share.get('comments') && item.parentSub !== null ? { root: 'comments', key: item.parentSub } : null
    item = parent._item
  }
  return null
}
