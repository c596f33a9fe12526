import { FormattedMessage, FormattedTime, useIntl } from 'react-intl'
import { useGallery } from '../gallery/use-gallery.tsx'
import { photoOf } from '../sheet/outbox-entry.ts'
import { ActRow } from './act-row.tsx'
import { Panel } from './panel.tsx'

/** Rows that are drawn; a batch of a thousand is counted. */
const most = 200

/** What waits for a connection, the latest first. */
export function UnsavedPanel({ onClose }: { readonly onClose: () => void }) {
  const intl = useIntl()
  const { unsaved, status, keeps, actions } = useGallery()
  const rows = unsaved.toReversed().slice(0, most)
  return (
    <Panel title={intl.formatMessage({ id: 'acts.unsaved' }, { n: unsaved.length })} onClose={onClose}>
      <p className="lead">
        <FormattedMessage id={unsaved.length === 0 ? 'acts.allSaved' : keeps ? 'acts.unsaved.lead' : 'offline.unkept'} />
      </p>
      <ul>
        {rows.map((act) => (
          <ActRow key={act.order} act={act} photo={photoOf(act)} cameraName={null}>
            <p>
              <FormattedTime value={act.at} />
            </p>
          </ActRow>
        ))}
      </ul>
      {unsaved.length > most && (
        <p className="rest">
          <FormattedMessage id="acts.more" values={{ n: unsaved.length - most }} />
        </p>
      )}
      {status !== 'open' && (
        <button type="button" className="btn solid big" onClick={() => actions.retry()}>
          <FormattedMessage id="room.retry" />
        </button>
      )}
    </Panel>
  )
}
