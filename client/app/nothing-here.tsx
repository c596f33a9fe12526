import { FormattedMessage, useIntl } from 'react-intl'
import { Link } from 'react-router'
import { Door } from '../doors/door.tsx'

/** An address that leads nowhere, or to what this person does not see. */
export function NothingHere() {
  const intl = useIntl()
  return (
    <Door title={intl.formatMessage({ id: 'nothing.title' })} lead={<FormattedMessage id="nothing.text" />} mark="cross">
      <div className="go after-lead">
        <Link className="btn solid big" to="/">
          <FormattedMessage id="nothing.home" />
        </Link>
      </div>
    </Door>
  )
}
