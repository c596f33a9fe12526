/** Files out of a drop or a file field, each with the folder it lay in. */
export interface FoundFile {
  readonly file: File
  /** Name of the innermost folder, or null for a file dropped by itself. */
  readonly folder: string | null
}

const picture = /\.(jpe?g|png|webp|tiff?|avif|heic|heif)$/i
/** The server looks at the bytes; this only keeps `.DS_Store` and the like from being sent. */
export const looksLikePicture = (file: File): boolean => picture.test(file.name) || file.type.startsWith('image/')

const folderOf = (path: string): string | null => {
  const parts = path.split('/').filter(Boolean)
  return parts.length > 1 ? (parts[parts.length - 2] ?? null) : null
}

/** `react-dropzone` and folder fields leave a path on the file. */
export function foundFile(file: File): FoundFile {
  const path = 'path' in file && typeof file.path === 'string' ? file.path : file.webkitRelativePath
  return { file, folder: folderOf(path.replace(/^\.\//, '')) }
}

const natural = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })
export const byName = (a: FoundFile, b: FoundFile): number => natural.compare(a.file.name, b.file.name)
