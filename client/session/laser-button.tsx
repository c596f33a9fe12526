import { MousePointer2 } from 'lucide-react'
import { useIntl } from 'react-intl'
import type { PhotoId } from '../../common/ids.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { keyOf, keyWords } from '../keyboard/key-map.ts'
import { useLaidKeys } from '../keyboard/key-wishes.ts'
import { hasOpen } from './place.ts'
import { useTable } from './session-room.tsx'

/** The pointer as a laser; there while anybody else looks at one of these photos. */
export function LaserButton({ photos }: { readonly photos: readonly PhotoId[] }) {
  const intl = useIntl()
  const { here } = useGallery()
  const { laser, setLaser } = useTable()
  const { scheme, laid: keys } = useLaidKeys()
  if (!laser && !here.some((seat) => photos.some((photo) => hasOpen(seat, photo)))) return null
  const label = intl.formatMessage({ id: 'live.laser' }, { key: keyWords(keyOf(scheme, keys, 'laser')) ?? '' })
  return (
    <button type="button" className="ib" aria-pressed={laser} aria-label={label} title={label} onClick={() => setLaser(!laser)}>
      <MousePointer2 className="i" aria-hidden="true" />
    </button>
  )
}
