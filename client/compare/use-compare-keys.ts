import type { PhotoId } from '../../common/ids.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import type { KeyAct } from '../keyboard/keys.ts'
import { useMarking } from '../keyboard/use-mark-keys.ts'
import { zoomStep } from '../loupe/use-loupe-keys.ts'
import { activated, type Comparison, candidate, fewest, replaced, swapped, without } from './comparison.ts'
import type { Looks } from './use-looks.ts'
import type { SideRoom } from './use-side.ts'
import { useSideKeys } from './use-side-keys.ts'

interface CompareKeys {
  readonly at: Comparison
  readonly change: (next: Comparison) => void
  readonly room: SideRoom
  readonly looks: Looks
  readonly percent: number
  readonly chosen: readonly PhotoId[]
  readonly help: () => void
  readonly panels: () => void
}

/** Left and right choose the active photo, up and down bring another one into its place, marks go to it. */
export function useCompareKeys({ at, change, room, looks, percent, chosen, help, panels }: CompareKeys): void {
  const { actions } = useGallery()
  const marking = useMarking()
  const bring = (step: 1 | -1) => {
    const photo = candidate(at, at.active, { wall: room.wall, step })
    if (photo) change(replaced(at, at.active, photo))
  }
  const mark = ({ mark: what, advance }: Extract<KeyAct, { type: 'mark' }>): boolean => {
    const marked = room.active !== null && marking([room.active], what)
    if (marked && advance) change(activated(at, (at.active + 1) % at.photos.length))
    return marked
  }
  const acts: Partial<Record<KeyAct['type'], () => void>> = {
    left: () => change(activated(at, at.active - 1)),
    right: () => change(activated(at, at.active + 1)),
    up: () => bring(-1),
    down: () => bring(1),
    swap: () => change(swapped(at)),
    drop: () => at.photos.length > fewest && change(without(at, at.active)),
    together: () => looks.setTogether(!looks.together),
    zoom: () => looks.toggle(at.active),
    larger: () => looks.zoomBy(at.active, percent, zoomStep),
    smaller: () => looks.zoomBy(at.active, percent, 1 / zoomStep),
    survey: () => room.turnTo('survey', { photos: chosen.length >= fewest ? chosen : at.photos, active: room.active }),
    compare: room.leave,
    panels,
  }
  useSideKeys({ room, active: room.active, undo: actions.undo, help }, (act) => {
    if (act.type === 'mark') return mark(act)
    const todo = acts[act.type]
    todo?.()
    return todo ? true : null
  })
}
