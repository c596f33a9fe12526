/** The pens of others where they draw now, with their names. */

import type { Placed } from '../canvas/photo-canvas.tsx'
import type { LiveStroke } from '../gallery/stroke-book.ts'
import { hueClass } from '../ui/hue.ts'
import { styleAt } from './handles.ts'

export function Tips({ at, strokes }: { readonly at: Placed; readonly strokes: readonly LiveStroke[] }) {
  return strokes.map(({ seat, person, name, points }) => {
    const tip = points.at(-1)
    if (!tip) return null
    return (
      <span key={seat} className={`draw-tip ${hueClass(person)}`} style={styleAt(at, tip)} aria-hidden="true">
        <svg viewBox="0 0 22 22" aria-hidden="true">
          <path className="shaft" d="M1.5 20.5 3 14.5 14.5 3a3 3 0 0 1 4.4 4.4L7.5 19z" />
          <path className="point" d="M1.5 20.5 3 14.5l4.5 4.5z" />
        </svg>
        <span className={`tagname ${hueClass(person)}`}>{name.split(' ')[0]}</span>
      </span>
    )
  })
}
