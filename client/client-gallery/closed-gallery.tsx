import { FormattedMessage, useIntl } from 'react-intl'
import { useGallery } from '../gallery/use-gallery.tsx'
import { BlankFrames } from '../ui/blank-frames.tsx'
import { refusalText } from '../ui/refusal-text.ts'

/** The gallery is not (or no longer) this person's, or this page is too old. */
export function ClosedGallery() {
  const { status, refusal } = useGallery()
  const intl = useIntl()
  const upgrade = status === 'upgrade'
  return (
    <main className="gallery-page quiet end">
      <div className="say" role="alert">
        <h1>
          <FormattedMessage id={`room.closed.${status}`} />
        </h1>
        <p>{status === 'ended' && refusal ? refusalText(refusal, intl) : <FormattedMessage id={`room.closed.${status}.text`} />}</p>
        <div className="go">
          <button type="button" className="btn solid big" onClick={() => window.location.reload()}>
            <FormattedMessage id={upgrade ? 'room.upgrade.load' : 'room.closed.again'} />
          </button>
        </div>
      </div>
      <div className="fr">
        <BlankFrames mark="none" />
      </div>
    </main>
  )
}
