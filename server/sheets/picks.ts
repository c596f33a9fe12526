/** Picks a push would write, and whether a sheet can hold any: read without judging, for lists that count places. */
import * as Y from 'yjs'
import type { SheetId } from '../../common/ids.ts'
import { decodePush, ownBytes } from './decode.ts'
import { documentOf } from './hot-sheet.ts'

const root = 'picks'

/** Keys of the picks that stand on a sheet: of its document, or of what is kept of it. */
export function picksOf(doc: Y.Doc | null, sheet: SheetId, parts: readonly Uint8Array[]): readonly string[] {
  if (doc) return [...doc.getMap(root).keys()]
  return mayHold(parts) ? [...documentOf(sheet, parts).getMap(root).keys()] : []
}

/** False for nearly every sheet nobody ever picked on: an entry's first item names its root. */
function mayHold(parts: readonly Uint8Array[]): boolean {
  return parts.some((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength).includes(root))
}

/** Keys under `picks` that the push sets. What cannot be told from the document is left out, and refused when it is judged. */
export function picksIn(doc: Y.Doc, bytes: Uint8Array): readonly string[] {
  const keys = new Set<string>()
  const written: { readonly item: Y.Item; readonly key: string }[] = []
  const keyAt = ({ client, clock }: Y.ID): string | null => {
    const within = written.find(({ item }) => item.id.client === client && item.id.clock <= clock && clock < item.id.clock + item.length)
    if (within) return within.key
    if (clock >= Y.getState(doc.store, client)) return null
    const item = Y.getItem(doc.store, Y.createID(client, clock))
    return item instanceof Y.Item && item.parent === doc.getMap(root) ? item.parentSub : null
  }
  for (const item of decodePush(ownBytes(bytes))?.structs ?? []) {
    if (!(item instanceof Y.Item) || item.content instanceof Y.ContentDeleted) continue
    const parent: unknown = item.parent
    const key = parent === root ? item.parentSub : item.origin ? keyAt(item.origin) : null
    if (key === null) continue
    written.push({ item, key })
    keys.add(key)
  }
  return [...keys]
}
