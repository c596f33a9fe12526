/** After a start: what was kept and not finished is finished. */

import { unfinishedKey } from '../../common/gallery/keys.ts'
import type { GalleryId } from '../../common/ids.ts'
import { galleryId, photoId } from '../../common/ids.ts'
import type { KeptRecord } from '../ports.ts'
import { durably } from './durably.ts'
import type { IngestDeps, Job } from './ingest.ts'

const streamPrefix = 'gallery:'

/** One damaged record or gallery does not keep the others from being resumed. */
export async function resume(deps: IngestDeps, later: (job: Job) => void): Promise<void> {
  for (const record of await deps.store.streams.find(unfinishedKey)) {
    try {
      await resumeOne(deps, record, later)
    } catch (fault) {
      deps.log.error({ fault, photo: record.id }, 'photo could not be resumed')
    }
  }
}

async function resumeOne(deps: IngestDeps, record: KeptRecord, later: (job: Job) => void): Promise<void> {
  const gallery = galleryOf(record)
  const photo = photoId.parse(record.id)
  const found = gallery && (await deps.galleries.state(gallery))?.photos.get(photo)
  if (!gallery || !found) return
  // Announced and never sent has no version: whoever announced it may still send it.
  for (const { id: version, thumbhash } of found.versions) {
    if (thumbhash !== null) continue
    const facts = (await deps.files.hasOriginal(photo, version))
      ? await deps.imaging.inspect(deps.files.originalPath(photo, version))
      : null
    if (facts?.ok) later({ gallery, photo, version, facts: facts.value })
    else await durably(deps, gallery, { type: 'photo:failed', photo, version, code: facts?.refusal.code ?? 'picture-broken' })
  }
}

function galleryOf({ stream }: KeptRecord): GalleryId | null {
  const found = galleryId.safeParse(stream.slice(streamPrefix.length))
  return stream.startsWith(streamPrefix) && found.success ? found.data : null
}
