/** Lines of the wall: a chapter's heading, an empty chapter, a row of pictures. */
import { memo } from 'react'
import { FormattedMessage } from 'react-intl'
import type { PhotoId } from '../../common/ids.ts'
import type { SeenPhoto } from '../../common/visibility/seen.ts'
import type { Arrivals } from './arrivals.ts'
import type { Line } from './layout.ts'
import type { TileContext } from './tile.tsx'
import type { WallRowsProps } from './use-wall-hand.ts'
import type { Chapter } from './wall.tsx'
import { type MarkSource, WallCell } from './wall-cell.tsx'
import type { Held } from './wall-hand.ts'

export interface RowLineProps {
  readonly line: Extract<Line, { kind: 'row' }>
  readonly index: number
  readonly held: Held
  /** The photo whose cell Tab reaches; null for the first of all. */
  readonly stop: PhotoId | null
  readonly source: MarkSource
  readonly photos: ReadonlyMap<PhotoId, SeenPhoto>
  readonly arrivals: Arrivals
  readonly context: TileContext
}

/** Scrolling renders only the rows that come in. */
export const RowLine = memo(function RowLine({ line, index, held, stop, source, photos, arrivals, context }: RowLineProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual wall cannot be a table
    // biome-ignore lint/a11y/useFocusableInteractive: its cells take the focus
    <div role="row" aria-rowindex={index + 1} className="row" style={placeOf(line)}>
      {line.frames.map((frame, place) => {
        const photo = photos.get(frame.id)
        return (
          photo && (
            <WallCell
              key={frame.id}
              photo={photo}
              left={frame.left}
              width={frame.width}
              height={line.picture}
              column={place + 1}
              active={held.active === frame.id}
              selected={held.selected.has(frame.id)}
              stop={stop ? stop === frame.id : place === 0 && line.row === 0}
              arrivals={arrivals}
              source={source}
              context={context}
            />
          )
        )
      })}
    </div>
  )
})

const placeOf = ({ top, height }: Line): React.CSSProperties => ({ top, height })

interface ChapterLineProps {
  readonly props: WallRowsProps
  readonly line: Extract<Line, { kind: 'heading' | 'empty' }>
  readonly index: number
}

export function ChapterLine({ props, line, index }: ChapterLineProps) {
  const empty = line.kind === 'empty'
  const chapter = props.chapters.find((one) => one.scene.id === line.scene)
  if (!chapter) return null
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual wall cannot be a table
    // biome-ignore lint/a11y/useFocusableInteractive: its cells take the focus
    <div
      role="row"
      aria-rowindex={index + 1}
      className={empty ? 'chapter-empty' : index === 0 ? 'chapter first-chapter' : 'chapter'}
      style={placeOf(line)}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a virtual wall cannot be a table */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: nothing to press here */}
      <div role="gridcell">
        {empty ? (props.empty?.(chapter) ?? <FormattedMessage id="wall.emptyScene" />) : <ChapterHeading chapter={chapter} props={props} />}
      </div>
    </div>
  )
}

/** Of a name that may not fit into two lines on a phone, the count would be cut off with it. */
const nameClass = ({ length }: string): string => (length > 44 ? 'long longer' : length > 16 ? 'long' : '')

function ChapterHeading({ chapter, props }: { readonly chapter: Chapter; readonly props: WallRowsProps }) {
  return (
    <>
      <h2 id={`scene-${chapter.scene.id}`} className={nameClass(chapter.scene.name)}>
        {chapter.scene.name}
        <span className="edge frames">{chapter.photos.length}</span>
      </h2>
      {props.aside && <p className="aside">{props.aside(chapter)}</p>}
    </>
  )
}
