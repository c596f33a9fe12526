/* biome-ignore-all lint/a11y/useSemanticElements: rows are drawn across columns of their own widths, not laid out as cells */
/* biome-ignore-all lint/a11y/useFocusableInteractive: nothing to press in them */
/* biome-ignore-all lint/a11y/noNoninteractiveElementToInteractiveRole: a heading of a drawn table */
/** One row of the matrix: a stroke under the frames somebody sees. */
import { EyeOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { PersonId, PhotoId } from '../../../common/ids.ts'
import type { SeenPhoto, SeenScene } from '../../../common/visibility/seen.ts'
import { hueClass } from '../../ui/hue.ts'
import { linePath, tallyPath } from '../../ui/stroke-shapes.ts'
import { seedOf } from '../../ui/strokes.ts'
import { runsOf } from './sight.ts'

export interface Column {
  readonly scene: SeenScene
  readonly photos: readonly SeenPhoto[]
  readonly left: number
  readonly width: number
}

/** Pixels a scene has at least, so that its name can be read. */
const leastWide = 58
const gap = 14

/** Pixels that many scenes need: where there are fewer, one scrolls sideways. */
export const widthFor = (scenes: number): number => Math.max(0, scenes * (leastWide + gap) - gap)

/** Above the least, columns are as wide as the root of their photos: a scene of 100 is not ten times one of 10. */
export function columnsOf(
  scenes: readonly { readonly scene: SeenScene; readonly photos: readonly SeenPhoto[] }[],
  width: number,
): readonly Column[] {
  const weights = scenes.map(({ photos }) => Math.sqrt(photos.length + 4))
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const room = Math.max(0, width - widthFor(scenes.length))
  let left = 0
  return scenes.map((one, i) => {
    const wide = leastWide + (room * (weights[i] ?? 0)) / whole
    const column = { ...one, left, width: wide }
    left += wide + gap
    return column
  })
}

interface SightRowProps {
  /** Whose stroke it is; a link has no hand, so a ruled line. */
  readonly hand: PersonId | null
  readonly columns: readonly Column[]
  readonly shown: ReadonlySet<PhotoId>
  readonly last: ReactNode
  readonly onOpen?: () => void
  readonly children: ReactNode
}

export function SightRow({ hand, columns, shown, last, onOpen, children }: SightRowProps) {
  return (
    <div className={`mx-row ${hand ? hueClass(hand) : ''}`} role="row">
      {onOpen ? (
        <span role="rowheader">
          <button type="button" className="who2" onClick={onOpen}>
            {children}
          </button>
        </span>
      ) : (
        <span className="who2" role="rowheader">
          {children}
        </span>
      )}
      <div className="sight">
        {columns.map((column) => (
          <Sight key={column.scene.id} column={column} hand={hand} shown={shown} />
        ))}
      </div>
      <span className="edge m" role="cell">
        {last}
      </span>
    </div>
  )
}

function Sight({
  column: { scene, photos, left, width },
  hand,
  shown,
}: {
  readonly column: Column
  readonly hand: PersonId | null
  readonly shown: ReadonlySet<PhotoId>
}) {
  const intl = useIntl()
  const runs = runsOf(photos, shown)
  const seen = photos.filter((photo) => shown.has(photo.id)).length
  const unit = photos.length > 0 ? width / photos.length : 0
  const seed = seedOf(hand ?? scene.id) % 97
  const single = seen > 0 && seen <= 3 && photos.length > 6
  return (
    <span
      className="s"
      role="cell"
      style={{ left, width }}
      aria-label={intl.formatMessage({ id: 'matrix.cell' }, { scene: scene.name, n: seen, of: photos.length })}
    >
      <svg width={width} height="26" aria-hidden="true">
        <line x1="0" x2={width} y1="13" y2="13" className="base" />
        {runs.map(({ from, to, kind }) => {
          const [a, b] = [from * unit + 0.5, to * unit - 0.5]
          if (kind === 'dimmed') return <line key={from} className="dashes" x1={a} x2={b} y1="13" y2="13" />
          if (single) return <path key={from} className="hand" transform="translate(0 6)" d={tallyPath((a + b) / 2, 14, from + seed)} />
          return hand ? (
            <path key={from} className="hand" d={linePath(a, Math.max(a + 3, b), 13, seed + from)} />
          ) : (
            <rect key={from} className="rule" x={a} y="12" width={Math.max(2, b - a)} height="2" />
          )
        })}
      </svg>
      <span className="edge" aria-hidden="true">
        {seen > 0 && (
          <>
            <b>{seen}</b>
            {seen < photos.length && width > 70 && <span>&ensp;/ {photos.length}</span>}
          </>
        )}
        {seen === 0 && photos.length > 0 && <EyeOff className="i" />}
      </span>
    </span>
  )
}

export const Legend = () => (
  <p className="key">
    <span>
      <svg viewBox="0 0 34 10" aria-hidden="true">
        <path className="hand" d={linePath(0, 34, 5, 4)} />
      </svg>
      <FormattedMessage id="matrix.key.sees" />
    </span>
    <span>
      <svg viewBox="0 0 34 10" aria-hidden="true">
        <path className="hand" d={linePath(0, 13, 5, 4) + linePath(21, 34, 5, 9)} />
      </svg>
      <FormattedMessage id="matrix.key.gap" />
    </span>
    <span>
      <svg viewBox="0 0 34 10" aria-hidden="true">
        <path className="hand" d={linePath(0, 13, 5, 4) + linePath(21, 34, 5, 9)} />
        <line className="dashes" x1="13" x2="21" y1="5" y2="5" />
      </svg>
      <FormattedMessage id="matrix.key.dimmed" />
    </span>
    <span>
      <svg viewBox="0 0 34 10" aria-hidden="true">
        <rect className="rule" y="4" width="34" height="2" />
      </svg>
      <FormattedMessage id="matrix.key.link" />
    </span>
  </p>
)
