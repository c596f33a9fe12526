import { FormattedMessage, useIntl } from 'react-intl'
import { isToday, serverNow } from '../../net/server-clock.ts'

const day = 86_400_000

/** "now", the time of today, the weekday of this week, else the date. */
export function Ago({ at }: { readonly at: number }) {
  const intl = useIntl()
  const age = serverNow() - at
  if (age < 60_000) return <FormattedMessage id="time.now" />
  const when = new Date(at)
  const text = isToday(at)
    ? intl.formatTime(at, { hour: '2-digit', minute: '2-digit' })
    : intl.formatDate(
        at,
        age < 6 * day ? { weekday: 'short' } : { day: 'numeric', month: 'short', ...(age < 300 * day ? {} : { year: 'numeric' }) },
      )
  return (
    <time dateTime={when.toISOString()} title={intl.formatDate(at, { dateStyle: 'long', timeStyle: 'short' })}>
      {text}
    </time>
  )
}
