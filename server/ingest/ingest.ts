/** From a finished upload to a picture everyone sees. The photo's record is the queue: whatever stops here is resumed from it. */
import PQueue from 'p-queue'
import type { GalleryId, PersonId, PhotoId, VersionId } from '../../common/ids.ts'
import { type Result, refuse } from '../../common/result.ts'
import type { Galleries } from '../galleries/api.ts'
import type { Log } from '../log.ts'
import type { Clock, Dice, Files, Imaging, PictureFacts, Store } from '../ports.ts'
import { accept } from './accept.ts'
import { resume } from './resume.ts'
import { makeSizes } from './sizes.ts'
import { tidy } from './tidy.ts'

export interface IngestDeps {
  readonly galleries: Galleries
  readonly store: Store
  readonly files: Files
  readonly imaging: Imaging
  readonly dice: Dice
  readonly clock: Clock
  readonly log: Log
}

export interface Upload {
  readonly gallery: GalleryId
  readonly photo: PhotoId
  readonly person: PersonId
  /** The finished temporary file, on the same file system as the originals. Taken over, or removed when refused. */
  readonly path: string
  /** Given when the same upload may come twice (after a crash): the second time finds it done. */
  readonly version?: VersionId
}

export interface Ingest {
  /** A version id for an upload that begins, so that finishing it twice is finishing it once. */
  version(): VersionId
  /** Durable when it resolves; the sizes are made afterwards. Refuses what is not a readable picture. */
  accept(upload: Upload): Promise<Result<void>>
  /** After a start: makes the sizes of every photo whose original is here. */
  resume(): Promise<void>
  /** After a start, in the background: removes files that no record names. Its faults are logged. */
  tidy(): Promise<void>
  /** Resolves when no size is being made or waits for it, and the files of removed photos are gone. */
  idle(): Promise<void>
  /** Finishes the picture under way; what waits is left to the next `resume`, what arrives is told to `retry`. */
  close(): Promise<void>
  /** True from the call of `close` on. */
  closing(): boolean
}

export interface Job {
  readonly gallery: GalleryId
  readonly photo: PhotoId
  readonly version: VersionId
  readonly facts: PictureFacts
}

/** Decoding is bounded by `Imaging`; this only keeps that queue short enough to stop between two pictures. */
const jobs = 2
/** Photos whose files are removed at once. */
const removals = 4

export function createIngest(deps: IngestDeps): Ingest {
  const queue = new PQueue({ concurrency: jobs })
  /** The same upload may finish twice at once; both get the one answer. */
  const accepting = new Map<VersionId, Promise<Result<void>>>()
  const later = (job: Job) => {
    queue.add(() => makeSizes(deps, job)).catch((fault: unknown) => deps.log.error({ fault, photo: job.photo }, 'sizes were not made'))
  }
  const once = (version: VersionId, start: () => Promise<Result<void>>) => {
    const running = accepting.get(version) ?? start().finally(() => accepting.delete(version))
    accepting.set(version, running)
    return running
  }
  const removing = new PQueue({ concurrency: removals })
  const deaf = deps.galleries.onPhotosRemoved((photos) => {
    for (const { id: photo, versions } of photos) {
      const ids = versions.map(({ id }) => id)
      removing
        .add(() => deps.files.removePhoto(photo, ids))
        .catch((fault: unknown) => deps.log.error({ err: fault, photo }, 'files of a removed photo are left; a later start removes them'))
    }
  })
  let tidying: Promise<void> = Promise.resolve()
  let closing = false
  const newVersion = () => deps.dice.id('version') as VersionId
  return {
    version: newVersion,
    accept(upload) {
      const version = upload.version ?? newVersion()
      if (closing) return Promise.resolve(refuse('retry'))
      return once(version, () => accept(deps, { ...upload, version }, later))
    },
    resume: () => resume(deps, later),
    tidy() {
      tidying = tidy(deps, () => closing).catch((fault: unknown) => deps.log.error({ err: fault }, 'pictures could not be tidied'))
      return tidying
    },
    async idle() {
      await Promise.all([queue.onIdle(), removing.onIdle()])
    },
    async close() {
      closing = true
      queue.pause()
      queue.clear()
      deaf()
      await Promise.allSettled(accepting.values())
      await Promise.all([queue.onPendingZero(), removing.onIdle(), tidying])
    },
    closing: () => closing,
  }
}
