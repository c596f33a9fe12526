/** The `Tiles` port: an original is cut once, however many tiles of it are asked for at the same moment. */
import { rm, stat, utimes } from 'node:fs/promises'
import type { PersonId, PhotoId, VersionId } from '../../common/ids.ts'
import { done, type Result, refuse } from '../../common/result.ts'
import type { Clock, Files, Imaging, Tiles } from '../ports.ts'
import { isThere, missingIsNull } from './missing.ts'

export interface TilesDeps {
  readonly files: Files
  readonly imaging: Pick<Imaging, 'cut'>
  readonly clock: Clock
}

/** Originals being cut or waiting for it: of one person (two photos side by side and their neighbours), and of all. */
const ownCuts = 6
const allCuts = 40
/** Milliseconds after which use is noted again: what is not looked at for long can be removed. */
const noteEvery = 24 * 3_600_000
/** Milliseconds nobody looked so closely, after which tiles are removed: they are cut again in a second. */
const unusedFor = 30 * 24 * 3_600_000
/** Versions remembered as not to be cut, so that a damaged file is not tried for every tile. */
const rememberedBroken = 1_000

export function createTiles({ files, imaging, clock }: TilesDeps): Tiles {
  const cutting = new Map<VersionId, { readonly by: PersonId; readonly done: Promise<Result<void>> }>()
  const broken = new Set<VersionId>()
  const noted = new Map<VersionId, number>()
  let swept = 0

  const cut = async (photo: PhotoId, version: VersionId): Promise<Result<void>> => {
    if (!(await files.hasOriginal(photo, version))) return refuse('not-found')
    const made = await imaging.cut(files.originalPath(photo, version), files.tilesFolder(photo, version))
    if (!made.ok && broken.size < rememberedBroken) broken.add(version)
    return made.ok ? made : refuse('not-found')
  }

  const ensure = (photo: PhotoId, version: VersionId, by: PersonId): Promise<Result<void>> => {
    const running = cutting.get(version)
    if (running) return running.done
    const own = [...cutting.values()].filter((one) => one.by === by).length
    if (own >= ownCuts || cutting.size >= allCuts) return Promise.resolve(refuse('too-many'))
    const begun = { by, done: cut(photo, version).finally(() => cutting.delete(version)) }
    cutting.set(version, begun)
    return begun.done
  }

  const note = async (photo: PhotoId, version: VersionId): Promise<void> => {
    const now = clock.now()
    if ((noted.get(version) ?? 0) + noteEvery > now) return
    noted.set(version, now)
    await utimes(files.tilesFolder(photo, version), now / 1000, now / 1000).catch(() => undefined)
  }

  return {
    async find({ photo, version, at, by }) {
      if (broken.has(version)) return refuse('not-found')
      const path = files.tilePath(photo, version, at)
      if (!(await isThere(path))) {
        const made = await ensure(photo, version, by)
        if (!made.ok) return made
      }
      await note(photo, version)
      return (await isThere(path)) ? done(path) : refuse('not-found')
    },
    async sweep() {
      const now = clock.now()
      for (const [version, at] of noted) if (at + noteEvery <= now) noted.delete(version)
      if (swept + noteEvery > now) return
      swept = now
      for await (const { photo, versions } of files.kept()) {
        for (const { id } of versions) await dropUnused(files.tilesFolder(photo, id), now - unusedFor)
      }
    },
  }
}

async function dropUnused(folder: string, before: number): Promise<void> {
  const found = await missingIsNull(stat(folder))
  if (found && found.mtimeMs < before) await rm(folder, { recursive: true, force: true })
}
