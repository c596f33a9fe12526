/** What a canvas needs of one version of a photo. */
import { renditionEdges } from '../../common/limits.ts'
import type { SeenGallery, SeenPhoto, SeenVersion } from '../../common/visibility/seen.ts'
import type { PhotoCanvasProps } from '../canvas/photo-canvas.tsx'
import { placeholder } from '../contact-sheet/picture.tsx'
import { pictureUrl, tileUrl } from '../net/picture-address.ts'

export type Pictured = Required<Pick<PhotoCanvasProps, 'of' | 'picture' | 'renditions' | 'fullSize' | 'placeholder'>>

/** Null while there is nothing to show. */
export function pictured(gallery: SeenGallery, photo: SeenPhoto, version: SeenVersion | null): Pictured | null {
  if (!version) return null
  const picture = { width: Math.max(1, version.width), height: Math.max(1, version.height) }
  const ready = photo.state === 'ready'
  const longest = Math.max(picture.width, picture.height)
  return {
    of: version.id,
    picture,
    // Smallest first; none is larger than the original.
    renditions: ready
      ? renditionEdges.map((edge) => ({ url: pictureUrl(gallery.id, photo.id, version.id, edge), edge: Math.min(edge, longest) }))
      : [],
    fullSize: ready && gallery.rights.download !== 'none' ? (at) => tileUrl(gallery.id, photo.id, version.id, at) : null,
    placeholder: placeholder(version),
  }
}
