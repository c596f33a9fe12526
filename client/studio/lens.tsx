/** A round lens on the desk: a press held on a picture shows it at its own pixels under the hand. In the loupe, Z does the same by key. */
import type { RefObject } from 'react'
import type { SeenGallery } from '../../common/visibility/seen.ts'
import { neededTiles, placedTile } from '../canvas/tile-place.ts'
import { currentVersion } from '../contact-sheet/picture.tsx'
import { useGallery } from '../gallery/use-gallery.tsx'
import { pictured } from '../loupe/pictured.ts'
import { lensBox } from './lens-box.ts'
import { useHeldPicture } from './use-held-picture.ts'
import './lens.css'

/** Pixels. */
const across = 280

export function Lens({ gallery, pane }: { readonly gallery: SeenGallery; readonly pane: RefObject<HTMLElement | null> }) {
  const { photoById } = useGallery()
  const held = useHeldPicture(pane)
  const photo = held && photoById.get(held.photo)
  const shown = photo ? pictured(gallery, photo, currentVersion(photo)) : null
  if (!held || !shown) return null
  const density = globalThis.devicePixelRatio || 1
  const { picture, renditions, fullSize, placeholder } = shown
  const box = lensBox(held, picture, { across, density })
  const scene = { picture, box, stage: { width: across, height: across }, density }
  const whole = { left: box.x, top: box.y, width: picture.width * box.scale, height: picture.height * box.scale }
  const file = renditions.at(-1)
  return (
    <div className="lens" aria-hidden="true" style={{ left: held.x - across / 2, top: held.y - across / 2, width: across, height: across }}>
      {placeholder && <img src={placeholder} alt="" style={whole} />}
      {file && <img src={file.url} alt="" style={whole} />}
      {fullSize &&
        neededTiles(scene).map((at) => {
          const { x, y, width, height } = placedTile(at, scene)
          return <img key={fullSize(at)} src={fullSize(at)} alt="" style={{ left: x, top: y, width, height }} />
        })}
    </div>
  )
}
