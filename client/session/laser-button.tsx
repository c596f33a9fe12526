import { MousePointer2 } from 'lucide-react'
import { useIntl } from 'react-intl'
import type { PhotoId } from '../../common/ids.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { useTable } from './session-room.tsx'

/** The pointer as a laser; there while anybody else looks at this photo. */
export function LaserButton({ photo }: { readonly photo: PhotoId }) {
  const intl = useIntl()
  const { here } = useGallery()
  const { laser, setLaser } = useTable()
  if (!laser && !here.some((seat) => seat.photo === photo)) return null
  const label = intl.formatMessage({ id: 'live.laser' })
  return (
    <button type="button" className="ib" aria-pressed={laser} aria-label={label} title={label} onClick={() => setLaser(!laser)}>
      <MousePointer2 className="i" aria-hidden="true" />
    </button>
  )
}
