import { FormattedMessage, useIntl } from 'react-intl'
import { Link } from 'react-router'
import { usePageTitle } from '../ui/page-title.ts'
import { useTheme } from '../ui/theme.tsx'

export function NothingHere() {
  useTheme('client')
  usePageTitle(useIntl().formatMessage({ id: 'nothing.title' }))
  return (
    <main className="plain">
      <h1>
        <FormattedMessage id="nothing.title" />
      </h1>
      <p>
        <FormattedMessage id="nothing.text" />
      </p>
      <Link className="btn solid big" to="/">
        <FormattedMessage id="nothing.home" />
      </Link>
    </main>
  )
}
