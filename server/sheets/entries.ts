/** Entries of a document as plain values, kept beside it so that before and after of a push are known without reading everything. */
import * as Y from 'yjs'
import { readComment } from '../../common/sheet/read.ts'
import { type Root, roots } from '../../common/sheet/shape.ts'
import type { Entry } from './touched.ts'

export class Entries {
  readonly #doc: Y.Doc
  readonly #known: Readonly<Record<Root, Map<string, unknown>>>

  constructor(doc: Y.Doc) {
    this.#doc = doc
    this.#known = { marks: new Map(), picks: new Map(), comments: new Map(), drawings: new Map() }
    for (const root of roots) for (const key of doc.getMap(root).keys()) this.keep({ root, key }, this.read({ root, key }))
  }

  before({ root, key }: Entry): unknown {
    return this.#known[root].get(key)
  }

  /** As last kept. */
  count(root: Root): number {
    return this.#known[root].size
  }

  /** Undefined where there is no entry. */
  read({ root, key }: Entry): unknown {
    const map = this.#doc.getMap(root)
    const value = map.get(key)
    if (value === undefined || root !== 'comments') return value
    return readComment(value)
  }

  keep({ root, key }: Entry, value: unknown): void {
    if (value === undefined) this.#known[root].delete(key)
    else this.#known[root].set(key, value)
  }
}

/** Nothing stands where nobody would look for it: list items in maps, attributes on texts, anything but text in a text. */
export function isTidy(doc: Y.Doc, { root, key }: Entry): boolean {
  const map = doc.getMap(root)
  if (map._start !== null) return false
  if (root !== 'comments') return !(map.get(key) instanceof Y.AbstractType)
  const comment = map.get(key)
  if (comment === undefined) return true
  if (!(comment instanceof Y.Map) || comment._start !== null) return false
  for (const [field, value] of comment.entries()) {
    if (field === 'body' ? !isPlainText(value) : value instanceof Y.AbstractType) return false
  }
  return true
}

function isPlainText(value: unknown): boolean {
  if (!(value instanceof Y.Text) || value._map.size > 0) return false
  for (let item = value._start; item; item = item.right) {
    if (!item.deleted && !(item.content instanceof Y.ContentString)) return false
  }
  return true
}
