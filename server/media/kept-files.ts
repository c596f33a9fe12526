/** What lies in the folder of pictures, read a folder at a time. */
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { photoId, type VersionId, versionId } from '../../common/ids.ts'
import type { KeptFiles } from '../ports.ts'
import { missingIsNull } from './missing.ts'

export async function* keptIn(folder: string): AsyncGenerator<KeptFiles> {
  for (const shelf of await foldersIn(folder)) {
    for (const name of await foldersIn(join(folder, shelf))) {
      const photo = photoId.safeParse(name)
      if (!photo.success) continue
      const versions = await versionsIn(join(folder, shelf, name))
      if (versions.size > 0) yield { photo: photo.data, versions: [...versions].map(([id, at]) => ({ id, at })) }
    }
  }
}

/** Newest file of each version, milliseconds since 1970. */
async function versionsIn(folder: string): Promise<ReadonlyMap<VersionId, number>> {
  const versions = new Map<VersionId, number>()
  for (const name of await namesIn(folder)) {
    const version = versionId.safeParse(name.slice(0, name.indexOf('.')))
    const file = version.success ? await missingIsNull(stat(join(folder, name))) : null
    if (version.success && file) versions.set(version.data, Math.max(file.mtimeMs, versions.get(version.data) ?? 0))
  }
  return versions
}

/** None where there is no such folder. */
export async function namesIn(folder: string): Promise<readonly string[]> {
  return (await missingIsNull(readdir(folder))) ?? []
}

async function foldersIn(folder: string): Promise<readonly string[]> {
  const found = (await missingIsNull(readdir(folder, { withFileTypes: true }))) ?? []
  return found.filter((one) => one.isDirectory()).map(({ name }) => name)
}
