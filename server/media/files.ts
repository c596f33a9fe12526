/** Originals and renditions in one folder. Names are made of ids; a photo's folder is found without looking. */
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { PhotoId, VersionId } from '../../common/ids.ts'
import { renditionEdges } from '../../common/limits.ts'
import type { Files } from '../ports.ts'
import { missingIsNull } from './missing.ts'

/** `fromPath` given to `keepOriginal` must be on the same file system as `folder`: taking over is a rename. */
export function createFiles({ folder }: { readonly folder: string }): Files {
  const original = (photo: PhotoId, version: VersionId) => join(folderOf(folder, photo), `${version}.original`)
  const rendition = (photo: PhotoId, version: VersionId, edge: number) => join(folderOf(folder, photo), `${version}.${edge}.jpg`)
  return {
    async keepOriginal(photo, version, fromPath) {
      const to = original(photo, version)
      await mkdir(dirname(to), { recursive: true })
      await syncFile(fromPath)
      await rename(fromPath, to)
      await syncFile(dirname(to))
    },
    originalPath: original,
    hasOriginal: async (photo, version) => (await missingIsNull(stat(original(photo, version)))) !== null,
    renditionPath: rendition,
    async removePhoto(photo, versions) {
      const names = versions.flatMap((version) => [
        original(photo, version),
        ...renditionEdges.map((edge) => rendition(photo, version, edge)),
      ])
      await Promise.all(names.map((name) => rm(name, { force: true })))
    },
  }
}

/** Two letters of the random part: 3,844 folders, so that none grows beyond what file systems like. */
function folderOf(folder: string, photo: PhotoId): string {
  const body = photo.slice(photo.indexOf('_') + 1)
  return join(folder, body.slice(0, 2), photo)
}

/** A record may only speak of a file that survives a power cut. */
async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
