/** What a request asks for, in words. */
import type { IntlShape } from 'react-intl'
import type { SeenRequest } from '../../common/visibility/seen.ts'

/** "35 to 40 photos". */
export function sayRange({ min, max }: Pick<SeenRequest, 'min' | 'max'>, intl: IntlShape): string {
  if (max !== null && min === max) return intl.formatMessage({ id: 'list.range.exact' }, { max })
  if (max !== null && min > 0) return intl.formatMessage({ id: 'list.range.between' }, { min, max })
  if (max !== null) return intl.formatMessage({ id: 'list.range.most' }, { max })
  return min > 0 ? intl.formatMessage({ id: 'list.range.least' }, { min }) : intl.formatMessage({ id: 'list.range.any' })
}

/** "35 to 40 photos, by 30 November". */
export function sayRequest(request: SeenRequest, intl: IntlShape): string {
  const range = sayRange(request, intl)
  if (request.deadline === null) return range
  return intl.formatMessage({ id: 'list.by' }, { range, date: intl.formatDate(request.deadline, { day: 'numeric', month: 'long' }) })
}

export const sayTime = (at: number, intl: IntlShape): string =>
  intl.formatDate(at, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })

/** Days of the calendar here until the deadline; 0 on the last one, negative after it. */
export function daysLeft(deadline: number, now: number): number {
  const dayOf = (at: number) => new Date(at).setHours(0, 0, 0, 0)
  return deadline < now ? -1 : Math.round((dayOf(deadline) - dayOf(now)) / 86_400_000)
}
