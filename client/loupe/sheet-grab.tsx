/** The handle of the sheet on a phone: drawn up for more words, pushed down to put them away; a tap or the arrow keys do the same. */
import { X } from 'lucide-react'
import { type PointerEvent, useRef } from 'react'
import { useIntl } from 'react-intl'

const heights = ['low', 'half', 'tall'] as const
export type SheetHeight = (typeof heights)[number]
const next = (height: SheetHeight, by: 1 | -1): SheetHeight | undefined => heights[heights.indexOf(height) + by]

interface SheetGrabProps {
  readonly height: SheetHeight
  readonly onHeight: (height: SheetHeight) => void
  /** While a finger draws: pixels, or null when it lets go. */
  readonly onDraw: (pixels: number | null) => void
  readonly onClose: () => void
}

/** Pixels a finger draws before it means something. */
const slight = 8
/** Pixels that put the sheet away, and that raise or lower it. */
const away = 70
const raise = 60
const far = 260

export function SheetGrab({ height, onHeight, onDraw, onClose }: SheetGrabProps) {
  const intl = useIntl()
  const from = useRef<{ readonly y: number; readonly height: number } | null>(null)
  const drawn = useRef(false)
  const move = (event: PointerEvent<HTMLButtonElement>) => {
    const start = from.current
    if (!start) return
    const up = start.y - event.clientY
    if (Math.abs(up) > slight) drawn.current = true
    if (drawn.current) onDraw(Math.max(80, start.height + up))
  }
  const release = (event: PointerEvent<HTMLButtonElement>) => {
    const start = from.current
    from.current = null
    onDraw(null)
    if (!start || !drawn.current) return
    const up = start.y - event.clientY
    // A long draw goes past the height between.
    const by = Math.abs(up) > far ? 2 : 1
    if (height === 'low' && up < -away) onClose()
    else if (up > raise) onHeight(by === 2 ? 'tall' : (next(height, 1) ?? 'tall'))
    else if (up < -raise) onHeight(by === 2 ? 'low' : (next(height, -1) ?? 'low'))
  }
  return (
    <div className="grab-row">
      <button
        type="button"
        className="grab"
        aria-expanded={height !== 'low'}
        aria-label={intl.formatMessage({ id: height === 'tall' ? 'talk.sheet.lower' : 'talk.sheet.raise' })}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          from.current = { y: event.clientY, height: event.currentTarget.closest('.side')?.clientHeight ?? 0 }
          drawn.current = false
        }}
        onPointerMove={move}
        onPointerUp={release}
        onPointerCancel={release}
        onClick={() => {
          if (!drawn.current) onHeight(next(height, 1) ?? 'low')
        }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
          event.preventDefault()
          event.stopPropagation()
          if (event.key === 'ArrowUp') onHeight(next(height, 1) ?? 'tall')
          else if (height === 'low') onClose()
          else onHeight(next(height, -1) ?? 'low')
        }}
      />
      <button
        type="button"
        className="ib"
        aria-label={intl.formatMessage({ id: 'loupe.panel.hide' })}
        // While one writes: a field that lost the focus would move this away before the press ends.
        onMouseDown={(event) => event.preventDefault()}
        onClick={onClose}
      >
        <X className="i" aria-hidden="true" />
      </button>
    </div>
  )
}
