/** Drawing, changing, hiding and deleting as acts with a way back. */
import { type DrawingId, type PhotoId, type SheetId, sheetIdOf } from '../../common/ids.ts'
import type { SheetCommand } from '../../common/sheet/commands.ts'
import { talkAudienceOf } from '../sheet/audience.ts'
import { type Actor, sheetOfSeen } from './acts.ts'
import type { DrawingChange, NewDrawing, SeenDrawing } from './gallery-view.ts'
import type { Act, Step } from './history.ts'

const step = (sheet: SheetId, command: SheetCommand): Step => ({ type: 'sheet', sheet, command })

export function drawAct(actor: Actor, photo: PhotoId, { id, drawing }: { id: DrawingId; drawing: NewDrawing }): Act {
  const { teamOnly, ...stroke } = drawing
  const sheet = sheetIdOf(photo, talkAudienceOf(actor, photo, teamOnly === true))
  return { forth: [step(sheet, { type: 'drawing:add', id, ...stroke })], back: [step(sheet, { type: 'drawing:delete', id })] }
}

/** Back come only the fields that changed: what others did to the drawing since stays. */
export function changeDrawingAct(photo: PhotoId, drawing: SeenDrawing, change: DrawingChange): Act {
  const { id, colour, width, points, pressure, text } = drawing
  const sheet = sheetOfSeen(photo, drawing)
  const before: DrawingChange = {
    ...(change.colour !== undefined ? { colour } : {}),
    ...(change.width !== undefined ? { width } : {}),
    ...(change.points !== undefined ? { points, pressure } : {}),
    ...(change.text !== undefined ? { text } : {}),
  }
  return {
    forth: [step(sheet, { type: 'drawing:change', id, ...change })],
    back: [step(sheet, { type: 'drawing:change', id, ...before })],
  }
}

export function hideDrawingAct(photo: PhotoId, drawing: SeenDrawing, hidden: boolean): Act {
  const sheet = sheetOfSeen(photo, drawing)
  const hide = (now: boolean) => step(sheet, { type: 'drawing:hide', id: drawing.id, hidden: now })
  return { forth: [hide(hidden)], back: [hide(!hidden)] }
}

/** Somebody else's drawing cannot be made again in their name: there is no way back. */
export function deleteDrawingAct(photo: PhotoId, drawing: SeenDrawing): Act {
  const sheet = sheetOfSeen(photo, drawing)
  const { id, version, tool, colour, width, points, pressure, text } = drawing
  const again = step(sheet, { type: 'drawing:add', ...{ id, version, tool, colour, width, points, pressure, text } })
  const hidden = drawing.hidden ? [step(sheet, { type: 'drawing:hide', id, hidden: true })] : []
  return { forth: [step(sheet, { type: 'drawing:delete', id })], back: drawing.mine ? [again, ...hidden] : [] }
}
