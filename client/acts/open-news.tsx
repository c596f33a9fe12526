import { useState, useSyncExternalStore } from 'react'
import { FormattedMessage } from 'react-intl'
import { useGallery } from '../gallery/use-gallery.tsx'
import { isNewBuildReady, onNewBuild } from '../net/new-build.ts'
import { NewBuildNote } from './new-build-note.tsx'

/** Said once a page. */
let seen = false

/** What there is to know while the connection stands. */
export function OpenNews() {
  const ready = useSyncExternalStore(onNewBuild, isNewBuildReady)
  const { keeps, saved } = useGallery()
  // What is kept nowhere must not be lost to an update.
  if (ready && (keeps || saved === 'saved')) return <NewBuildNote />
  return keeps ? null : <UnkeptNote />
}

/** A private window, a full disk: the page works, and whoever goes on a train knows. */
function UnkeptNote() {
  const [hidden, setHidden] = useState(seen)
  if (hidden) return null
  const hide = () => {
    seen = true
    setHidden(true)
  }
  return (
    <p className="news" role="status">
      <span>
        <FormattedMessage id="offline.keepsNothing" />
      </span>
      <button type="button" className="tx" onClick={hide}>
        <FormattedMessage id="offline.keepsNothing.seen" />
      </button>
    </p>
  )
}
