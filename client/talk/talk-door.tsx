/** In a gallery's header: how much is new, and the way to all that is said. */
import { MessageSquare } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { useOwnCount } from '../gallery/use-own-counts.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Overview } from './overview.tsx'

export function TalkDoor() {
  const intl = useIntl()
  const unread = useOwnCount((totals) => totals.unread)
  const called = useOwnCount((totals) => totals.called)
  const commented = useOwnCount((totals) => totals.commented)
  const [open, setOpen] = useState(false)
  if (commented === 0) return null
  const news = unread > 0 ? intl.formatMessage({ id: called > 0 ? 'talk.unread.called' : 'talk.unread' }, { n: unread }) : ''
  return (
    <>
      <button
        type="button"
        className={`lnk talk-door${unread > 0 ? ' fresh' : ''}`}
        aria-haspopup="dialog"
        aria-label={[intl.formatMessage({ id: 'overview.title' }), news].filter(Boolean).join(', ')}
        onClick={() => setOpen(true)}
      >
        <span className="bubble" aria-hidden="true">
          <MessageSquare className="i" />
          {unread > 0 && <span className="spot" />}
        </span>
        {unread > 0 && (
          <span aria-hidden="true" className="num">
            <FormattedMessage id="talk.unread.short" values={{ n: unread }} />
          </span>
        )}
      </button>
      {open && (
        <Dialog title={intl.formatMessage({ id: 'overview.of' })} onClose={() => setOpen(false)}>
          <Overview begin={unread > 0 ? 'new' : 'order'} onGo={() => setOpen(false)} />
        </Dialog>
      )}
    </>
  )
}
