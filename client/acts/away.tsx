import { WifiOff } from 'lucide-react'
import { FormattedMessage, useIntl } from 'react-intl'
import { useGallery } from '../gallery/use-gallery.tsx'
import { useShowUnsaved } from './acts-room.tsx'
import { AsOf } from './as-of.tsx'

/** In the top line over a picture while there is no connection, in the words of the wall: leads to what is not saved yet. */
export function Away() {
  const { status, waiting, since } = useGallery()
  const intl = useIntl()
  const showUnsaved = useShowUnsaved()
  // The first connection is no news before it failed.
  const away = status === 'offline' || (status === 'reconnecting' && since !== null)
  const unsaved = waiting > 0 ? intl.formatMessage({ id: 'acts.unsaved' }, { n: waiting }) : null
  return (
    <>
      <span className="sr" role="status">
        {away && <AwayWords />}
      </span>
      {away && (
        <button type="button" className="away-at" onClick={showUnsaved} {...(unsaved ? { title: unsaved } : {})}>
          <WifiOff className="i s" aria-hidden="true" />
          <span className="wd">
            <AwayWords />
          </span>
          {unsaved && (
            <>
              <span className="sr">{unsaved}</span>
              <b className="num" aria-hidden="true">
                {waiting}
              </b>
            </>
          )}
        </button>
      )}
    </>
  )
}

/** Since when, where there was a connection before. */
export function AwayWords() {
  const { status, since } = useGallery()
  if (status === 'offline' && since !== null) return <FormattedMessage id="room.offline.since" values={{ at: <AsOf at={since} /> }} />
  return <FormattedMessage id={status === 'offline' ? 'room.offline.short' : 'room.reconnecting.short'} />
}
