import { Presentation } from 'lucide-react'
import { useIntl } from 'react-intl'
import { toast } from 'sonner'
import type { SessionId } from '../../common/ids.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { newId } from '../net/new-id.ts'
import { isStaff } from '../sheet/audience.ts'
import { refusalText } from '../ui/refusal-text.ts'
import { useTable } from './session-room.tsx'

/** Begins a session: everybody inside is taken along. Not there for who may not, and while somebody leads. */
export function PresentButton() {
  const intl = useIntl()
  const { gallery, status, me, actions } = useGallery()
  const { session, stop } = useTable()
  const may = gallery && (isStaff(gallery) || gallery.role === 'mainClient')
  if (!may || session || status !== 'open' || !me) return null
  const present = async () => {
    stop()
    const answer = await actions.do({ type: 'session:start', id: newId<SessionId>('session') })
    if (answer.ok) return
    // Two began in the same moment: one of them leads, the other is taken along.
    toast(answer.refusal.code === 'taken' ? intl.formatMessage({ id: 'live.present.taken' }) : refusalText(answer.refusal, intl))
  }
  const label = intl.formatMessage({ id: 'live.present' })
  return (
    <button type="button" className="ib" aria-label={label} title={label} onClick={() => void present()}>
      <Presentation className="i" aria-hidden="true" />
    </button>
  )
}
