import { FormattedMessage, useIntl } from 'react-intl'
import { Link } from 'react-router'
import { useShowUnsaved } from '../acts/acts-room.tsx'
import { AsOf } from '../acts/as-of.tsx'
import { useGallery } from '../gallery/use-gallery.tsx'
import { refusalText } from '../ui/refusal-text.ts'

/** How the connection stands, when it does not simply stand. */
export function DeskCondition() {
  const intl = useIntl()
  const { status, refusal, gallery, waiting, asOf, since, keeps, actions } = useGallery()
  const showUnsaved = useShowUnsaved()
  const over = status === 'revoked' || status === 'ended' || status === 'upgrade'
  if (status === 'loading' || (!gallery && !over)) {
    return (
      <p className="waiting" role="status">
        <FormattedMessage id="waiting" />
      </p>
    )
  }
  // The first connection is no news before it failed.
  if (status === 'reconnecting' && since === null) return null
  if (over) {
    return (
      <section className="plain" role="alert">
        <h1>
          <FormattedMessage id={`condition.${status}`} />
        </h1>
        {refusal && <p>{refusalText(refusal, intl)}</p>}
        {status === 'upgrade' ? (
          <button type="button" className="btn solid big" onClick={() => window.location.reload()}>
            <FormattedMessage id="broken.reload" />
          </button>
        ) : (
          <Link className="btn solid big" to="/">
            <FormattedMessage id="nothing.home" />
          </Link>
        )}
      </section>
    )
  }
  return (
    <p className="news" role="status">
      <span>
        {!keeps ? (
          <FormattedMessage id="offline.unkept" />
        ) : asOf === null ? (
          <FormattedMessage id={`condition.${status}`} values={{ n: waiting }} />
        ) : (
          <FormattedMessage id="offline.asOf.staff" values={{ at: <AsOf at={asOf} /> }} />
        )}
      </span>
      {waiting > 0 && (
        <button type="button" className="tx" onClick={showUnsaved}>
          <FormattedMessage id="acts.unsaved.show" />
        </button>
      )}
      <button type="button" className="tx" onClick={() => actions.retry()}>
        <FormattedMessage id="condition.retry" />
      </button>
    </p>
  )
}
