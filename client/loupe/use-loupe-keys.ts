import type { SeenPhoto } from '../../common/visibility/seen.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { fullScreen } from '../keyboard/full-screen.ts'
import { keyWishes } from '../keyboard/key-wishes.ts'
import type { KeyAct } from '../keyboard/keys.ts'
import { useKeys } from '../keyboard/use-keys.ts'
import { useMarking } from '../keyboard/use-mark-keys.ts'
import { useChoosing } from '../lists/choosing.tsx'
import { useComeBack } from './go-on.tsx'
import type { Paging } from './use-paging.ts'

/** How much larger one press makes the picture. */
export const zoomStep = 1.4

interface LoupeKeys {
  readonly paging: Paging
  readonly zoom: () => void
  readonly zoomBy: (factor: number) => void
  readonly compare: () => boolean
  readonly survey: () => boolean
  readonly write: () => void
  readonly panel: () => void
  readonly help: () => void
  /** Closes what lies over the picture; false if nothing does. */
  readonly uncover: () => boolean
}

/** In the loupe a key goes to the open photo. */
export function useLoupeKeys({ paging, zoom, zoomBy, compare, survey, write, panel, help, uncover }: LoupeKeys): void {
  const { gallery } = useGallery()
  const comeBack = useComeBack(paging)
  const setsMark = useMarkKeys(paging)
  const page = (to: SeenPhoto | null | undefined) => {
    if (to) paging.go(to.id)
    return true
  }
  const did = (act: () => void) => {
    act()
    return true
  }
  const on = (act: KeyAct): boolean => {
    switch (act.type) {
      case 'mark':
      case 'choose':
        return setsMark(act)
      case 'left':
      case 'right':
        return did(() => paging.step(act.type === 'left' ? -1 : 1))
      case 'first':
      case 'last':
        return page(paging.photos.at(act.type === 'first' ? 0 : -1))
      case 'grid':
        return did(paging.toWall)
      case 'close':
        return uncover() || did(paging.leave)
      case 'zoom':
        return did(zoom)
      case 'larger':
      case 'smaller':
        return did(() => zoomBy(act.type === 'larger' ? zoomStep : 1 / zoomStep))
      case 'compare':
        return compare()
      case 'survey':
        return survey()
      case 'comment':
        return did(write)
      case 'full':
        return did(fullScreen)
      case 'help':
        return did(help)
      case 'undo':
        return did(() => comeBack('undo'))
      case 'redo':
        return did(() => comeBack('redo'))
      case 'loupe':
      case 'panels':
        return did(panel)
      default:
        return false
    }
  }
  useKeys(gallery?.keys ?? 'lightroom', on)
}

/** Marks and the current list; then on to the next photo, if one wishes so. */
function useMarkKeys(paging: Paging): (act: KeyAct) => boolean {
  const marking = useMarking()
  const { choose, goesIn } = useChoosing()
  return (act) => {
    const photo = paging.target()
    const on = act.type === 'mark' ? act.advance : keyWishes().advance && goesIn(photo)
    const done = act.type === 'mark' ? marking([photo], act.mark) : choose([photo])
    if (done && on) paging.step(1)
    return done
  }
}
