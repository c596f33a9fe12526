/** What a camera and its photographer wrote into a file. GPS and serial numbers are never read. */
import { open } from 'node:fs/promises'
import ExifReader, { type ExpandedTags } from 'exifreader'
import type { Capture } from '../../common/gallery/model.ts'
import { exposureOf } from './exposure.ts'
import { firstNumber, firstText, listOf, plainText } from './tags.ts'

/** JPEG, AVIF and most others carry metadata first; a TIFF's may stand at its end. */
const headBytes = 4 * 1024 * 1024
/** All that most JPEGs have before their picture: the rest is read only if that did not come yet. */
const shortHead = 256 * 1024
const tiffBytes = 48 * 1024 * 1024

const captionLength = 2_000
const nameLength = 200
const keywordLength = 64
const keywordCount = 100

export const noCapture: Capture = {
  takenAt: null,
  camera: null,
  lens: null,
  exposure: null,
  caption: null,
  creator: null,
  copyright: null,
  keywords: [],
}

/** `more` are metadata blocks found elsewhere in the file, wrapped so that they can be read. Damaged metadata counts as none. */
export async function captureOf(path: string, type: string, more: Uint8Array | null): Promise<Capture> {
  const bytes = more ?? (await metadataOf(path, type))
  try {
    return fromTags(ExifReader.load(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), { expanded: true }))
  } catch {
    return noCapture
  }
}

function fromTags(tags: ExpandedTags): Capture {
  const { exif, iptc, xmp } = tags
  return {
    takenAt: takenAt(tags),
    camera: cameraOf(firstText(exif?.Make), firstText(exif?.Model)),
    lens: plainText(firstText(exif?.LensModel) ?? firstText(xmp?.Lens), nameLength),
    exposure: exposureOf({
      seconds: firstNumber(exif?.ExposureTime),
      aperture: firstNumber(exif?.FNumber),
      millimetres: firstNumber(exif?.FocalLength),
      iso: firstNumber(exif?.ISOSpeedRatings),
    }),
    caption: plainText(
      firstText(xmp?.description) ?? firstText(iptc?.['Caption/Abstract']) ?? firstText(exif?.ImageDescription),
      captionLength,
    ),
    creator: plainText(firstText(xmp?.creator) ?? firstText(iptc?.['By-line']) ?? firstText(exif?.Artist), nameLength),
    copyright: plainText(firstText(xmp?.rights) ?? firstText(iptc?.['Copyright Notice']) ?? firstText(exif?.Copyright), nameLength),
    keywords: [...new Set([...listOf(xmp?.subject), ...listOf(iptc?.Keywords)])]
      .flatMap((word) => plainText(word, keywordLength) ?? [])
      .slice(0, keywordCount),
  }
}

function cameraOf(make: string | null, model: string | null): string | null {
  const brand = make?.trim().split(/\s+/)[0] ?? ''
  const named = model?.trim() ?? ''
  if (named === '') return plainText(make, nameLength)
  return plainText(named.toLowerCase().startsWith(brand.toLowerCase()) ? named : `${brand} ${named}`, nameLength)
}

/** The marker after which a JPEG's picture comes. */
const startOfScan = 0xda
const exifTime = /^(\d{4}):(\d\d):(\d\d)[ T](\d\d):(\d\d):(\d\d)/
const offset = /^[+-]\d\d:\d\d$/

/** Cameras write their own wall clock; without an offset it is taken as UTC, so that photos of one camera keep their order. */
function takenAt({ exif }: ExpandedTags): number | null {
  const parts = exifTime.exec(firstText(exif?.DateTimeOriginal) ?? firstText(exif?.DateTimeDigitized) ?? '')
  if (!parts) return null
  const [, year, month, day, hour, minute, second] = parts
  const zone = firstText(exif?.OffsetTimeOriginal)?.trim() ?? ''
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset.test(zone) ? zone : 'Z'}`)
  return Number.isNaN(at) || at < 0 ? null : at
}

async function metadataOf(path: string, type: string): Promise<Uint8Array> {
  if (type === 'image/tiff') return headOf(path, tiffBytes)
  if (type !== 'image/jpeg') return headOf(path, headBytes)
  const head = await headOf(path, shortHead)
  return head.length < shortHead || pictureBegins(head) ? head : headOf(path, headBytes)
}

/** Whether the segments of a JPEG before its picture are all in these bytes. */
function pictureBegins(jpeg: Uint8Array): boolean {
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.length)
  let at = 2
  while (at + 4 <= jpeg.length && view.getUint8(at) === 0xff) {
    if (view.getUint8(at + 1) === startOfScan) return true
    at += 2 + view.getUint16(at + 2)
  }
  return false
}

async function headOf(path: string, length: number): Promise<Uint8Array> {
  const handle = await open(path, 'r')
  try {
    const { size } = await handle.stat()
    const bytes = new Uint8Array(Math.min(length, size))
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0)
    return bytes.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}
