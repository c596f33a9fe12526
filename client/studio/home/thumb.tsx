import type { GalleryId, PhotoId, VersionId } from '../../../common/ids.ts'
import { pictureUrl } from '../../../common/protocol/http.ts'
import { placeholder } from '../../contact-sheet/picture.tsx'

export interface ThumbProps {
  readonly gallery: GalleryId
  readonly of: {
    readonly photo: PhotoId
    readonly picture: { readonly version?: VersionId; readonly thumbhash: string | null } | null
  } | null
}

/** A small picture beside a line that says what it shows. */
export function Thumb({ gallery, of }: ThumbProps) {
  if (!of?.picture?.version) return <span className="th" />
  const blur = placeholder(of.picture)
  return (
    <span className="th" style={blur ? { backgroundImage: `url(${blur})` } : undefined}>
      <img src={pictureUrl(gallery, of.photo, of.picture.version, 320)} alt="" loading="lazy" decoding="async" />
    </span>
  )
}
