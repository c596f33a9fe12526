/** A pin set without a pointer: arrows move a crosshair, Shift further, Enter sets it. Its place is said aloud. */
import { useEffect, useRef, useState } from 'react'
import { useIntl } from 'react-intl'
import type { Place } from '../../common/sheet/shape.ts'
import { clamp } from '../canvas/ink-place.ts'
import type { Placed } from '../canvas/photo-canvas.tsx'
import { styleAt } from './handles.ts'

/** Parts of the picture one press moves. */
const step = 0.01
const leap = 0.1

const ways: Readonly<Record<string, Place>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }

export function PinAim({ at, onPin }: { readonly at: Placed; readonly onPin: (place: Place) => void }) {
  const intl = useIntl()
  const [place, setPlace] = useState<Place>([0.5, 0.5])
  const [moved, setMoved] = useState(false)
  const aim = useRef<HTMLButtonElement>(null)
  useEffect(() => aim.current?.focus({ preventScroll: true }), [])
  const said = intl.formatMessage({ id: 'draw.aim.at' }, { x: Math.round(place[0] * 100), y: Math.round(place[1] * 100) })
  return (
    <>
      <button
        ref={aim}
        type="button"
        className={`pin-aim${moved ? ' moved' : ''}`}
        style={styleAt(at, place)}
        aria-label={intl.formatMessage({ id: 'draw.aim' })}
        onKeyDown={(event) => {
          const way = ways[event.key]
          if (way) {
            const far = event.shiftKey ? leap : step
            setPlace([clamp(place[0] + way[0] * far), clamp(place[1] + way[1] * far)])
            setMoved(true)
          } else if (event.key === 'Enter' || event.key === ' ') onPin(place)
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
      <span className="sr" role="status">
        {moved ? said : ''}
      </span>
    </>
  )
}
