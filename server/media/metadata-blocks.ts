/** PNG and WebP may carry metadata behind the pixels. The image library finds it; wrapped as an empty JPEG it is read like any other. */

export interface Blocks {
  readonly exif?: Uint8Array | undefined
  readonly xmp?: Uint8Array | undefined
}

const start = Uint8Array.of(0xff, 0xd8)
const end = Uint8Array.of(0xff, 0xd9)
const exifMark = new TextEncoder().encode('Exif\0\0')
const xmpMark = new TextEncoder().encode('http://ns.adobe.com/xap/1.0/\0')
/** A JPEG segment counts its own two length bytes. */
const segmentBytes = 0xffff - 2

export function wrapped({ exif, xmp }: Blocks): Uint8Array {
  return Buffer.concat([start, segment(exifMark, exif), segment(xmpMark, xmp), end])
}

function segment(mark: Uint8Array, block: Uint8Array | undefined): Uint8Array {
  if (!block) return new Uint8Array()
  const body = startsWith(block, mark) ? block : Buffer.concat([mark, block])
  if (body.length > segmentBytes) return new Uint8Array()
  const length = body.length + 2
  return Buffer.concat([Uint8Array.of(0xff, 0xe1, length >> 8, length & 0xff), body])
}

const startsWith = (bytes: Uint8Array, mark: Uint8Array) => mark.every((byte, at) => bytes[at] === byte)
