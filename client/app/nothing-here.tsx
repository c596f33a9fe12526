import { FormattedMessage } from 'react-intl'
import { Link } from 'react-router'
import { useTheme } from '../ui/theme.tsx'

export function NothingHere() {
  useTheme('client')
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
