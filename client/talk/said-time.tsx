import { FormattedMessage, useIntl } from 'react-intl'
import type { SeenComment } from '../gallery/gallery-view.ts'
import { isToday } from '../net/server-clock.ts'

/** The hour of what was said today, else the day; the whole of it on pointing. */
export function SaidTime({ comment: { at, edited } }: { readonly comment: Pick<SeenComment, 'at' | 'edited'> }) {
  const intl = useIntl()
  const today = isToday(at)
  const short = today
    ? intl.formatTime(at, { hour: '2-digit', minute: '2-digit' })
    : intl.formatDate(at, { day: 'numeric', month: 'short' })
  return (
    <time dateTime={new Date(at).toISOString()} title={intl.formatDate(at, { dateStyle: 'long', timeStyle: 'short' })}>
      {short}
      {edited !== null && (
        <>
          {', '}
          <FormattedMessage id="talk.edited" />
        </>
      )}
    </time>
  )
}
