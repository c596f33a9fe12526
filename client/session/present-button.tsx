import { Presentation } from 'lucide-react'
import { useIntl } from 'react-intl'
import type { SessionId } from '../../common/ids.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { newId } from '../net/new-id.ts'
import { isStaff } from '../sheet/audience.ts'
import { useTable } from './session-room.tsx'
import { useAsk } from './use-ask.ts'

/** Begins a session: everybody inside is taken along. Not there for who may not, and while somebody leads. */
export function PresentButton() {
  const intl = useIntl()
  const { gallery, status, me } = useGallery()
  const { session, stop } = useTable()
  const ask = useAsk()
  const may = gallery && (isStaff(gallery) || gallery.role === 'mainClient')
  if (!may || session || status !== 'open' || !me) return null
  const present = () => {
    stop()
    void ask({ type: 'session:start', id: newId<SessionId>('session') })
  }
  const label = intl.formatMessage({ id: 'live.present' })
  return (
    <button type="button" className="ib" aria-label={label} title={label} onClick={present}>
      <Presentation className="i" aria-hidden="true" />
    </button>
  )
}
