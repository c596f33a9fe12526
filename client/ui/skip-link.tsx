import { FormattedMessage } from 'react-intl'
import { focusPage } from './focus-back.ts'

/** First of a page for who goes by keys: past its bars to what it is about. Not seen until then. */
export const SkipLink = () => (
  <button type="button" className="btn solid skip" onClick={focusPage}>
    <FormattedMessage id="skip" />
  </button>
)
