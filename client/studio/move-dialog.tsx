/** Where photos go. */
import { useIntl } from 'react-intl'
import type { PhotoId } from '../../common/ids.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useSaidCommand } from './use-said-command.ts'

export interface AskProps {
  readonly photos: readonly PhotoId[]
  readonly onClose: () => void
}

export function MoveDialog({ photos, onClose }: AskProps) {
  const intl = useIntl()
  const { scenes } = useGallery()
  const command = useSaidCommand()
  return (
    <Dialog title={intl.formatMessage({ id: 'batch.moveTitle' }, { n: photos.length })} onClose={onClose}>
      <ul className="choose-scene">
        {scenes.map((scene) => (
          <li key={scene.id}>
            <button
              type="button"
              className="btn line"
              onClick={() => void command({ type: 'photo:move', photos: [...photos], scene: scene.id }).then((done) => done && onClose())}
            >
              {scene.name}
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
