/** The image library behind the `Imaging` port. Expected damage is a refusal; only faults of this machine are thrown. */
import { stat } from 'node:fs/promises'
import PQueue from 'p-queue'
import sharp from 'sharp'
import { originalBytes, originalPixels } from '../../common/limits.ts'
import { done, type Result, refuse } from '../../common/result.ts'
import type { Imaging, PictureFacts } from '../ports.ts'
import { captureOf } from './capture.ts'
import { cutTo } from './cut.ts'
import { wrapped } from './metadata-blocks.ts'
import { type PictureType, pictureType } from './picture-types.ts'
import { renderTo } from './render.ts'

/** Pictures decoded at once. Two keep two cores busy; more only cost memory. */
const jobs = 2
/** Above this many pixels a picture may need gigabytes (interlaced, progressive): one such at a time. */
const heavyPixels = 100_000_000
/** Somebody looks and waits: before sizes of uploads that nobody has seen yet. */
const waitedFor = 1

export function createImaging(): Imaging {
  sharp.cache(false)
  sharp.concurrency(1)
  const queue = new PQueue({ concurrency: jobs })
  const heavy = new PQueue({ concurrency: 1 })
  return {
    inspect,
    async render(fromPath, toPath) {
      const found = await inspectSize(fromPath)
      if (!found.ok) return found
      const job = () => queue.add(() => renderTo(fromPath, toPath))
      return isHeavy(found.value) ? heavy.add(job) : job()
    },
    async cut(fromPath, toFolder) {
      const found = await inspectSize(fromPath)
      if (!found.ok) return found
      const job = () => queue.add(() => cutTo(fromPath, toFolder, found.value), { priority: waitedFor })
      return isHeavy(found.value) ? heavy.add(job, { priority: waitedFor }) : job()
    },
  }
}

const isHeavy = ({ width, height }: Size): boolean => width * height > heavyPixels

async function inspect(path: string): Promise<Result<PictureFacts>> {
  const { size: bytes } = await stat(path)
  if (bytes > originalBytes) return refuse('too-large', `${Math.floor(originalBytes / 1024 / 1024)} MB`)
  const found = await inspectSize(path)
  if (!found.ok) return found
  const { type, width, height, blocks } = found.value
  return done({ type, bytes, width, height, capture: await captureOf(path, type, blocks) })
}

interface Size {
  readonly type: string
  readonly width: number
  readonly height: number
  readonly blocks: Uint8Array | null
}

async function inspectSize(path: string): Promise<Result<Size>> {
  const type = await pictureType(path)
  return type === null ? refuse('not-a-picture') : sizeOf(path, type)
}

/** Reads the header only, so that a picture that claims too many pixels costs nothing. */
async function sizeOf(path: string, { type, format }: PictureType): Promise<Result<Size>> {
  try {
    const header = await sharp(path, { limitInputPixels: false }).metadata()
    if (header.format !== format) return refuse('not-a-picture')
    if (header.width * header.height > originalPixels) return refuse('picture-too-large')
    const { width, height } = header.autoOrient
    return done({ type, width, height, blocks: format === 'png' || format === 'webp' ? wrapped(header) : null })
  } catch {
    return refuse('picture-broken')
  }
}
