/** Bytes of a push as structs, without any document. */
import { createDecoder, type Decoder, hasContent } from 'lib0/decoding'
import * as Y from 'yjs'

export type Struct = Y.Item | Y.GC | Y.Skip
export interface DeleteRange {
  readonly client: number
  readonly clock: number
  readonly len: number
}
export interface Decoded {
  readonly structs: readonly Struct[]
  readonly deletes: readonly DeleteRange[]
}

/**
 * Null for anything that is not exactly one update of format V1. `bytes` must own its buffer: decoding never looks at where a view ends,
 * only at where its buffer does, and would read the neighbours of a pooled one.
 */
export function decodePush(bytes: Uint8Array<ArrayBuffer>): Decoded | null {
  try {
    let rest: Decoder = createDecoder(bytes)
    const decoderOf = function decoderOf(decoder: Decoder) {
      rest = decoder
      return new Y.UpdateDecoderV1(decoder)
    }
    const { structs, ds } = Y.decodeUpdateV2(bytes, decoderOf as unknown as typeof Y.UpdateDecoderV1)
    if (hasContent(rest)) return null
    const deletes = [...ds.clients].flatMap(([client, ranges]) => ranges.map(({ clock, len }) => ({ client, clock, len })))
    return { structs, deletes }
  } catch {
    return null
  }
}

/** A copy that owns its buffer. */
export const ownBytes = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes)
