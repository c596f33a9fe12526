/** Width divided by height of a JPEG or PNG as it is looked at, read from the beginning of its file. Pure. */

/** Bytes from the beginning that nearly always tell; previews some cameras put before the size are longer. */
export const headBytes = 192 * 1024

/** Null where it is another kind of file, or the beginning does not tell. */
export function shapeOf(head: Uint8Array): number | null {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  try {
    if (view.getUint16(0) === 0xffd8) return shapeOfJpeg(view)
    if (view.getUint32(0) === 0x89504e47) return ratio(view.getUint32(16), view.getUint32(20))
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return null
}

const ratio = (width: number, height: number): number | null => (width > 0 && height > 0 ? width / height : null)

/** Frame headers of every way of coding; the markers between them say other things. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

function shapeOfJpeg(view: DataView): number | null {
  let turned = false
  let at = 2
  while (view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1)
    const length = view.getUint16(at + 2)
    if (isFrame(marker)) {
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)]
      return turned ? ratio(height, width) : ratio(width, height)
    }
    if (marker === 0xe1) turned ||= isTurned(view, at + 4)
    at += 2 + length
  }
  return null
}

const orientationTag = 0x0112

/** Whether the camera was held upright: the Exif orientations 5 to 8. `at` is where the segment's content begins. */
function isTurned(view: DataView, at: number): boolean {
  if (view.getUint32(at) !== 0x45786966) return false
  const tiff = at + 6
  const little = view.getUint16(tiff) === 0x4949
  const first = tiff + view.getUint32(tiff + 4, little)
  const entries = view.getUint16(first, little)
  for (let n = 0; n < entries; n++) {
    const entry = first + 2 + n * 12
    if (view.getUint16(entry, little) === orientationTag) return view.getUint16(entry + 8, little) >= 5
  }
  return false
}
