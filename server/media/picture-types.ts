/** The kinds of files that are read as pictures. Everything else the image library could open (SVG, PDF, …) is refused unread. */
import { fileTypeFromFile } from 'file-type'

/** The type the bytes have, and what the image library calls it: both must agree, so that no file is two things. */
const formats: ReadonlyMap<string, string> = new Map([
  ['image/jpeg', 'jpeg'],
  ['image/png', 'png'],
  ['image/webp', 'webp'],
  ['image/tiff', 'tiff'],
  ['image/avif', 'heif'],
])

export interface PictureType {
  readonly type: string
  readonly format: string
}

/** Null if it is not a picture Proofroom reads. */
export async function pictureType(path: string): Promise<PictureType | null> {
  const found = await fileTypeFromFile(path)
  const format = found && formats.get(found.mime)
  return found && format ? { type: found.mime, format } : null
}
