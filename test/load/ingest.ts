/** Ingest against the image library alone on the same files: what checking, keeping, recording and telling cost. */
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PQueue from 'p-queue'
import sharp from 'sharp'
import { renditionEdges } from '../../common/limits.ts'
import { systemDice } from '../../server/dice.ts'
import { createIngest } from '../../server/ingest/ingest.ts'
import { createFiles } from '../../server/media/files.ts'
import { createImaging } from '../../server/media/imaging.ts'
import { gallery, openHouse, owner, photo, scene } from '../helpers/gallery-house.ts'
import { furnish } from '../helpers/gallery-scenery.ts'
import { type BenchRow, median } from './rows.ts'

const rounds = 3
const files = 6
/** As many pictures at once as ingest makes. */
const atOnce = 2

/** Pictures a second; more is better. */
export async function benchIngest(): Promise<readonly BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'proofroom-bench-'))
  try {
    const pictures = await makePictures(folder)
    const ours: number[] = []
    const alone: number[] = []
    for (let round = 0; round <= rounds; round++) {
      const one = await ingestAll(folder, pictures, round)
      const two = await renderAll(folder, pictures)
      // The first round warms both.
      if (round > 0) ours.push(one)
      if (round > 0) alone.push(two)
    }
    const [a, b] = [median(ours), median(alone)]
    return [
      {
        name: 'ingest of 24-megapixel JPEGs, ours ÷ image library alone',
        ours: a,
        peer: b,
        ratio: a / b,
        target: '≥ 0.9',
        unit: 'pictures/s',
      },
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function makePictures(folder: string): Promise<readonly string[]> {
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const
  const grain = await sharp({ create: { width: 1500, height: 1000, channels: 3, background: 'grey', noise } })
    .png()
    .toBuffer()
  const paths = Array.from({ length: files }, (_, n) => join(folder, `picture-${n}.jpg`))
  for (const path of paths) await sharp(grain).resize(6000, 4000).jpeg({ quality: 88 }).toFile(path)
  return paths
}

async function ingestAll(folder: string, pictures: readonly string[], round: number): Promise<number> {
  const house = await openHouse()
  const { galleries, store, clock } = house
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const kept = createFiles({ folder: join(folder, `kept-${round}`) })
  const ingest = createIngest({ galleries, store, files: kept, imaging: createImaging(), dice: systemDice, clock, log: quiet })
  await furnish(house, { scenes: 1, each: 0 })
  const announced = pictures.map((_, n) => ({ id: photo(n + 1), scene: scene(1), cameraName: `DSC_${n}.jpg`, order: n }))
  await house.ask(owner, { type: 'photo:add', photos: announced })
  const uploads = await copies(folder, pictures, round)
  const began = performance.now()
  await Promise.all(uploads.map((path, n) => ingest.accept({ gallery, photo: photo(n + 1), person: owner, path })))
  await ingest.idle()
  const seconds = (performance.now() - began) / 1000
  await ingest.close()
  await house.stop()
  return pictures.length / seconds
}

async function copies(folder: string, pictures: readonly string[], round: number): Promise<readonly string[]> {
  const uploads = pictures.map((_, n) => join(folder, `upload-${round}-${n}`))
  await Promise.all(pictures.map((path, n) => copyFile(path, uploads[n] ?? '')))
  return uploads
}

/** The same sizes from the same files by the shortest way: one decode, each size from the one before. */
async function renderAll(folder: string, pictures: readonly string[]): Promise<number> {
  const queue = new PQueue({ concurrency: atOnce })
  const began = performance.now()
  await Promise.all(pictures.map((path, n) => queue.add(() => renderOne(path, join(folder, `alone-${n}`)))))
  return pictures.length / ((performance.now() - began) / 1000)
}

async function renderOne(path: string, to: string): Promise<void> {
  const [largest = 2560, ...smaller] = [...renditionEdges].reverse()
  const resized = sharp(path).autoOrient().resize({ width: largest, height: largest, fit: 'inside' }).raw()
  let { data, info } = await resized.toBuffer({ resolveWithObject: true })
  const of = () => sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } })
  await of().jpeg({ quality: 82, progressive: true }).toFile(`${to}.${largest}.jpg`)
  for (const edge of smaller) {
    const next = await of().resize({ width: edge, height: edge, fit: 'inside' }).raw().toBuffer({ resolveWithObject: true })
    data = next.data
    info = next.info
    await of().jpeg({ quality: 82, progressive: true }).toFile(`${to}.${edge}.jpg`)
  }
}
