/** What a request wants of this person today, under the header: a reminder, a near deadline, a list that is open again. */

import { X } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { Link } from 'react-router'
import type { SelectionId } from '../../common/ids.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { serverNow } from '../net/server-clock.ts'
import { useChoosing } from './choosing.tsx'
import type { Filling } from './filling.ts'
import { daysLeft } from './list-words.ts'
import './lists.css'

/** Days before a deadline from which it is said. */
const near = 3
const keyOf = (list: SelectionId) => `proofroom.list-news.${list}`

interface News {
  readonly filling: Filling
  readonly type: 'reminder' | 'due' | 'reopened'
  /** What is put away stays away until something newer comes. */
  readonly stamp: string
}

export function ListNews() {
  const { lists } = useChoosing()
  const { gallery } = useGallery()
  const intl = useIntl()
  const [, setAway] = useState(0)
  const news = lists.flatMap((filling) => newsOf(filling, serverNow()) ?? []).find(({ filling, stamp }) => !isAway(filling, stamp))
  if (!news || !gallery) return null
  const { filling, stamp } = news
  const { selection } = filling
  return (
    <p className="news list-news" role="status">
      <span>
        <Words news={news} />
      </span>
      <Link className="tx" to={`/g/${gallery.id}/list/${selection.id}`}>
        <FormattedMessage id="list.news.open" />
      </Link>
      <button
        type="button"
        className="ib"
        aria-label={intl.formatMessage({ id: 'list.news.hide' })}
        onClick={() => {
          putAway(selection.id, stamp)
          setAway((n) => n + 1)
        }}
      >
        <X className="i" aria-hidden="true" />
      </button>
    </p>
  )
}

function Words({ news: { filling, type } }: { readonly news: News }) {
  const intl = useIntl()
  const { people } = useGallery()
  const { selection, photos } = filling
  const { request } = selection
  const list = selection.name
  if (type === 'reopened') return <FormattedMessage id="list.news.reopened" values={{ list }} />
  if (type === 'reminder' && request?.reminder) {
    const name = people.get(request.reminder.by)?.name ?? intl.formatMessage({ id: 'person.house' })
    const { note } = request.reminder
    return note ? (
      <FormattedMessage id="list.news.reminder" values={{ name, note }} />
    ) : (
      <FormattedMessage id="list.news.remind" values={{ name, list }} />
    )
  }
  const days = daysLeft(request?.deadline ?? 0, serverNow())
  const count = intl.formatMessage({ id: 'list.count' }, { n: photos.length, max: request?.max ?? 'none' })
  return <FormattedMessage id="list.news.due" values={{ days, list, count }} />
}

function newsOf(filling: Filling, now: number): News | null {
  const { selection, submission, lock } = filling
  const { request } = selection
  if (!request || lock) return null
  const { reminder, deadline } = request
  const sentAt = submission?.versions.at(-1)?.at ?? 0
  if (submission?.reopenedAt && submission.reopenedAt > (reminder?.at ?? 0)) {
    return { filling, type: 'reopened', stamp: `reopened ${submission.reopenedAt}` }
  }
  if (reminder && reminder.at > sentAt) return { filling, type: 'reminder', stamp: `reminder ${reminder.at}` }
  const days = deadline === null ? null : daysLeft(deadline, now)
  return days !== null && days >= 0 && days <= near ? { filling, type: 'due', stamp: `due ${deadline} ${days}` } : null
}

function isAway({ selection }: Filling, stamp: string): boolean {
  try {
    return localStorage.getItem(keyOf(selection.id)) === stamp
  } catch {
    return false
  }
}

function putAway(list: SelectionId, stamp: string): void {
  try {
    localStorage.setItem(keyOf(list), stamp)
  } catch {
    // A browser that keeps nothing says it again next time.
  }
}
