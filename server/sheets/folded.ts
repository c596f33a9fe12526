/** A sheet written anew: the same content without its history. */
import * as Y from 'yjs'
import type { SheetId } from '../../common/ids.ts'
import { roots } from '../../common/sheet/shape.ts'
import { Entries } from './entries.ts'
import { documentOf, houseClient, structsIn } from './hot-sheet.ts'
import { restore } from './restore.ts'

/** Ends an epoch: whoever appended it may fold, whoever finds it last must fold before writing. An update without content. */
export const seal = new Uint8Array([0, 0])
export const isSeal = (part: Uint8Array | undefined): boolean => part?.length === 2 && part[0] === 0 && part[1] === 0

/** State of the epoch after `epoch`. */
export function folded(
  sheet: SheetId,
  epoch: number,
  parts: readonly Uint8Array[],
): { readonly bytes: Uint8Array; readonly structs: number } {
  const old = documentOf(sheet, parts)
  const entries = new Entries(old)
  const fresh = new Y.Doc({ guid: sheet })
  fresh.clientID = houseClient(epoch + 1)
  fresh.transact(() => {
    for (const root of roots)
      for (const key of old.getMap(root).keys()) restore(fresh, { root, key, before: entries.before({ root, key }) })
  })
  return { bytes: Y.encodeStateAsUpdate(fresh), structs: structsIn(fresh) }
}
