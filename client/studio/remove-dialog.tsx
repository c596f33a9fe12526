/** What is asked before photos go for good: which, what goes with them, and whether hiding them would do. */
import { useMemo } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { SeenPhoto } from '../../common/visibility/seen.ts'
import { currentVersion, placeholder, ratioOf } from '../contact-sheet/picture.tsx'
import { splitName } from '../contact-sheet/split-name.ts'
import type { PhotoMarks } from '../gallery/gallery-view.ts'
import { picksOf } from '../gallery/picks.ts'
import { useGallery, useGalleryStore } from '../gallery/use-gallery.tsx'
import { pictureUrl } from '../net/picture-address.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Loop } from '../ui/marks-by-hand.tsx'
import { seedOf } from '../ui/strokes.ts'
import type { AskProps } from './move-dialog.tsx'
import { useHiding } from './use-hiding.ts'
import { useSaidCommand } from './use-said-command.ts'
import './remove-dialog.css'

/** Pictures that are shown, and how high, in pixels. */
const shown = 6
const height = 72

/** How many of them somebody chose, and how many somebody wrote on. */
function atStake(marks: readonly PhotoMarks[]): { readonly chosen: number; readonly commented: number } {
  return {
    chosen: marks.filter((one) => picksOf(one).length > 0 || one.picks.length > 0).length,
    commented: marks.filter(({ comments }) => comments > 0).length,
  }
}

export function RemoveDialog({ photos, onClose }: AskProps) {
  const intl = useIntl()
  const store = useGalleryStore()
  const { gallery, photoById } = useGallery()
  const command = useSaidCommand()
  const hide = useHiding()
  const n = photos.length
  const stake = useMemo(() => atStake(photos.map((id) => store.marks(id))), [photos, store])
  const known = photos.flatMap((id) => photoById.get(id) ?? [])
  const mayHide = gallery?.rights.hide === 'edit' && known.some(({ hidden }) => !hidden)
  const remove = async () => {
    if (await command({ type: 'photo:remove', photos: [...photos] })) onClose()
  }
  return (
    <Dialog
      title={intl.formatMessage({ id: 'batch.removeTitle' }, { n })}
      lead={
        <>
          {stake.chosen > 0 && <FormattedMessage id="remove.chosen" values={{ n, ...stake }} />}{' '}
          {stake.commented > 0 && <FormattedMessage id="remove.commented" values={{ n, ...stake }} />}{' '}
          <FormattedMessage id="batch.removeLead" />
        </>
      }
      onClose={onClose}
    >
      <ul className="to-remove">
        {known.slice(0, shown).map((photo) => (
          <li key={photo.id}>
            <Frame photo={photo} />
          </li>
        ))}
        {known.length > shown && (
          <li className="edge">
            <FormattedMessage id="remove.more" values={{ n: known.length - shown }} />
          </li>
        )}
      </ul>
      <div className="foot removing">
        {mayHide && (
          <button
            type="button"
            className="btn line"
            onClick={() => {
              hide(photos)
              onClose()
            }}
          >
            <FormattedMessage id="remove.hide" />
          </button>
        )}
        <span className="grow" />
        <button type="button" className="btn line" data-first onClick={onClose}>
          <FormattedMessage id="remove.keep" />
        </button>
        <button type="button" className="btn solid" onClick={() => void remove()}>
          <FormattedMessage id="batch.removeGo" values={{ n }} />
        </button>
      </div>
    </Dialog>
  )
}

/** With the loop of whoever chose it first. */
function Frame({ photo }: { readonly photo: SeenPhoto }) {
  const store = useGalleryStore()
  const version = currentVersion(photo)
  const width = Math.round(height * Math.min(2, Math.max(0.5, ratioOf(photo))))
  const blur = placeholder(version)
  const [first] = picksOf(store.marks(photo.id))
  return (
    <>
      <span className="im" style={{ width, height, ...(blur ? { backgroundImage: `url(${blur})` } : {}) }}>
        {version && photo.state === 'ready' && (
          <img src={pictureUrl(store.id, photo.id, version.id, 320)} alt="" width={width} height={height} />
        )}
        {first && <Loop person={first} width={width} height={height} seed={seedOf(photo.id)} fine />}
      </span>
      <span className="edge" title={photo.cameraName}>
        <b>{splitName(photo.cameraName)[1]}</b>
      </span>
    </>
  )
}
