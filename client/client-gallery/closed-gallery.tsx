import { useEffect } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { Link, useLocation } from 'react-router'
import { LeftWords } from '../acts/left-words.tsx'
import { Door } from '../doors/door.tsx'
import { want } from '../doors/wanted.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { lookingAs } from '../net/looking.ts'
import { refusalText } from '../ui/refusal-text.ts'

/** The gallery is not (or no longer) this person's, or this page is too old. */
export function ClosedGallery() {
  const { status, refusal } = useGallery()
  const intl = useIntl()
  const { pathname, search, hash } = useLocation()
  const here = pathname + search + hash
  const upgrade = status === 'upgrade'
  const unknown = refusal?.code === 'sign-in-needed'
  // Whoever is not known here, or not let in yet, may still hold a link that opens it.
  const closed = status === 'ended'
  useEffect(() => {
    if (closed) want(here)
  }, [closed, here])
  return (
    <Door
      alert
      title={intl.formatMessage({ id: `room.closed.${status}` })}
      lead={status === 'ended' && refusal ? refusalText(refusal, intl) : <FormattedMessage id={`room.closed.${status}.text`} />}
      mark={closed ? 'cross' : 'none'}
    >
      {lookingAs === null && (
        <div className="go after-lead">
          {unknown ? (
            <Link className="btn solid big" to={`/sign-in?to=${encodeURIComponent(here)}`}>
              <FormattedMessage id="signIn.go" />
            </Link>
          ) : (
            <button type="button" className="btn solid big" onClick={() => window.location.reload()}>
              <FormattedMessage id={upgrade ? 'room.upgrade.load' : 'room.closed.again'} />
            </button>
          )}
          {!upgrade && !unknown && (
            <Link className="tx" to="/">
              <FormattedMessage id="nothing.home" />
            </Link>
          )}
        </div>
      )}
      <LeftWords />
    </Door>
  )
}
