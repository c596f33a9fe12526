import { FormattedMessage } from 'react-intl'
import { Link } from 'react-router'
import type { Me } from '../../common/protocol/http.ts'

/** Where one may go in the studio. */
export function StudioTabs({ me, current }: { readonly me: Me; readonly current: 'galleries' | 'settings' }) {
  const here = (tab: typeof current) => (tab === current ? ('page' as const) : undefined)
  return (
    <>
      <Link to="/" aria-current={here('galleries')}>
        <FormattedMessage id="home.galleries" />
      </Link>
      {me.accounts.some(({ settings }) => settings) && (
        <Link to="/settings" aria-current={here('settings')}>
          <FormattedMessage id="home.settings" />
        </Link>
      )}
    </>
  )
}
