import { memo, useCallback, useState, useSyncExternalStore } from 'react'
import type { SeenPhoto } from '../../common/visibility/seen.ts'
import type { GalleryStore } from '../gallery/gallery-view.ts'
import type { Arrivals } from './arrivals.ts'
import { Tile, type TileContext } from './tile.tsx'

/** What the wall reads of the gallery's store: one photo's marks at a time. */
export type MarkSource = Pick<GalleryStore, 'marks' | 'onPhoto' | 'onNotice'>

interface WallCellProps {
  readonly photo: SeenPhoto
  readonly left: number
  readonly width: number
  readonly height: number
  readonly column: number
  readonly active: boolean
  readonly selected: boolean
  /** The one cell that Tab reaches. */
  readonly stop: boolean
  /** Who marks what in this moment. */
  readonly arrivals: Arrivals
  readonly source: MarkSource
  readonly context: TileContext
}

/** A place on the wall; renders again only when its own photo's marks change, or somebody marks it. */
export const WallCell = memo(function WallCell({ photo, left, width, height, column, source, arrivals, stop, ...rest }: WallCellProps) {
  const marks = useSyncExternalStore(
    useCallback((changed) => source.onPhoto(photo.id, changed), [source, photo.id]),
    () => source.marks(photo.id),
  )
  const arriving = useSyncExternalStore(
    useCallback((changed) => arrivals.listen(photo.id, changed), [arrivals, photo.id]),
    () => arrivals.at(photo.id),
  )
  // The studio's sheet shows them only there: half of a tile's elements, for a photo nobody is at.
  const shy = rest.context.look === 'staff' && !rest.context.touch
  const [near, setNear] = useState(false)
  const come = () => setNear(true)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual wall cannot be a table
    <div
      role="gridcell"
      className="cell"
      aria-colindex={column}
      aria-label={photo.cameraName}
      aria-describedby={`${photo.id}-says`}
      aria-selected={rest.selected}
      tabIndex={stop ? 0 : -1}
      data-photo={photo.id}
      style={{ left }}
      {...(shy && !near ? { onPointerEnter: come, onFocus: come } : {})}
    >
      <Tile photo={photo} marks={marks} arriving={arriving} signs={near || !shy} width={width} height={height} {...rest} />
    </div>
  )
})
