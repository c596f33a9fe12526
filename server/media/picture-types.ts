/** The kinds of files that are read as pictures. Everything else libvips could open (SVG, PDF, …) stays closed. */
import { fileTypeFromFile } from 'file-type'
import sharp from 'sharp'

export const pictureTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/tiff', 'image/avif'] as const
export type PictureType = (typeof pictureTypes)[number]

/** A second fence behind `pictureType`: these are the only loaders the process has, whatever the bytes pretend to be. */
const loaders = [
  'VipsForeignLoadJpegFile',
  'VipsForeignLoadPngFile',
  'VipsForeignLoadWebpFile',
  'VipsForeignLoadTiffFile',
  'VipsForeignLoadHeifFile',
]

export function closeOtherLoaders(): void {
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({ operation: loaders })
}

/** The type the bytes have, or null if it is not a picture Proofroom reads. */
export async function pictureType(path: string): Promise<PictureType | null> {
  const found = await fileTypeFromFile(path)
  return pictureTypes.find((type) => type === found?.mime) ?? null
}
