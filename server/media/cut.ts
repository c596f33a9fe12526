/** One decode, every tile of every level. Pixels only: no metadata of the original reaches a tile. */
import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { type Pixels, tileEdge, tileLevels } from '../../common/gallery/tiles.ts'
import { originalPixels } from '../../common/limits.ts'
import { done, type Result, refuse } from '../../common/result.ts'
import { isThere } from './missing.ts'

/** A little finer than renditions: tiles are looked at pixel by pixel. */
const quality = 86
/** A 300-megapixel picture takes 10 s here; what takes longer was made to. */
const cutSeconds = 90
const white = '#ffffff'

/** `toFolder` appears whole or not at all; `picture` is the original's size after orientation. */
export async function cutTo(fromPath: string, toFolder: string, picture: Pixels): Promise<Result<void>> {
  const unfinished = `${toFolder}-${randomUUID()}`
  await mkdir(unfinished, { recursive: true })
  try {
    if (!(await pyramid(fromPath, join(unfinished, 'all.dz')))) return refuse('picture-broken')
    await keepLevels(join(unfinished, 'all_files'), unfinished, tileLevels(picture))
    await rm(join(unfinished, 'all.dzi'), { force: true })
    await become(unfinished, toFolder)
    return done(undefined)
  } finally {
    await rm(unfinished, { recursive: true, force: true })
  }
}

async function pyramid(fromPath: string, toPath: string): Promise<boolean> {
  try {
    await sharp(fromPath, { limitInputPixels: originalPixels, failOn: 'error' })
      .autoOrient()
      .flatten({ background: white })
      .toColourspace('srgb')
      .timeout({ seconds: cutSeconds })
      .jpeg({ quality })
      .tile({ size: tileEdge, overlap: 0, layout: 'dz', depth: 'onetile' })
      .toFile(toPath)
    return true
  } catch {
    return false
  }
}

/** The library counts levels from the smallest on, we from the largest; smaller ones than renditions are are not kept. */
async function keepLevels(from: string, to: string, count: number): Promise<void> {
  const largestFirst = (await readdir(from))
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .sort((a, b) => b - a)
  for (const [level, name] of largestFirst.slice(0, count).entries()) await rename(join(from, String(name)), join(to, String(level)))
  await rm(from, { recursive: true, force: true })
}

/** Another process may have been faster: its tiles are as good. */
async function become(unfinished: string, folder: string): Promise<void> {
  try {
    await rename(unfinished, folder)
  } catch (fault) {
    if (!(await isThere(folder))) throw fault
  }
}
