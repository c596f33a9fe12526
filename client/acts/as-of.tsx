import { FormattedDate } from 'react-intl'
import { isToday } from '../net/server-clock.ts'

/** A moment, as short as it may be: the day is named unless it is today. */
export function AsOf({ at }: { readonly at: number }) {
  const today = isToday(at)
  return (
    <time dateTime={new Date(at).toISOString()}>
      <FormattedDate value={at} {...(today ? {} : { day: 'numeric', month: 'long' })} hour="numeric" minute="2-digit" />
    </time>
  )
}
