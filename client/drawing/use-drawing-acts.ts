/** What may be done with a drawing that stands, by button or by key. */
import { useIntl } from 'react-intl'
import { toast } from 'sonner'
import type { DrawingId, PhotoId } from '../../common/ids.ts'
import type { Place } from '../../common/sheet/shape.ts'
import { movedBy } from '../canvas/ink-place.ts'
import { inkEdge, inkSize } from '../canvas/ink-shape.ts'
import type { Size } from '../canvas/view-box.ts'
import type { SeenDrawing } from '../gallery/gallery-view.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { newId } from '../net/new-id.ts'
import { useDrawRoom } from './draw-room.tsx'
import { inkOf, packedOf } from './inks.ts'

/** How far beside itself a copy lies, parts of the long edge. */
const aside = 0.02

export interface DrawingActs {
  readonly duplicate: (drawing: SeenDrawing, picture: Size) => void
  readonly hide: (drawing: SeenDrawing) => void
  readonly show: (drawing: SeenDrawing) => void
  readonly remove: (drawing: SeenDrawing) => void
  readonly nudge: (drawing: SeenDrawing, by: Place) => void
}

export function useDrawingActs(photo: PhotoId): DrawingActs {
  const intl = useIntl()
  const { actions, people } = useGallery()
  const room = useDrawRoom()
  return {
    duplicate(drawing, picture) {
      const size = inkSize(picture)
      const by: Place = [(aside * inkEdge) / size.width, (aside * inkEdge) / size.height]
      const { version, tool, width, text, colour, sheet } = drawing
      const id = newId<DrawingId>('drawing')
      const copy = { version, tool, width, text, colour, ...packedOf(movedBy(inkOf(drawing), by)) }
      actions.draw(photo, id, { ...copy, teamOnly: sheet.audience === 'team' })
      room.select(id)
    },
    hide(drawing) {
      actions.hideDrawing(photo, drawing.id, true)
      room.select(null)
    },
    show: (drawing) => actions.hideDrawing(photo, drawing.id, false),
    remove(drawing) {
      const erase = () => actions.deleteDrawing(photo, drawing.id)
      room.select(null)
      if (drawing.mine) erase()
      // Somebody else's stroke cannot be made again in their name: asked once.
      else
        toast(intl.formatMessage({ id: 'draw.delete.sure' }, { name: people.get(drawing.author)?.name ?? '' }), {
          duration: 12_000,
          action: { label: intl.formatMessage({ id: 'draw.delete' }), onClick: erase },
        })
    },
    nudge: (drawing, by) => actions.nudgeDrawing(photo, drawing.id, packedOf(movedBy(inkOf(drawing), by))),
  }
}
