import type { PhotoId } from '../../common/ids.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { fullScreen } from '../keyboard/full-screen.ts'
import type { KeyAct } from '../keyboard/keys.ts'
import { useKeys } from '../keyboard/use-keys.ts'
import type { SideRoom } from './use-side.ts'

interface SideKeys {
  readonly room: SideRoom
  readonly active: PhotoId | null
  readonly undo: () => void
  readonly help: () => void
}

/** What keys do wherever photos lie side by side; `own` answers null for what is not its own. */
export function useSideKeys({ room, active, undo, help }: SideKeys, own: (act: KeyAct) => boolean | null): void {
  const { gallery, actions } = useGallery()
  const shared = (act: KeyAct): (() => void) | null => {
    switch (act.type) {
      case 'loupe':
        return active === null ? null : () => room.open(active)
      case 'grid':
      case 'close':
        return room.leave
      case 'full':
        return fullScreen
      case 'help':
        return help
      case 'undo':
        return undo
      case 'redo':
        return actions.redo
      default:
        return null
    }
  }
  useKeys(gallery?.keys ?? 'lightroom', (act) => {
    const done = own(act)
    if (done !== null) return done
    const todo = shared(act)
    todo?.()
    return todo !== null
  })
}
