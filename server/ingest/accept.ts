/** A finished upload becomes the original of a photo, or is refused and gone. */
import { rm } from 'node:fs/promises'
import type { Photo } from '../../common/gallery/model.ts'
import type { VersionId } from '../../common/ids.ts'
import { done, type Result, refuse } from '../../common/result.ts'
import { durably } from './durably.ts'
import type { IngestDeps, Job, Upload } from './ingest.ts'

/** Said again, the same version finds what the first time left behind and goes on from there. */
export async function accept(
  deps: IngestDeps,
  upload: Upload & { readonly version: VersionId },
  later: (job: Job) => void,
): Promise<Result<void>> {
  const { version } = upload
  const photo = (await deps.galleries.state(upload.gallery))?.photos.get(upload.photo)
  if (!photo) return dropped(upload, refuse('not-found'))
  if (photo.versions.some(({ id }) => id === version)) return done(undefined)
  return keep(deps, { upload, version, photo }, later)
}

interface Keeping {
  readonly upload: Upload
  readonly version: VersionId
  readonly photo: Photo
}

async function keep(deps: IngestDeps, { upload, version, photo }: Keeping, later: (job: Job) => void): Promise<Result<void>> {
  const { files, imaging } = deps
  const { gallery } = upload
  const taken = await files.hasOriginal(photo.id, version)
  const facts = await imaging.inspect(taken ? files.originalPath(photo.id, version) : upload.path)
  if (!facts.ok) {
    await files.removePhoto(photo.id, [version])
    // Without a version: a photo that can be shown stays as it is, and staff learn why the new one is not there.
    await durably(deps, gallery, { type: 'photo:failed', photo: photo.id, code: facts.refusal.code })
    return dropped(upload, facts)
  }
  if (!taken) await files.keepOriginal(photo.id, version, upload.path)
  const { type: fileType, bytes, width, height, capture } = facts.value
  const again = photo.versions.length > 0 ? { again: true as const } : {}
  const kept = await durably(deps, gallery, {
    type: 'photo:kept',
    ...again,
    photo: photo.id,
    version,
    width,
    height,
    bytes,
    fileType,
    capture,
  })
  if (!kept.ok) {
    // Not saved is not refused: the file stays, and the same upload finds it again.
    if (kept.refusal.code !== 'retry') await files.removePhoto(photo.id, [version])
    return kept
  }
  later({ gallery, photo: photo.id, version, facts: facts.value })
  return done(undefined)
}

async function dropped<T>({ path }: Upload, refused: Result<T>): Promise<Result<T>> {
  await rm(path, { force: true })
  return refused
}
