import { memo, useCallback, useSyncExternalStore } from 'react'
import type { PersonId } from '../../common/ids.ts'
import type { SeenPhoto } from '../../common/visibility/seen.ts'
import type { GalleryStore } from '../gallery/gallery-view.ts'
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
  readonly arriving: PersonId | null
  readonly source: MarkSource
  readonly context: TileContext
}

/** A place on the wall; renders again only when its own photo's marks change. */
export const WallCell = memo(function WallCell({ photo, left, width, height, column, source, stop, ...rest }: WallCellProps) {
  const marks = useSyncExternalStore(
    useCallback((changed) => source.onPhoto(photo.id, changed), [source, photo.id]),
    () => source.marks(photo.id),
  )
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
      style={{ transform: `translateX(${left}px)` }}
    >
      <Tile photo={photo} marks={marks} width={width} height={height} {...rest} />
    </div>
  )
})
