/** Binary codec of sheet states and updates: lib0 variable-length integers, one buffer, no JSON. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { GalleryId, SheetId } from '../ids.ts'

export type Channel = 'view' | 'self'

export interface SheetBytes {
  readonly sheet: SheetId
  /** `state`: the whole document, start from an empty Y.Doc. `update`: apply to what is there. */
  readonly form: 'state' | 'update'
  readonly bytes: Uint8Array
}

export interface SheetFrame {
  readonly gallery: GalleryId
  readonly channel: Channel
  /** Position in the channel; 0 in what is not numbered: pieces of a bundle, fetched states, states after a change of view. */
  readonly n: number
  /** Subscription of sheets that came as `state`; 0 when there is none, and in a bundle, where the answer to the join has it. */
  readonly sub: number
  readonly sheets: readonly SheetBytes[]
}

/** One frame. Strings are UTF-8, lengths and numbers variable-length unsigned. */
export function encodeFrame(frame: SheetFrame): Uint8Array {
  const out = encoding.createEncoder()
  encoding.writeVarString(out, frame.gallery)
  encoding.writeUint8(out, frame.channel === 'view' ? 0 : 1)
  encoding.writeVarUint(out, frame.n)
  encoding.writeVarUint(out, frame.sub)
  encoding.writeVarUint(out, frame.sheets.length)
  for (const sheet of frame.sheets) {
    encoding.writeVarString(out, sheet.sheet)
    encoding.writeUint8(out, sheet.form === 'state' ? 0 : 1)
    encoding.writeVarUint8Array(out, sheet.bytes)
  }
  return encoding.toUint8Array(out)
}

/** Whether a piece of a bundle is gzipped: gzip's first two bytes tell, as a frame begins with the length of a gallery's id. */
export function isPacked(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b
}

/** The frame of `encodeFrame`. Throws on anything else; both ends trust only what their own codec wrote. */
export function decodeFrame(bytes: Uint8Array): SheetFrame {
  const from = decoding.createDecoder(bytes)
  const gallery = decoding.readVarString(from) as GalleryId
  const channel: Channel = decoding.readUint8(from) === 0 ? 'view' : 'self'
  const n = decoding.readVarUint(from)
  const sub = decoding.readVarUint(from)
  const sheets: SheetBytes[] = []
  for (let left = decoding.readVarUint(from); left > 0; left--) {
    const sheet = decoding.readVarString(from) as SheetId
    const form = decoding.readUint8(from) === 0 ? 'state' : 'update'
    sheets.push({ sheet, form, bytes: decoding.readVarUint8Array(from) })
  }
  return { gallery, channel, n, sub, sheets }
}
