/** What is asked before photos move or go. */
import { FormattedMessage, useIntl } from 'react-intl'
import type { PhotoId } from '../../common/ids.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useSaidCommand } from './use-said-command.ts'

interface AskProps {
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

export function RemoveDialog({ photos, onClose }: AskProps) {
  const intl = useIntl()
  const command = useSaidCommand()
  return (
    <Dialog
      title={intl.formatMessage({ id: 'batch.removeTitle' }, { n: photos.length })}
      lead={<FormattedMessage id="batch.removeLead" />}
      onClose={onClose}
    >
      <div className="foot">
        <button
          type="button"
          className="btn solid"
          onClick={() => void command({ type: 'photo:remove', photos: [...photos] }).then((done) => done && onClose())}
        >
          <FormattedMessage id="batch.removeGo" values={{ n: photos.length }} />
        </button>
        <button type="button" className="btn line" onClick={onClose}>
          <FormattedMessage id="cancel" />
        </button>
      </div>
    </Dialog>
  )
}
