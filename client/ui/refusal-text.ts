import type { IntlShape } from 'react-intl'
import type { Refusal } from '../../common/result.ts'

/** What a refusal says to people, in their language. */
export const refusalText = (refusal: Refusal, intl: IntlShape): string => intl.formatMessage({ id: `refusal.${refusal.code}` })
