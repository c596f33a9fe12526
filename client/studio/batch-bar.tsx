import { Eye, EyeOff, Star, X } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { labels, type Stars } from '../../common/sheet/shape.ts'
import type { SeenPhoto } from '../../common/visibility/seen.ts'
import { useSideBySide } from '../compare/use-side-by-side.ts'
import type { Held } from '../contact-sheet/wall-hand.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Dot } from '../ui/marks-by-hand.tsx'
import { useSaidCommand } from './use-said-command.ts'

interface BatchBarProps {
  readonly held: Held
  /** What hangs: acts go to nothing one does not see. */
  readonly hanging: readonly SeenPhoto[]
  readonly onHold: (held: Held) => void
}

/** What one holds now, and what can be done with all of it at once. */
export function BatchBar({ held, hanging, onHold }: BatchBarProps) {
  const intl = useIntl()
  const { actions, gallery, photoById } = useGallery()
  const side = useSideBySide()
  const [asking, setAsking] = useState<'move' | 'remove' | null>(null)
  const photos = hanging.filter(({ id }) => held.selected.has(id)).map(({ id }) => id)
  if (photos.length === 0) return null
  const allHidden = photos.every((photo) => photoById.get(photo)?.hidden)
  return (
    <section className="batch inv" aria-label={intl.formatMessage({ id: 'batch.title' })}>
      <span className="n" role="status">
        <FormattedMessage id="batch.selected" values={{ n: photos.length }} />
      </span>
      <button type="button" onClick={() => actions.mark(photos, { flag: 'pick' })}>
        <FormattedMessage id="mark.Pick" />
        <kbd>P</kbd>
      </button>
      <button type="button" onClick={() => actions.mark(photos, { flag: 'reject' })}>
        <FormattedMessage id="mark.Reject" />
        <kbd>X</kbd>
      </button>
      <button type="button" onClick={() => actions.mark(photos, { flag: null })}>
        <FormattedMessage id="mark.Unflag" />
        <kbd>U</kbd>
      </button>
      <span className="v" />
      <span className="stars">
        {([1, 2, 3, 4, 5] as const satisfies readonly Stars[]).map((stars) => (
          <button
            key={stars}
            type="button"
            aria-label={intl.formatMessage({ id: 'mark.stars' }, { stars })}
            onClick={() => actions.mark(photos, { stars })}
          >
            <Star className="i" aria-hidden="true" />
          </button>
        ))}
      </span>
      <span className="v" />
      <span className="lb">
        {labels.map((label) => (
          <button
            key={label}
            type="button"
            aria-label={intl.formatMessage({ id: `label.${label}` })}
            onClick={() => actions.mark(photos, { label })}
          >
            <Dot label={label} />
          </button>
        ))}
      </span>
      <span className="grow" />
      {photos.length > 1 && (
        <button type="button" onClick={() => side.compare({ ...held, wall: photos })}>
          <FormattedMessage id={photos.length > 4 ? 'survey.open' : 'compare.open'} />
          <kbd>{photos.length > 4 ? 'N' : 'C'}</kbd>
        </button>
      )}
      {gallery?.write && (
        <>
          <button type="button" onClick={() => setAsking('move')}>
            <FormattedMessage id="batch.move" />
          </button>
          <button type="button" onClick={() => setAsking('remove')}>
            <FormattedMessage id="batch.remove" />
          </button>
        </>
      )}
      {gallery?.rights.hide === 'edit' && (
        <button type="button" onClick={() => (allHidden ? actions.show(photos) : actions.hide(photos))}>
          {allHidden ? <Eye className="i" aria-hidden="true" /> : <EyeOff className="i" aria-hidden="true" />}
          <FormattedMessage id={allHidden ? 'tile.show' : 'batch.hide'} />
        </button>
      )}
      <button
        type="button"
        aria-label={intl.formatMessage({ id: 'batch.clear' })}
        onClick={() => onHold({ active: held.active, selected: new Set() })}
      >
        <X className="i" aria-hidden="true" />
      </button>
      {asking === 'move' && <MoveDialog photos={photos} onClose={() => setAsking(null)} />}
      {asking === 'remove' && <RemoveDialog photos={photos} onClose={() => setAsking(null)} />}
    </section>
  )
}

interface AskProps {
  readonly photos: readonly (Held['active'] & string)[]
  readonly onClose: () => void
}

function MoveDialog({ photos, onClose }: AskProps) {
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

function RemoveDialog({ photos, onClose }: AskProps) {
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
