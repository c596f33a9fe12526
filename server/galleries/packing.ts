/** What everyone who joins a view is sent, gzipped once and in other threads: whoever joins before that is done is sent it as it is. */
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { createGzip, gzip } from 'node:zlib'
import type { SeenRecord } from '../../common/visibility/seen.ts'
import { seenOf } from '../../common/visibility/told.ts'
import { bundleOf } from './bundle.ts'
import type { OpenGallery } from './open-gallery.ts'
import type { Bundle, View } from './view.ts'

/** Bytes of a piece and records of a snapshot below which packing is not worth its time. */
const worthPacking = 1024
const longSnapshot = 200
/** Records turned into text in one stretch. */
const stretch = 250
const options = { level: 6 }
const packBytes = promisify(gzip)

/** Resolves when the view's bundle and snapshot, as they are now, are ready for whoever joins. */
export async function pack(open: OpenGallery, view: View): Promise<void> {
  await Promise.all([packBundle(bundleOf(open, view)), packRecords(view, recordsOf(open, view))])
}

export function recordsOf(open: OpenGallery, view: View): readonly SeenRecord[] {
  view.records ??= [...seenOf(view.viewer, open.state, open.studio).values()]
  return view.records
}

function packBundle(bundle: Bundle): Promise<void> {
  bundle.packing ??= packPieces(bundle.pieces)
  return bundle.packing
}

/** Each piece is replaced once it is packed: both say the same. */
async function packPieces(pieces: Uint8Array[]): Promise<void> {
  for (const [i, piece] of pieces.entries()) {
    if (piece.length >= worthPacking) pieces[i] = await packBytes(piece, options)
  }
}

/** The records may change while they are packed; what is packed then is never sent. */
function packRecords(view: View, records: readonly SeenRecord[]): Promise<void> | undefined {
  if (records.length < longSnapshot) return
  if (view.packed?.records !== records) {
    const bytes = buffer(Readable.from(jsonOf(records)).pipe(createGzip(options)))
    view.packed = { records, bytes: null, packing: bytes.then((packed) => keep(view, records, packed)) }
  }
  return view.packed.packing
}

function keep(view: View, records: readonly SeenRecord[], bytes: Uint8Array): void {
  if (view.packed?.records === records) view.packed.bytes = bytes
}

/** A JSON array, a few records at a time: a large gallery holds up nobody. */
function* jsonOf(records: readonly SeenRecord[]): Iterable<string> {
  for (let from = 0; from < records.length; from += stretch) {
    const text = JSON.stringify(records.slice(from, from + stretch))
    yield `${from === 0 ? '[' : ','}${text.slice(1, -1)}`
  }
  yield ']'
}
