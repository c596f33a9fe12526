/** The sheets of a view, ready to send: stored bytes put together, first those of the first scenes; made once for everyone who joins. */

import type { GalleryState } from '../../common/gallery/model.ts'
import type { PhotoId } from '../../common/ids.ts'
import { bundleChunkBytes } from '../../common/limits.ts'
import { type Channel as ChannelName, encodeFrame, type SheetBytes } from '../../common/protocol/bundle.ts'
import type { OpenGallery } from './open-gallery.ts'
import type { SheetPlace } from './sheet-index.ts'
import type { Bundle, View } from './view.ts'

/** Bytes of updates sent after a bundle rather than making it anew. */
const tailBytes = 64 * 1024

/** The view's bundle, with the frames that came after it still known to its channel. */
export function bundleOf(open: OpenGallery, view: View): Bundle {
  if (view.bundle && tailOf(view, view.bundle) <= tailBytes) return view.bundle
  const places = [...open.index.all()].filter((place) => view.reads(open.state, place))
  view.bundle = { n: view.channel.position.n, pieces: [...piecesOf(open, 'view', inOrder(open.state, places))], packing: null }
  return view.bundle
}

/** Encoded, un-numbered pieces of at most about `bundleChunkBytes`. */
export function piecesOf(open: OpenGallery, channel: ChannelName, places: readonly SheetPlace[]): readonly Uint8Array[] {
  return chunksOf(statesOf(open, places)).map((sheets) => encodeFrame({ gallery: open.id, channel, n: 0, sub: 0, sheets }))
}

export function statesOf(open: OpenGallery, places: readonly SheetPlace[]): readonly SheetBytes[] {
  const states: SheetBytes[] = []
  for (const { id } of places) {
    const bytes = open.sheets.state(id)
    if (bytes) states.push({ sheet: id, form: 'state', bytes })
  }
  return states
}

export function chunksOf(sheets: readonly SheetBytes[]): readonly (readonly SheetBytes[])[] {
  const chunks: SheetBytes[][] = []
  let chunk: SheetBytes[] = []
  let size = 0
  for (const sheet of sheets) {
    const cost = sheet.bytes.length + sheet.sheet.length
    if (chunk.length > 0 && size + cost > bundleChunkBytes) {
      chunks.push(chunk)
      chunk = []
      size = 0
    }
    chunk.push(sheet)
    size += cost
  }
  if (chunk.length > 0) chunks.push(chunk)
  return chunks
}

function tailOf(view: View, bundle: Bundle): number {
  const missed = view.channel.since({ id: view.channel.id, n: bundle.n })
  return missed ? missed.reduce((sum, { size }) => sum + size, 0) : Number.POSITIVE_INFINITY
}

/** By scene and place in it: what a page shows first comes first. */
function inOrder(state: GalleryState, places: readonly SheetPlace[]): readonly SheetPlace[] {
  const keys = new Map<PhotoId, readonly [number, number]>()
  for (const { photo } of places) {
    const kept = state.photos.get(photo)
    if (kept) keys.set(photo, [state.scenes.get(kept.scene)?.order ?? 0, kept.order])
  }
  const none = [0, 0] as const
  return places.toSorted((a, b) => {
    const [sceneA, orderA] = keys.get(a.photo) ?? none
    const [sceneB, orderB] = keys.get(b.photo) ?? none
    return sceneA - sceneB || orderA - orderB
  })
}
