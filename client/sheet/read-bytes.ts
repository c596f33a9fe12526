import * as Y from 'yjs'
import { readSheet } from '../../common/sheet/read.ts'
import { emptyContent, type SheetContent } from '../../common/sheet/shape.ts'

/** What updates of one sheet come to; no document stays. */
export function readBytes(guid: string, parts: readonly Uint8Array[]): SheetContent {
  if (parts.length === 0) return emptyContent
  const doc = new Y.Doc({ guid })
  for (const bytes of parts) Y.applyUpdate(doc, bytes)
  const content = readSheet(doc)
  doc.destroy()
  return content
}
