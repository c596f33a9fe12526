/** The name an original is saved under: the camera's, with the ending its bytes deserve. */
import type { Photo, PhotoVersion } from '../../common/gallery/model.ts'

const endings: Readonly<Record<string, readonly [string, ...string[]]>> = {
  'image/jpeg': ['jpg', 'jpeg', 'jpe'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/tiff': ['tif', 'tiff'],
  'image/avif': ['avif'],
}

/** Characters no file system or shell should meet in a name it did not choose. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const unsafe = /[\u0000-\u001f\u007f-\u009f<>:"/\\|?*\u2028-\u202e\u2066-\u2069]/g

export function originalName({ cameraName }: Pick<Photo, 'cameraName'>, { type }: Pick<PhotoVersion, 'type'>): string {
  const safe = cameraName.toWellFormed().replace(unsafe, '_').replace(/^\.+/, '').trim() || 'photo'
  const known = endings[type]
  if (!known) return `${safe}.bin`
  const named = withEnding.exec(safe)
  if (named && known.includes((named[2] ?? '').toLowerCase())) return safe
  return `${named?.[1] ?? safe}.${known[0]}`
}

const withEnding = /^(.+)\.([A-Za-z0-9]{1,5})$/
