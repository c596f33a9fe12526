import { useCallback, useSyncExternalStore } from 'react'
import type { SeenPhoto } from '../../common/visibility/seen.ts'
import { MarkMenu } from './mark-menu.tsx'
import type { WallProps } from './wall.tsx'
import { gathered } from './wall-hand.ts'

interface WallMenuProps {
  readonly photo: SeenPhoto
  readonly anchor: HTMLElement
  readonly wall: Pick<WallProps, 'source' | 'rights' | 'onMark' | 'onHide' | 'held' | 'onHold'>
  readonly onClose: () => void
}

/** The small window for all marks of one photo; fetched when first asked for. */
export function WallMenu({ photo, anchor, wall, onClose }: WallMenuProps) {
  const { source, onMark, onHide } = wall
  const marks = useSyncExternalStore(
    useCallback((changed) => source.onPhoto(photo.id, changed), [source, photo.id]),
    () => source.marks(photo.id),
  )
  const gather = () => {
    onClose()
    wall.onHold(gathered(wall.held, photo.id))
  }
  const hide = () => {
    onClose()
    onHide?.([photo.id])
  }
  return (
    <MarkMenu
      photo={photo}
      marks={marks}
      rights={wall.rights}
      anchor={anchor}
      onMark={(patch) => onMark([photo.id], patch)}
      onHide={onHide ? hide : null}
      onGather={gather}
      onClose={onClose}
    />
  )
}
