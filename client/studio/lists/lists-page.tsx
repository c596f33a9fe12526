/** The lists the studio asks for: how far everyone is, what was sent, and what comes next. */
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { SeenSelection } from '../../../common/visibility/seen.ts'
import { useGallery } from '../../gallery/use-gallery.tsx'
import type { Filling } from '../../lists/filling.ts'
import { useFillings } from '../../lists/use-fillings.ts'
import { Segments } from '../../ui/choices.tsx'
import { ListCard } from './list-card.tsx'
import { RequestDialog } from './request-dialog.tsx'
import '../../lists/lists.css'
import './lists-page.css'

const shows = ['all', 'open', 'sent'] as const
type Shown = (typeof shows)[number]

export function ListsPage() {
  const intl = useIntl()
  const { selections, gallery } = useGallery()
  const fillings = useFillings()
  const [shown, setShown] = useState<Shown>('all')
  const [asking, setAsking] = useState(false)
  const lists = selections.filter((one) => shown === 'all' || isSent(one, fillings) === (shown === 'sent'))
  return (
    <>
      <div className="lists-head">
        <b role="status">{selections.length > 0 && <FormattedMessage id="lists.title" values={{ n: selections.length }} />}</b>
        {selections.length > 0 && (
          <Segments
            label={intl.formatMessage({ id: 'desk.selections' })}
            value={shown}
            options={shows.map((value) => ({ value, label: intl.formatMessage({ id: `lists.${value}` }) }))}
            onChange={setShown}
          />
        )}
        <span className="grow" />
        {gallery?.write && selections.length > 0 && (
          <button type="button" className="btn line" onClick={() => setAsking(true)}>
            <Plus className="i s" aria-hidden="true" />
            <FormattedMessage id="lists.new" />
          </button>
        )}
      </div>
      <div className="body lists">
        {selections.length === 0 ? (
          <div className="lists-none">
            <h2>
              <FormattedMessage id="lists.none" />
            </h2>
            <p>
              <FormattedMessage id="lists.none.more" />
            </p>
            {gallery?.write && (
              <button type="button" className="btn solid big" onClick={() => setAsking(true)}>
                <FormattedMessage id="lists.dialog.new" />
              </button>
            )}
          </div>
        ) : (
          lists.map((selection) => <ListCard key={selection.id} selection={selection} fillings={fillings} />)
        )}
        {selections.length > 0 && lists.length === 0 && (
          <p className="note">
            <FormattedMessage id="lists.none.filtered" />
          </p>
        )}
      </div>
      {asking && <RequestDialog selection={null} onClose={() => setAsking(false)} />}
    </>
  )
}

/** At least one list of it is locked with whoever sent it. */
function isSent({ id }: SeenSelection, fillings: ReadonlyMap<string, Filling>): boolean {
  return [...fillings.values()].some((filling) => filling.selection.id === id && filling.lock === 'sent')
}
