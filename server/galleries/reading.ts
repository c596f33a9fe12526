/** Galleries as kept: loading them, and reading on where another node went ahead. */

import type { Change, GalleryRecord, GalleryState, RecordKind } from '../../common/gallery/model.ts'
import { apply, stateOf } from '../../common/gallery/state.ts'
import type { GalleryId, StreamId } from '../../common/ids.ts'
import type { StreamEntry } from '../ports.ts'
import type { GalleriesDeps } from './deps.ts'
import type { OpenGallery } from './open-gallery.ts'
import { tellAll } from './telling.ts'

/** Entries read in one step when reading on. */
const pageSize = 200
/** Commands known again after a restart. */
const recentCommands = 300

export const streamOf = (gallery: GalleryId): StreamId => `gallery:${gallery}`

export async function loadState(gallery: GalleryId, deps: GalleriesDeps): Promise<{ state: GalleryState; rev: number } | null> {
  const loaded = await deps.store.streams.load(streamOf(gallery))
  if (!loaded) return null
  return { state: stateOf(loaded.records.map(({ value }) => value as GalleryRecord)), rev: loaded.rev }
}

export async function rememberCommands(open: OpenGallery, deps: GalleriesDeps): Promise<void> {
  const recent = await deps.store.streams.recent(open.stream, recentCommands)
  for (const { by, commandId, rev } of recent.toReversed()) if (rev <= open.rev) open.remember(by, commandId, rev)
}

/** In turn: folds in what the journal holds beyond what is known here, and tells it like one's own. */
export async function readOn(open: OpenGallery, deps: GalleriesDeps): Promise<void> {
  for (;;) {
    const entries = await deps.store.streams.entries(open.stream, open.rev, pageSize)
    if (entries.some((entry, index) => entry.rev !== open.rev + 1 + index)) return readAnew(open, deps)
    for (const entry of entries) foldEntry(open, entry, deps)
    if (entries.length < pageSize) break
  }
  open.doubtful = false
}

function foldEntry(open: OpenGallery, entry: StreamEntry, deps: GalleriesDeps): void {
  const before = open.state
  const changes = entry.writes.map(
    ({ kind, id, value }): Change => ({ kind: kind as RecordKind, id, after: value as GalleryRecord | null }),
  )
  open.state = apply(before, changes)
  open.rev = entry.rev
  open.remember(entry.by, entry.commandId, entry.rev)
  tellAll(open, { before, changes, now: deps.clock.now() })
}

/** The journal was folded away below: the records themselves say what is. */
async function readAnew(open: OpenGallery, deps: GalleriesDeps): Promise<void> {
  const loaded = await loadState(open.id, deps)
  if (!loaded) throw new Error('a gallery lost its stream')
  const before = open.state
  open.state = loaded.state
  open.rev = loaded.rev
  await rememberCommands(open, deps)
  tellAll(open, { before, changes: 'all', now: deps.clock.now() })
  open.doubtful = false
}
