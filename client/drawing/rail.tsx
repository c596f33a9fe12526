import { useIntl } from 'react-intl'
import type { VersionId } from '../../common/ids.ts'
import type { SeenGallery, SeenPhoto } from '../../common/visibility/seen.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { hueClass } from '../ui/hue.ts'
import { useDrawRoom } from './draw-room.tsx'
import { EyeMenu } from './eye-menu.tsx'
import { Colours, Steps, Tools, Widths } from './kit-parts.tsx'
import './draw.css'

interface RailProps {
  readonly gallery: SeenGallery
  readonly photo: SeenPhoto
  readonly version: VersionId | null
}

/** Tools at the left of the picture. Who may only look has an eye. */
export function Rail({ gallery, photo, version }: RailProps) {
  const intl = useIntl()
  const { me } = useGallery()
  const room = useDrawRoom()
  if (gallery.rights.draw === 'none') return null
  return (
    <div
      className={`rail ${me ? hueClass(me.person) : ''}`}
      role="toolbar"
      aria-orientation="vertical"
      aria-label={intl.formatMessage({ id: 'draw.tools' })}
    >
      {room.may && (
        <>
          <Tools />
          <hr />
          <Widths photo={photo.id} />
          <Colours photo={photo.id} side="right" />
          <hr />
          <Steps />
        </>
      )}
      <span className="grow" />
      <EyeMenu photo={photo} version={version} side="right" />
    </div>
  )
}
