/** Originals, renditions and tiles in one folder. Names are made of ids; a photo's folder is found without looking. */
import { mkdir, open, rename, rm, rmdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { PhotoId, VersionId } from '../../common/ids.ts'
import type { Files } from '../ports.ts'
import { keptIn, namesIn } from './kept-files.ts'
import { missingIsNull } from './missing.ts'

/** `fromPath` given to `keepOriginal` must be on the same file system as `folder`: taking over is a rename. */
export function createFiles({ folder }: { readonly folder: string }): Files {
  const original = (photo: PhotoId, version: VersionId) => join(folderOf(folder, photo), `${version}.original`)
  const rendition = (photo: PhotoId, version: VersionId, edge: number) => join(folderOf(folder, photo), `${version}.${edge}.jpg`)
  const tiles = (photo: PhotoId, version: VersionId) => join(folderOf(folder, photo), `${version}.tiles`)
  return {
    async keepOriginal(photo, version, fromPath) {
      const to = original(photo, version)
      await syncFile(fromPath)
      await moveInto(dirname(to), () => rename(fromPath, to))
      await syncFile(dirname(to))
    },
    originalPath: original,
    hasOriginal: async (photo, version) => (await missingIsNull(stat(original(photo, version)))) !== null,
    renditionPath: rendition,
    tilesFolder: tiles,
    tilePath: (photo, version, { level, column, row }) => join(tiles(photo, version), String(level), `${column}_${row}.jpeg`),
    async removePhoto(photo, versions) {
      const own = folderOf(folder, photo)
      const names = (await namesIn(own)).filter((name) => versions.some((version) => name.startsWith(`${version}.`)))
      await Promise.all(names.map((name) => rm(join(own, name), { recursive: true, force: true })))
      // Other versions may be left, or another gallery's under the same id.
      await rmdir(own).catch(() => undefined)
    },
    kept: () => keptIn(folder),
  }
}

/** Two letters of the random part: 3,844 folders, so that none grows beyond what file systems like. */
function folderOf(folder: string, photo: PhotoId): string {
  const body = photo.slice(photo.indexOf('_') + 1)
  return join(folder, body.slice(0, 2), photo)
}

/** An empty folder is removed by whoever removes its last file, also between making it and moving into it. */
async function moveInto(folder: string, move: () => Promise<void>): Promise<void> {
  await mkdir(folder, { recursive: true })
  if ((await missingIsNull(move().then(() => true))) !== null) return
  await mkdir(folder, { recursive: true })
  await move()
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
