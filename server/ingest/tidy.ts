/** What a crash left between a removal and its files: files that no record names. */
import { setImmediate as breath } from 'node:timers/promises'
import { z } from 'zod'
import { photoKey } from '../../common/gallery/keys.ts'
import { type PhotoId, type VersionId, versionId } from '../../common/ids.ts'
import type { KeptFiles } from '../ports.ts'
import type { IngestDeps } from './ingest.ts'

/** Milliseconds a file may wait for its record: longer than an unfinished upload is kept and may still be accepted. */
const patience = 72 * 60 * 60_000

interface Found {
  readonly named: number
  readonly unnamed: readonly { readonly photo: PhotoId; readonly versions: readonly VersionId[] }[]
}

/** Where more is unnamed than named the folder is another database's, or this one is an older copy: everything stays. */
export async function tidy(deps: IngestDeps, stopped: () => boolean): Promise<void> {
  const { named, unnamed } = await look(deps, stopped)
  if (unnamed.length === 0 || stopped()) return
  const facts = { named, unnamed: unnamed.length }
  if (unnamed.length > named) return deps.log.warn(facts, 'most pictures here are in no gallery of this database; they are left alone')
  for (const { photo, versions } of unnamed) await deps.files.removePhoto(photo, versions)
  deps.log.info(facts, 'removed the files of photos that are in no gallery')
}

/** Reads the folder once, a photo at a time. */
async function look(deps: IngestDeps, stopped: () => boolean): Promise<Found> {
  const unnamed: Found['unnamed'][number][] = []
  let named = 0
  for await (const kept of deps.files.kept()) {
    if (stopped()) break
    const versions = await unnamedOf(deps, kept)
    if (versions.length < kept.versions.length) named++
    if (versions.length > 0) unnamed.push({ photo: kept.photo, versions })
    await breath()
  }
  return { named, unnamed }
}

const record = z.object({ versions: z.array(z.object({ id: versionId })) })

async function unnamedOf({ store, clock }: IngestDeps, { photo, versions }: KeptFiles): Promise<readonly VersionId[]> {
  const before = clock.now() - patience
  const records = await store.streams.find(photoKey(photo))
  const named = new Set(records.flatMap(({ value }) => record.parse(value).versions.map(({ id }) => id)))
  return versions.filter(({ id, at }) => !named.has(id) && at < before).map(({ id }) => id)
}
