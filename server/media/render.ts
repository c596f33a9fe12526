/** One decode, every size. Pixels only: no metadata of the original reaches a rendition. */
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import sharp, { type OutputInfo } from 'sharp'
import { rgbaToThumbHash } from 'thumbhash'
import { originalPixels, type RenditionEdge, renditionEdges } from '../../common/limits.ts'
import { done, type Result, refuse } from '../../common/result.ts'

/** Above it files grow faster than anyone sees the difference. */
const quality = 82
/** Long edge of what the placeholder is computed from; the algorithm's own limit. */
const thumbhashEdge = 100
/** A 300-megapixel picture takes 10 s here; what takes longer was made to. */
const decodeSeconds = 90
const white = '#ffffff'

interface Pixels {
  readonly data: Buffer
  readonly width: number
  readonly height: number
}

export async function renderTo(fromPath: string, toPath: (edge: RenditionEdge) => string): Promise<Result<{ readonly thumbhash: string }>> {
  const decoded = await decode(fromPath)
  if (decoded === null) return refuse('picture-broken')
  let pixels = decoded
  for (const edge of [...renditionEdges].reverse()) {
    pixels = await within(pixels, edge, decoded)
    await writeJpeg(pixels, toPath(edge))
  }
  return done({ thumbhash: await thumbhashOf(pixels) })
}

async function decode(path: string): Promise<Pixels | null> {
  const largest = Math.max(...renditionEdges)
  try {
    const { data, info } = await sharp(path, { limitInputPixels: originalPixels, failOn: 'error' })
      .autoOrient()
      .resize({ width: largest, height: largest, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: white })
      .toColourspace('srgb')
      .timeout({ seconds: decodeSeconds })
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true })
    return { data: info.channels === 3 ? data : await threeChannels(data, info), width: info.width, height: info.height }
  } catch {
    return null
  }
}

async function threeChannels(data: Buffer, raw: OutputInfo): Promise<Buffer> {
  return sharp(data, { raw }).toColourspace('srgb').removeAlpha().raw().toBuffer()
}

/** `whole` gives the proportion: sizes derived from each other would round it away. */
async function within(pixels: Pixels, edge: number, whole: Pixels): Promise<Pixels> {
  const scale = edge / Math.max(whole.width, whole.height)
  if (scale >= 1) return pixels
  const width = Math.max(1, Math.round(whole.width * scale))
  const height = Math.max(1, Math.round(whole.height * scale))
  const data = await of(pixels).resize({ width, height, fit: 'fill' }).raw().toBuffer()
  return { data, width, height }
}

async function writeJpeg(pixels: Pixels, path: string): Promise<void> {
  const unfinished = `${path}.part`
  await mkdir(dirname(path), { recursive: true })
  try {
    await of(pixels).jpeg({ quality, progressive: true }).toFile(unfinished)
    await rename(unfinished, path)
  } finally {
    await rm(unfinished, { force: true })
  }
}

async function thumbhashOf(pixels: Pixels): Promise<string> {
  const { data, info } = await of(pixels)
    .resize({ width: thumbhashEdge, height: thumbhashEdge, fit: 'inside' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString('base64')
}

const of = ({ data, width, height }: Pixels) => sharp(data, { raw: { width, height, channels: 3 } })
