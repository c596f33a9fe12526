import { rm, stat, truncate, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import sharp from 'sharp'
import type { PersonId, PhotoId, VersionId } from '../../../common/ids.ts'
import { done } from '../../../common/result.ts'
import { systemDice } from '../../../server/dice.ts'
import { createFiles } from '../../../server/media/files.ts'
import { createImaging } from '../../../server/media/imaging.ts'
import { createTiles } from '../../../server/media/tiles.ts'
import type { Imaging } from '../../../server/ports.ts'
import { temporaryFolder } from '../../fixtures/pictures.ts'

const at = { level: 0, column: 0, row: 0 }
const day = 24 * 3_600_000
const anna = systemDice.id('visitor') as PersonId
const ben = systemDice.id('visitor') as PersonId
let folder = ''
let jpeg: Buffer
beforeAll(async () => {
  folder = await temporaryFolder()
  jpeg = await sharp({ create: { width: 2600, height: 300, channels: 3, background: '#808080' } })
    .jpeg()
    .toBuffer()
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const files = () => createFiles({ folder: join(folder, 'pictures') })
async function kept() {
  const photo = systemDice.id('photo') as PhotoId
  const version = systemDice.id('version') as VersionId
  const path = join(folder, version)
  await writeFile(path, jpeg)
  await files().keepOriginal(photo, version, path)
  return { photo, version }
}

/** Cuts when told to. */
function slowImaging() {
  const cuts: { readonly to: string; readonly finish: () => void }[] = []
  const imaging: Pick<Imaging, 'cut'> = {
    cut: (_from, to) => new Promise((resolve) => cuts.push({ to, finish: () => resolve(done(undefined)) })),
  }
  return { cuts, imaging }
}
const settled = async (cuts: readonly unknown[], count: number) => {
  while (cuts.length < count) await new Promise((resolve) => setTimeout(resolve, 5))
}

test('[FULL-11] one person has six originals cut at a time; others are not held up by it', async () => {
  const { cuts, imaging } = slowImaging()
  const tiles = createTiles({ files: files(), imaging, clock: { now: () => Date.now() } })
  const photos = await Promise.all(Array.from({ length: 8 }, kept))
  const [again, ...others] = photos
  if (!again) throw new Error('nothing kept')
  const begun = photos.slice(0, 6).map((photo) => tiles.find({ ...photo, at, by: anna }))
  await settled(cuts, 6)
  const shared = tiles.find({ ...again, at: { ...at, column: 1 }, by: anna })
  const [seventh = again] = others.slice(5)
  expect(await tiles.find({ ...seventh, at, by: anna })).toMatchObject({ ok: false, refusal: { code: 'too-many' } })
  const bens = tiles.find({ ...seventh, at, by: ben })
  await settled(cuts, 7)
  for (const { finish } of cuts) finish()
  await Promise.all([...begun, shared, bens])
  expect(cuts).toHaveLength(7)
})

test('[FULL-12] an original that cannot be read is tried once, and leaves nothing behind', async () => {
  const { photo, version } = await kept()
  await truncate(files().originalPath(photo, version), 900)
  let tried = 0
  const imaging = createImaging()
  const counting: Pick<Imaging, 'cut'> = {
    cut: (from, to) => {
      tried++
      return imaging.cut(from, to)
    },
  }
  const tiles = createTiles({ files: files(), imaging: counting, clock: { now: () => Date.now() } })
  for (const by of [anna, ben]) {
    expect(await tiles.find({ photo, version, at, by })).toMatchObject({ ok: false, refusal: { code: 'not-found' } })
  }
  expect(tried).toBe(1)
  await expect(stat(files().tilesFolder(photo, version))).rejects.toThrow('ENOENT')
})

test('[FULL-13] tiles nobody looked at for 30 days are removed and cut again when they are asked for; others stay', async () => {
  let now = Date.now()
  const tiles = createTiles({ files: files(), imaging: createImaging(), clock: { now: () => now } })
  const [old, used] = [await kept(), await kept()]
  for (const photo of [old, used]) expect(await tiles.find({ ...photo, at, by: anna })).toMatchObject({ ok: true })
  const folderOf = ({ photo, version }: typeof old) => files().tilesFolder(photo, version)
  await utimes(folderOf(old), (now - 31 * day) / 1000, (now - 31 * day) / 1000)
  await tiles.sweep()
  await expect(stat(folderOf(old))).rejects.toThrow('ENOENT')
  expect((await stat(folderOf(used))).isDirectory()).toBe(true)
  now += 2 * day
  expect(await tiles.find({ ...old, at, by: anna })).toMatchObject({ ok: true })
})
