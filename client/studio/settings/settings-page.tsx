/** What counts for the whole studio. */
import { FormattedMessage, useIntl } from 'react-intl'
import type { Me, MyAccount } from '../../../common/protocol/http.ts'
import { usePageTitle } from '../../ui/page-title.ts'
import { useTheme } from '../../ui/theme.tsx'
import { StudioPaletteDoor } from '../palette/palette-door.tsx'
import { StudioTabs } from '../studio-tabs.tsx'
import { StudioTop } from '../studio-top.tsx'
import { LabelSettings } from './label-settings.tsx'
import '../studio.css'
import './settings.css'

export function SettingsPage({ me, account }: { readonly me: Me; readonly account: MyAccount }) {
  const intl = useIntl()
  useTheme('staff')
  usePageTitle(intl.formatMessage({ id: 'studioSettings.title' }), account.name)
  return (
    <div className="studio-page">
      <StudioTop
        studio={account.name}
        me={me.person}
        tabs={<StudioTabs me={me} current="settings" />}
        palette={<StudioPaletteDoor me={me} />}
      />
      <main className="studio-settings">
        <nav aria-label={intl.formatMessage({ id: 'studioSettings.title' })}>
          <h1>
            <FormattedMessage id="studioSettings.title" />
          </h1>
          <a href="#labels" aria-current="true">
            <FormattedMessage id="studioSettings.labels" />
          </a>
        </nav>
        <LabelSettings key={account.id} account={account} />
      </main>
    </div>
  )
}
