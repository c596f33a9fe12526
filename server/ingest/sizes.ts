/** Makes the sizes of one kept original and says so. */
import { durably } from './durably.ts'
import type { IngestDeps, Job } from './ingest.ts'

export async function makeSizes(deps: IngestDeps, { gallery, photo, version, facts }: Job): Promise<void> {
  const { files, imaging, log } = deps
  if (!(await stillThere(deps, gallery, photo))) return files.removePhoto(photo, [version])
  const made = await imaging.render(files.originalPath(photo, version), (edge) => files.renditionPath(photo, version, edge))
  if (!made.ok) {
    await durably(deps, gallery, { type: 'photo:failed', photo, version, code: made.refusal.code })
    return files.removePhoto(photo, [version])
  }
  const { width, height, capture } = facts
  const ready = await durably(deps, gallery, {
    type: 'photo:ready',
    photo,
    version,
    width,
    height,
    thumbhash: made.value.thumbhash,
    capture,
  })
  if (ready.ok) return
  if (ready.refusal.code === 'not-found') return files.removePhoto(photo, [version])
  log.warn({ gallery, photo, refusal: ready.refusal.code }, 'sizes are made but not recorded; the next start tries again')
}

/** Removed while it waited: there is nobody to show it to. */
async function stillThere({ galleries }: IngestDeps, gallery: Job['gallery'], photo: Job['photo']): Promise<boolean> {
  const state = await galleries.state(gallery)
  return state?.photos.has(photo) === true
}
