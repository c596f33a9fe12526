import { FormattedMessage, useIntl } from 'react-intl'

export type PanelTab = 'table' | 'talk'
const tabs: readonly PanelTab[] = ['table', 'talk']

/** In a session the panel shows the table first; what was said to the photo is one press away. */
export function PanelSwitch({ tab, onTab }: { readonly tab: PanelTab; readonly onTab: (tab: PanelTab) => void }) {
  const intl = useIntl()
  return (
    <fieldset className="panel-switch" aria-label={intl.formatMessage({ id: 'loupe.panel' })}>
      {tabs.map((one) => (
        <button key={one} type="button" aria-pressed={one === tab} onClick={() => onTab(one)}>
          <FormattedMessage id={`live.panel.${one}`} />
        </button>
      ))}
    </fieldset>
  )
}
