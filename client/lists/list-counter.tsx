/** What this person holds now: how far the list is, whether it is saved, and the way to send it. */
import { CloudOff, Lock } from 'lucide-react'
import { FormattedMessage, useIntl } from 'react-intl'
import { Link } from 'react-router'
import type { SelectionId } from '../../common/ids.ts'
import type { WallState } from '../contact-sheet/use-wall.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { useChoosing } from './choosing.tsx'
import { type Filling, missingIn, roomIn } from './filling.ts'
import { ListTally } from './list-tally.tsx'
import './lists.css'

export function ListCounter({ current, wall }: { readonly current: Filling; readonly wall?: WallState }) {
  const intl = useIntl()
  const { gallery, saved, waiting, keeps } = useGallery()
  const { lists, mayChoose } = useChoosing()
  const { selection, photos, lock } = current
  const max = selection.request?.max ?? 'none'
  const missing = missingIn(current)
  return (
    <aside className="count inv listing" aria-label={intl.formatMessage({ id: 'list.counter' })}>
      <div className="what">
        {lists.length > 1 ? <Which current={current} /> : <b className="trunc name">{selection.name}</b>}
        <p className="n" role="status">
          {lock === 'sent' && <Lock className="i s" aria-hidden="true" />}
          <FormattedMessage id={lock === 'sent' ? 'list.count.sent' : 'list.count'} values={{ n: photos.length, max }} />
          <small data-saved={saved}>
            {saved === 'unsaved' && <CloudOff className="i s" aria-hidden="true" />}
            {saved === 'unsaved' ? (
              <FormattedMessage id={keeps ? 'room.unsaved' : 'offline.unsaved'} values={{ n: waiting }} />
            ) : (
              <Standing filling={current} />
            )}
          </small>
        </p>
      </div>
      <span className="only-d">
        <ListTally filling={current} height={22} />
      </span>
      {wall && mayChoose && lock === null && wall.filtering && <AddShown wall={wall} current={current} />}
      <Link className="btn solid" to={`/g/${gallery?.id}/list/${selection.id}`}>
        <FormattedMessage id={lock ? 'list.see' : missing === 0 && selection.request && photos.length > 0 ? 'list.send' : 'list.review'} />
      </Link>
    </aside>
  )
}

function Standing({ filling }: { readonly filling: Filling }) {
  const missing = missingIn(filling)
  const { request } = filling.selection
  if (filling.lock === 'closed') return <FormattedMessage id="list.closed" />
  if (!request || filling.lock === 'sent') return null
  const over = request.max === null ? 0 : filling.photos.length - request.max
  if (over > 0) return <FormattedMessage id="list.over" values={{ n: over }} />
  return missing > 0 ? <FormattedMessage id="list.missing" values={{ n: missing }} /> : <FormattedMessage id="list.ready" />
}

/** Everything the filter leaves, in one act. */
function AddShown({ wall, current }: { readonly wall: WallState; readonly current: Filling }) {
  const { me } = useGallery()
  const { addAll } = useChoosing()
  const fresh = wall.hanging.filter(({ id }) => !me || !current.pickers.get(id)?.includes(me.person))
  if (fresh.length === 0 || roomIn(current) === 0) return null
  return (
    <button type="button" className="btn line" onClick={() => addAll(fresh.map(({ id }) => id))}>
      <FormattedMessage id="list.addShown" values={{ n: fresh.length }} />
    </button>
  )
}

/** Which of several lists photos go into. */
function Which({ current }: { readonly current: Filling }) {
  const intl = useIntl()
  const { lists, setCurrent } = useChoosing()
  return (
    <select
      className="which"
      aria-label={intl.formatMessage({ id: 'list.which' })}
      value={current.selection.id}
      onChange={(event) => setCurrent(event.target.value as SelectionId)}
    >
      {lists.map(({ selection }) => (
        <option key={selection.id} value={selection.id}>
          {selection.name}
        </option>
      ))}
    </select>
  )
}
