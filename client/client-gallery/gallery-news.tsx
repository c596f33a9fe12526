import { CloudOff, RefreshCw } from 'lucide-react'
import { FormattedMessage } from 'react-intl'
import { useGallery } from '../gallery/use-gallery.tsx'

/** One sentence under the header when something is not as always, and one way on. */
export function GalleryNews() {
  const { status, waiting, actions } = useGallery()
  if (status === 'upgrade') {
    return (
      <p className="news" role="status">
        <span>
          <FormattedMessage id="room.upgrade" />
        </span>
        <button type="button" className="tx" onClick={() => window.location.reload()}>
          <FormattedMessage id="room.upgrade.load" />
        </button>
      </p>
    )
  }
  if (status !== 'offline' && status !== 'reconnecting') return null
  const Icon = status === 'offline' ? CloudOff : RefreshCw
  return (
    <p className="news" role="status">
      <Icon className="i" aria-hidden="true" />
      <span>
        <FormattedMessage id={`room.${status}`} values={{ n: waiting }} />
      </span>
      <button type="button" className="tx" onClick={() => actions.retry()}>
        <FormattedMessage id="room.retry" />
      </button>
    </p>
  )
}
