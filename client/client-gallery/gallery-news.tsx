import { CloudOff, RefreshCw } from 'lucide-react'
import { FormattedMessage } from 'react-intl'
import { useShowUnsaved } from '../acts/acts-room.tsx'
import { AsOf } from '../acts/as-of.tsx'
import { OpenNews } from '../acts/open-news.tsx'
import { useGallery } from '../gallery/use-gallery.tsx'

/** One sentence under the header when something is not as always, and one way on. */
export function GalleryNews() {
  const { status, asOf, since, waiting, keeps, actions } = useGallery()
  const showUnsaved = useShowUnsaved()
  if (status === 'open') return <OpenNews />
  if (status !== 'offline' && (status !== 'reconnecting' || since === null)) return null
  const Icon = status === 'offline' ? CloudOff : RefreshCw
  return (
    <p className={`news ${status}`} role="status">
      <Icon className="i" aria-hidden="true" />
      <span>
        {!keeps ? (
          <FormattedMessage id="offline.unkept" />
        ) : asOf === null ? (
          <FormattedMessage id={`room.${status}`} values={{ n: waiting }} />
        ) : (
          <FormattedMessage id="offline.asOf" values={{ at: <AsOf at={asOf} /> }} />
        )}
      </span>
      {waiting > 0 && (
        <button type="button" className="tx unsaved" onClick={showUnsaved}>
          <FormattedMessage id="acts.unsaved" values={{ n: waiting }} />
        </button>
      )}
      <button type="button" className="tx retry" onClick={() => actions.retry()}>
        <FormattedMessage id="room.retry" />
      </button>
    </p>
  )
}
