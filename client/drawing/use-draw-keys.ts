/** Keys of drawing: D begins it; in draw mode they choose tools and move what is selected, everywhere else they keep their meaning. */
import { useEffect, useRef } from 'react'
import type { PhotoId, VersionId } from '../../common/ids.ts'
import type { Place } from '../../common/sheet/shape.ts'
import type { Size } from '../canvas/view-box.ts'
import { useGallery, usePhotoTalk } from '../gallery/use-gallery.tsx'
import { pressedKey } from '../keyboard/key-map.ts'
import { useLaidKeys } from '../keyboard/key-wishes.ts'
import { busy } from '../keyboard/use-keys.ts'
import { drawAct } from './draw-keys.ts'
import { useDrawRoom } from './draw-room.tsx'
import { useDrawingActs } from './use-drawing-acts.ts'

/** Parts of the picture one press of an arrow moves a drawing, and with Shift. */
const nudge = 0.002
const leap = 0.02

export function useDrawKeys(at: { readonly photo: PhotoId; readonly version: VersionId | null; readonly picture: Size }): void {
  const room = useDrawRoom()
  const acts = useDrawingActs(at.photo)
  const { drawings } = usePhotoTalk(at.photo)
  const { gallery } = useGallery()
  const keyboard = useLaidKeys()
  const pins = gallery?.rights.comment === 'edit'
  const on = (event: KeyboardEvent): boolean => {
    const stroke = { key: pressedKey(event), command: event.ctrlKey || event.metaKey, alt: event.altKey }
    const act = drawAct(stroke, room.on, keyboard)
    if (!act || !room.may) return false
    const selected = drawings.find(({ id, version, hidden }) => id === room.selected && version === at.version && !hidden)
    const did = (what: () => void) => {
      what()
      return true
    }
    switch (act.type) {
      case 'enter':
        return did(() => room.enter())
      case 'leave':
        return did(() => (room.selected ? room.select(null) : room.leave()))
      case 'tool':
        return act.tool === 'pin' && !pins ? false : did(() => room.enter(act.tool))
      case 'delete':
        return selected ? did(() => acts.remove(selected)) : false
      case 'duplicate':
        return selected?.mine ? did(() => acts.duplicate(selected, at.picture)) : false
      case 'nudge': {
        const far = event.shiftKey ? leap : nudge
        const by: Place = [act.by[0] * far, act.by[1] * far]
        return selected?.mine ? did(() => acts.nudge(selected, by)) : false
      }
    }
  }
  const latest = useRef(on)
  latest.current = on
  useEffect(() => {
    // Before the keys of the loupe: what is taken here means nothing there.
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || busy(event)) return
      if (latest.current(event)) event.preventDefault()
    }
    document.addEventListener('keydown', listen, { capture: true })
    return () => document.removeEventListener('keydown', listen, { capture: true })
  }, [])
}
