/** Drawing on a phone: a button among the marks, and in draw mode a sheet in their place. */
import { Brush } from 'lucide-react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { VersionId } from '../../common/ids.ts'
import type { SeenPhoto } from '../../common/visibility/seen.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { hueClass } from '../ui/hue.ts'
import { useDrawRoom } from './draw-room.tsx'
import { EyeMenu } from './eye-menu.tsx'
import { Colours, Steps, Tools, Widths } from './kit-parts.tsx'

interface DrawEntryProps {
  readonly photo: SeenPhoto
  readonly version: VersionId | null
}

/** Whoever may only look at drawings still says whose. */
export function DrawEntry({ photo, version }: DrawEntryProps) {
  const intl = useIntl()
  const room = useDrawRoom()
  if (!room.may) {
    return (
      <span className="draw-entry">
        <EyeMenu photo={photo} version={version} side="top" />
      </span>
    )
  }
  return (
    <button type="button" className="draw-entry" aria-label={intl.formatMessage({ id: 'draw.enter' })} onClick={() => room.enter()}>
      <Brush className="i" aria-hidden="true" />
    </button>
  )
}

export function DrawSheet({ photo, version }: DrawEntryProps) {
  const intl = useIntl()
  const { me } = useGallery()
  const room = useDrawRoom()
  if (!room.on) return null
  return (
    <div className={`draw-sheet ${me ? hueClass(me.person) : ''}`} role="toolbar" aria-label={intl.formatMessage({ id: 'draw.tools' })}>
      <div className="row tools">
        <Tools />
        <EyeMenu photo={photo} version={version} side="top" />
      </div>
      <div className="row">
        <Widths photo={photo.id} />
        <Colours photo={photo.id} side="top" />
        <span className="rule" />
        <Steps />
        <button type="button" className="btn solid" onClick={room.leave}>
          <FormattedMessage id="done" />
        </button>
      </div>
    </div>
  )
}
