import { FormattedMessage } from 'react-intl'

/** Stands while a page is fetched: nothing to see for a moment, a word after it. */
export function Waiting() {
  return (
    <p className="waiting" role="status">
      <FormattedMessage id="waiting" />
    </p>
  )
}

export const waiting = <Waiting />
