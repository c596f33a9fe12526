/** The frame round a selected drawing, its handles, and what may be done with it. */
import { Copy, EyeOff, MessageSquare, Trash2 } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { useIntl } from 'react-intl'
import type { DrawingId, PhotoId } from '../../common/ids.ts'
import type { Inked } from '../canvas/ink-shape.ts'
import type { Placed } from '../canvas/photo-canvas.tsx'
import type { SeenDrawing } from '../gallery/gallery-view.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { isStaff } from '../sheet/audience.ts'
import { frameOf, handlesOf } from './handles.ts'
import type { InHand } from './in-hand.ts'
import { inkOf } from './inks.ts'
import { useDrawingActs } from './use-drawing-acts.ts'

interface SelectionProps {
  readonly at: Placed
  readonly photo: PhotoId
  readonly drawing: SeenDrawing
  readonly hand: InHand
  /** Drawn a moment ago and not selected: only the way to its words is offered. */
  readonly fresh: boolean
  readonly onComment: (drawing: DrawingId) => void
}

/** Pixels the acts need above a frame. */
const barHeight = 52

export function Selection({ at, photo, drawing, hand, fresh, onComment }: SelectionProps) {
  const held = useSyncExternalStore(
    (changed) => hand.listen(changed),
    () => hand.ink,
  )
  const ink = held?.id === drawing.id ? held : inkOf(drawing)
  const frame = frameOf(ink, at)
  return (
    <>
      {!fresh && <div className="draw-frame" style={frame} aria-hidden="true" />}
      {!fresh &&
        drawing.mine &&
        handlesOf(ink, at).map(({ handle, x, y }) => <span key={handle} className={`draw-handle ${handle}`} style={{ left: x, top: y }} />)}
      {held === null && <Acts at={at} ink={ink} photo={photo} drawing={drawing} fresh={fresh} onComment={onComment} />}
    </>
  )
}

function Acts({ at, ink, photo, drawing, fresh, onComment }: Omit<SelectionProps, 'hand'> & { readonly ink: Inked }) {
  const intl = useIntl()
  const { gallery } = useGallery()
  const acts = useDrawingActs(photo)
  const { left, top, width, height } = frameOf(ink, at)
  const above = top - barHeight > 0
  const place = {
    left: Math.min(Math.max(8, left + width / 2), at.stage.width - 8),
    top: above ? top - 8 : Math.min(top + height + 8, at.stage.height - barHeight),
  }
  const changes = drawing.mine || (gallery !== null && isStaff(gallery))
  const button = (id: string, icon: React.ReactNode, act: () => void) => (
    <button type="button" className="ib" aria-label={intl.formatMessage({ id })} title={intl.formatMessage({ id })} onClick={act}>
      {icon}
    </button>
  )
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of buttons, not of fields
    <div
      className={`draw-acts inv${above ? ' above' : ''}`}
      role="group"
      style={place}
      aria-label={intl.formatMessage({ id: 'draw.selected' })}
      onPointerDown={(event) => event.stopPropagation()}
    >
      {gallery?.rights.comment === 'edit' && (
        <button type="button" className="say" onClick={() => onComment(drawing.id)}>
          <MessageSquare className="i s" aria-hidden="true" />
          {intl.formatMessage({ id: 'draw.comment' })}
        </button>
      )}
      {!fresh &&
        drawing.mine &&
        button('draw.duplicate', <Copy className="i s" aria-hidden="true" />, () => acts.duplicate(drawing, at.picture))}
      {!fresh && changes && button('draw.hide', <EyeOff className="i s" aria-hidden="true" />, () => acts.hide(drawing))}
      {!fresh && changes && button('draw.delete', <Trash2 className="i s" aria-hidden="true" />, () => acts.remove(drawing))}
    </div>
  )
}
