/** The strokes of a list: one a photo, open places ruled, with the least and the most asked for marked below. */
import { useIntl } from 'react-intl'
import { Tally } from '../ui/marks-by-hand.tsx'
import { type Filling, strokesOf } from './filling.ts'

/** Strokes that still can be told apart; more are only counted. */
const mostStrokes = 120
/** Pixels from stroke to stroke, as the tally draws them. */
const step = 4

export function ListTally({
  filling,
  height,
  ends = false,
}: {
  readonly filling: Filling
  readonly height: number
  readonly ends?: boolean
}) {
  const intl = useIntl()
  const { request } = filling.selection
  const strokes = strokesOf(filling)
  const total = request?.max ?? request?.min ?? 0
  if (Math.max(total, strokes.length) === 0 || Math.max(total, strokes.length) > mostStrokes) return null
  const label = intl.formatMessage({ id: 'list.tally' }, { n: strokes.length, max: request?.max ?? 'none' })
  const [min, max] = [request?.min ?? 0, request?.max ?? 0]
  return (
    <span className={`list-tally${ends ? ' ends' : ''}`}>
      <Tally people={strokes} total={total} label={label} height={height} />
      {ends && min > 0 && min !== max && (
        <span className="edge l end" style={{ left: min * step }} aria-hidden="true">
          <b>{min}</b>
        </span>
      )}
      {ends && max > 0 && (max - min > 3 || min === max) && (
        <span className="edge l end" style={{ left: max * step }} aria-hidden="true">
          {max}
        </span>
      )}
    </span>
  )
}
