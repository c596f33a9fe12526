import { FormattedMessage } from 'react-intl'
import { BlankFrames } from '../ui/blank-frames.tsx'

/** Before anything is known: the shape of what comes. */
export function LoadingGallery() {
  return (
    <main className="gallery-page quiet end loading">
      <p className="sr" role="status">
        <FormattedMessage id="waiting" />
      </p>
      <div className="say" aria-hidden="true">
        <span className="bone wide" />
        <span className="bone" />
      </div>
      <div className="fr">
        <BlankFrames mark="none" />
      </div>
    </main>
  )
}
