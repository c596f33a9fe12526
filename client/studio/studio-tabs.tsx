import { FormattedMessage } from 'react-intl'
import { Link } from 'react-router'
import type { Me } from '../../common/protocol/http.ts'
import { useStudio } from './current-studio.ts'

/** Where one may go in the studio. */
export function StudioTabs({ me, current }: { readonly me: Me; readonly current: 'galleries' | 'settings' }) {
  const studio = useStudio(me)
  const here = (tab: typeof current) => (tab === current ? ('page' as const) : undefined)
  return (
    <>
      <Link to="/" aria-current={here('galleries')}>
        <FormattedMessage id="home.galleries" />
      </Link>
      {studio?.settings && (
        <Link to="/settings" aria-current={here('settings')}>
          <FormattedMessage id="home.settings" />
        </Link>
      )}
    </>
  )
}
