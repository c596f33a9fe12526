/** What the palette and the menu ask in a window of its own, once they are closed. */
import type { PhotoId, SceneId } from '../../common/ids.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { HelpDialog } from '../keyboard/help-dialog.tsx'
import { RequestDialog } from './lists/request-dialog.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { RemoveDialog } from './remove-dialog.tsx'
import { SceneDialog } from './scene-dialog.tsx'
import { ShareDialog } from './share/share-dialog.tsx'

export type DeskAsk =
  | 'share'
  | 'list'
  | 'help'
  | { readonly scene: SceneId }
  | { readonly move: readonly PhotoId[] }
  | { readonly remove: readonly PhotoId[] }

interface AskingProps {
  readonly ask: DeskAsk
  readonly selected: ReadonlySet<PhotoId>
  readonly onClose: () => void
}

export function Asking({ ask, selected, onClose }: AskingProps) {
  const { gallery, scenes } = useGallery()
  if (ask === 'share') return <ShareDialog link={null} selected={selected} onClose={onClose} />
  if (ask === 'list') return <RequestDialog selection={null} onClose={onClose} />
  if (ask === 'help') return <HelpDialog scheme={gallery?.keys ?? 'lightroom'} onClose={onClose} />
  if ('move' in ask) return <MoveDialog photos={ask.move} onClose={onClose} />
  if ('remove' in ask) return <RemoveDialog photos={ask.remove} onClose={onClose} />
  const scene = scenes.find(({ id }) => id === ask.scene)
  return scene ? <SceneDialog scene={scene} onClose={onClose} /> : null
}
