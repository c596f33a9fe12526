import { FormattedMessage } from 'react-intl'
import { useGallery } from '../gallery/use-gallery.tsx'
import { later } from '../net/new-build.ts'

/** An update is never forced on anybody: this page goes on with its own parts until it is loaded anew. */
export function NewBuildNote() {
  const { saved } = useGallery()
  return (
    <p className="news" role="status">
      <span>
        <FormattedMessage id={saved === 'saved' ? 'room.upgrade' : 'room.upgrade.waiting'} />
      </span>
      <button type="button" className="tx" onClick={() => window.location.reload()}>
        <FormattedMessage id="room.upgrade.load" />
      </button>
      <button type="button" className="tx quieter" onClick={later}>
        <FormattedMessage id="room.upgrade.later" />
      </button>
    </p>
  )
}
