import { Lock } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { SeenSelection } from '../../../common/visibility/seen.ts'
import { useGallery } from '../../gallery/use-gallery.tsx'
import type { Filling } from '../../lists/filling.ts'
import { daysLeft, sayRequest, sayTime } from '../../lists/list-words.ts'
import { serverNow } from '../../net/server-clock.ts'
import { useSaidCommand } from '../use-said-command.ts'
import { partiesOf } from './parties.ts'
import { PartyBlock } from './party-block.tsx'
import { RemindDialog } from './remind-dialog.tsx'
import { RemoveDialog } from './remove-dialog.tsx'
import { RequestDialog } from './request-dialog.tsx'

interface ListCardProps {
  readonly selection: SeenSelection
  readonly fillings: ReadonlyMap<string, Filling>
}

/** One selection: what was asked, how far each list of it is, and what the studio may do. */
export function ListCard({ selection, fillings }: ListCardProps) {
  const intl = useIntl()
  const room = useGallery()
  const parties = partiesOf(selection, room, fillings)
  const { request, name, closed } = selection
  const owner = selection.owner ? (room.people.get(selection.owner)?.name ?? '') : ''
  const condition = request
    ? sayRequest(request, intl)
    : selection.owner
      ? intl.formatMessage({ id: 'lists.own' }, { name: owner })
      : intl.formatMessage({ id: 'lists.team' })
  return (
    <article className="rq" aria-label={name}>
      <header>
        <div>
          <h2>{name}</h2>
          <p className="cond">
            {condition}
            {request?.reminder && (
              <>
                {' · '}
                <FormattedMessage id="lists.reminded" values={{ date: sayTime(request.reminder.at, intl) }} />
              </>
            )}
          </p>
        </div>
        <p className="tot">
          {closed && (
            <span className="state">
              <Lock className="i" aria-hidden="true" />
              <FormattedMessage id="lists.closed" />
            </span>
          )}
          {request?.deadline && <Left deadline={request.deadline} />}
        </p>
      </header>
      {request?.note && <p className="said">{request.note}</p>}
      {parties.map((party) => (
        <PartyBlock key={party.audience} party={party} alone={parties.length === 1} />
      ))}
      {room.gallery?.write && <Acts selection={selection} />}
    </article>
  )
}

function Left({ deadline }: { readonly deadline: number }) {
  const days = daysLeft(deadline, serverNow())
  return <small>{days < 0 ? <FormattedMessage id="lists.late" /> : <FormattedMessage id="lists.left" values={{ days }} />}</small>
}

function Acts({ selection }: { readonly selection: SeenSelection }) {
  const command = useSaidCommand()
  const [open, setOpen] = useState<'change' | 'remind' | 'remove' | null>(null)
  const close = () => setOpen(null)
  return (
    <p className="acts">
      {selection.request && (
        <>
          <button type="button" className="tx" onClick={() => setOpen('remind')}>
            <FormattedMessage id="lists.remind" />
          </button>
          <button
            type="button"
            className="tx"
            onClick={() => void command({ type: 'selection:close', id: selection.id, closed: !selection.closed })}
          >
            <FormattedMessage id={selection.closed ? 'lists.unclose' : 'lists.close'} />
          </button>
        </>
      )}
      {selection.owner === null && (
        <button type="button" className="tx" onClick={() => setOpen('change')}>
          <FormattedMessage id="lists.edit" />
        </button>
      )}
      <button type="button" className="tx" onClick={() => setOpen('remove')}>
        <FormattedMessage id="lists.remove" />
      </button>
      {open === 'change' && <RequestDialog selection={selection} onClose={close} />}
      {open === 'remind' && <RemindDialog selection={selection} onClose={close} />}
      {open === 'remove' && <RemoveDialog selection={selection} onClose={close} />}
    </p>
  )
}
