import type { Placed } from '../canvas/photo-canvas.tsx'
import { seenPart } from '../canvas/tile-place.ts'

/** Pixels of its longer side. */
const side = 76

/** Where in the picture one is, while it is larger than its place. */
export function Overview({ at, url }: { readonly at: Placed; readonly url: string }) {
  const { picture } = at
  const small = side / Math.max(picture.width, picture.height)
  const part = seenPart(at)
  if (part.right - part.left >= picture.width && part.bottom - part.top >= picture.height) return null
  return (
    <span className="overview" aria-hidden="true" style={{ width: picture.width * small, height: picture.height * small }}>
      <img src={url} alt="" draggable={false} />
      <i
        style={{
          left: part.left * small,
          top: part.top * small,
          width: (part.right - part.left) * small,
          height: (part.bottom - part.top) * small,
        }}
      />
    </span>
  )
}
