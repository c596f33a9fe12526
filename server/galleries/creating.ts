/** A gallery's first commit: its stream begins with it. */

import type { SystemCommand } from '../../common/gallery/commands.ts'
import { createGallery } from '../../common/gallery/state.ts'
import type { GalleryId } from '../../common/ids.ts'
import { done, refuse } from '../../common/result.ts'
import type { Perform } from './api.ts'
import type { GalleriesDeps } from './deps.ts'
import { type Performed, writesOf } from './performing.ts'
import { streamOf } from './reading.ts'

export type CreateCommand = Extract<SystemCommand, { type: 'gallery:create' }>

/** `chain`: the new gallery and those above it, nearest first. */
export async function create(
  ask: Perform & { readonly command: CreateCommand },
  chain: readonly GalleryId[],
  deps: GalleriesDeps,
): Promise<Performed> {
  const { command, by, commandId } = ask
  if (command.gallery.id !== ask.gallery) return refuse('malformed')
  if (by !== null) {
    const seat = await deps.staffSeat(by, command.gallery.account, chain)
    if (!seat?.write || !seat.inScope) return refuse('not-allowed')
  }
  const at = deps.clock.now()
  const stream = streamOf(ask.gallery)
  const kept = await deps.store.streams.commit({ stream, rev: 1, commandId, command, writes: writesOf(createGallery(command, at)), by, at })
  if (kept === 'ok') return done({ rev: 1 })
  const [first] = await deps.store.streams.entries(stream, 0, 1)
  const again = commandId !== null && first?.commandId === commandId && first.by === by
  return again ? done({ rev: 1 }) : refuse('taken')
}
