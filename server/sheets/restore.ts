/** Writes an entry into a document from its plain value: to undo a change inside its own transaction, and to fold a sheet. */
import * as Y from 'yjs'
import type { Root } from '../../common/sheet/shape.ts'

export function restore(doc: Y.Doc, { root, key, before }: { readonly root: Root; readonly key: string; readonly before: unknown }): void {
  const map = doc.getMap(root)
  if (before === undefined) map.delete(key)
  else map.set(key, root === 'comments' ? commentOf(before) : before)
}

function commentOf(plain: unknown): Y.Map<unknown> {
  if (typeof plain !== 'object' || plain === null) throw new Error('a comment that is no object')
  const comment = new Y.Map<unknown>()
  for (const [field, value] of Object.entries(plain)) comment.set(field, field === 'body' ? new Y.Text(String(value)) : value)
  return comment
}
