/** How far the list is, a word to go with it, and sending it. */
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { toast } from 'sonner'
import { useGallery } from '../gallery/use-gallery.tsx'
import { Monogram } from '../ui/monogram.tsx'
import { refusalText } from '../ui/refusal-text.ts'
import { useChoosing } from './choosing.tsx'
import { byFirst, type Filling, missingIn } from './filling.ts'
import { ListTally } from './list-tally.tsx'

interface SendListProps {
  readonly filling: Filling
  readonly onMore: () => void
  /** The button that sent it is gone: the focus is not to fall on what takes its place. */
  readonly onSent: () => void
}

export function SendList({ filling, onMore, onSent }: SendListProps) {
  const { selection, photos, lock } = filling
  const max = selection.request?.max ?? 'none'
  return (
    <div className="sum">
      <p className="fig" role="status">
        {photos.length}
        <small>
          <FormattedMessage id={lock === 'sent' ? 'list.of.sent' : 'list.of'} values={{ max }} />
        </small>
      </p>
      <ListTally filling={filling} height={24} ends />
      <Persons filling={filling} />
      {selection.request && lock === null && <Sending filling={filling} onMore={onMore} onSent={onSent} />}
      {lock === 'sent' && <Reopening filling={filling} />}
    </div>
  )
}

function Persons({ filling }: { readonly filling: Filling }) {
  const { people, me } = useGallery()
  const counts = [...byFirst(filling)]
  if (counts.length < 2) return null
  return (
    <p className="pp">
      {counts.map(([person, n]) => (
        <span key={person}>
          <Monogram person={person} name={people.get(person)?.name ?? me?.name ?? ''} size={24} plain />
          {person === me?.person ? <FormattedMessage id="list.you" /> : people.get(person)?.name.split(' ')[0]} <b className="num">{n}</b>
        </span>
      ))}
    </p>
  )
}

function Sending({ filling, onMore, onSent }: SendListProps) {
  const intl = useIntl()
  const { people, saved } = useGallery()
  const { mayChoose } = useChoosing()
  const [note, setNote] = useState('')
  const send = useSend(filling, onSent)
  const { selection, photos } = filling
  const missing = missingIn(filling)
  const over = selection.request?.max ? Math.max(0, photos.length - selection.request.max) : 0
  const name = people.get(selection.createdBy)?.name.split(' ')[0]
  if (!mayChoose) return null
  if (missing > 0) {
    return (
      <div className="go inv-phone">
        <button type="button" className="btn solid big" onClick={onMore}>
          <FormattedMessage id="list.choose.more" values={{ n: missing }} />
        </button>
        <span className="hn">
          <FormattedMessage id="list.choose.then" />
        </span>
      </div>
    )
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void send(note)
      }}
    >
      <div className="f">
        <label className="lb" htmlFor="list-note">
          <span>{name ? <FormattedMessage id="list.note" values={{ name }} /> : <FormattedMessage id="list.note.studio" />}</span>
          <span className="opt">{intl.formatMessage({ id: 'list.optional' })}</span>
        </label>
        <textarea id="list-note" rows={2} maxLength={1000} value={note} onChange={(event) => setNote(event.target.value)} />
      </div>
      <div className="go inv-phone">
        <button type="submit" className="btn solid big" disabled={over > 0 || saved !== 'saved'}>
          <FormattedMessage id="list.sendN" values={{ n: photos.length }} />
        </button>
        <span className="hn">
          {over > 0 ? <FormattedMessage id="list.over" values={{ n: over }} /> : <FormattedMessage id="list.locks" />}
        </span>
      </div>
    </form>
  )
}

function useSend({ selection, photos }: Filling, onSent: () => void): (note: string) => Promise<void> {
  const intl = useIntl()
  const { actions } = useGallery()
  return async (note) => {
    const answer = await actions.do({ type: 'selection:submit', id: selection.id, photos: photos.map(({ id }) => id), note: note.trim() })
    if (answer.ok) {
      onSent()
      toast(intl.formatMessage({ id: 'list.sentToast' }))
    } else if (answer.refusal.code === 'conflict') toast(intl.formatMessage({ id: 'list.changed' }))
    else toast(intl.formatMessage({ id: 'list.sendFailed' }, { why: refusalText(answer.refusal, intl) }))
  }
}

function Reopening({ filling: { selection, submission } }: { readonly filling: Filling }) {
  const intl = useIntl()
  const { actions } = useGallery()
  const ask = async () => {
    const answer = await actions.do({ type: 'selection:ask', id: selection.id })
    if (!answer.ok) toast(refusalText(answer.refusal, intl))
  }
  return (
    <div className="go">
      {submission?.askedAt ? (
        <span className="hn" role="status" tabIndex={-1} data-instead>
          <FormattedMessage id="list.asked" />
        </span>
      ) : (
        <button type="button" className="btn line big" onClick={() => void ask()}>
          <FormattedMessage id="list.ask" />
        </button>
      )}
      <span className="hn">
        <FormattedMessage id="list.ask.more" />
      </span>
    </div>
  )
}
