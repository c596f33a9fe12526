import type { SeenPhoto } from '../../common/visibility/seen.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { useMarking } from '../gallery/use-mark-keys.ts'
import type { KeyAct } from '../keyboard/keys.ts'
import { useKeys } from '../keyboard/use-keys.ts'
import type { Paging } from './use-paging.ts'

interface LoupeKeys {
  readonly photo: SeenPhoto
  readonly paging: Paging
  readonly zoom: () => void
  readonly write: () => void
  readonly panel: () => void
  readonly help: () => void
}

/** In the loupe a key goes to the open photo. */
export function useLoupeKeys({ photo, paging, zoom, write, panel, help }: LoupeKeys): void {
  const { gallery, actions } = useGallery()
  const marking = useMarking()
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
      case 'mark': {
        const marked = marking([photo.id], act.mark)
        if (marked && act.advance) page(paging.next)
        return marked
      }
      case 'left':
        return page(paging.previous)
      case 'right':
        return page(paging.next)
      case 'first':
        return page(paging.photos[0])
      case 'last':
        return page(paging.photos.at(-1))
      case 'grid':
      case 'close':
        return did(paging.leave)
      case 'zoom':
        return did(zoom)
      case 'comment':
        return did(write)
      case 'panels':
        return false
      case 'full':
        return did(fullScreen)
      case 'help':
        return did(help)
      case 'undo':
        return did(actions.undo)
      case 'redo':
        return did(actions.redo)
      case 'loupe':
        return did(panel)
    }
  }
  useKeys(gallery?.keys ?? 'lightroom', on)
}

function fullScreen(): void {
  if (document.fullscreenElement) void document.exitFullscreen()
  else void document.documentElement.requestFullscreen?.().catch(() => undefined)
}
