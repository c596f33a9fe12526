/** Marks in words: what a screen reader says of a tile and of somebody's act. */
import type { IntlShape } from 'react-intl'
import type { PersonId } from '../../common/ids.ts'
import type { Mark } from '../../common/sheet/shape.ts'
import type { SeenPerson } from '../../common/visibility/seen.ts'
import type { PhotoMarks } from '../gallery/gallery-view.ts'

/** "pick, red, 4 stars, favourite"; empty when there is nothing. */
export function sayMark(mark: Mark, intl: IntlShape): string {
  const parts = [
    mark.flag && intl.formatMessage({ id: `mark.${mark.flag}` }),
    mark.label && intl.formatMessage({ id: `label.${mark.label}` }),
    mark.stars > 0 && intl.formatMessage({ id: 'mark.stars' }, { stars: mark.stars }),
    mark.favourite && intl.formatMessage({ id: 'mark.favourite' }),
  ]
  return parts.filter(Boolean).join(', ')
}

export interface Known {
  readonly people: ReadonlyMap<PersonId, SeenPerson>
  readonly me: PersonId | null
}

export const nameOf = (person: PersonId, { people }: Known, intl: IntlShape): string =>
  people.get(person)?.name ?? intl.formatMessage({ id: 'person.somebody' })

/** "Clara Winter: pick, red, 4 stars; Ben Arnold: favourite. 2 comments." */
export function sayMarks(marks: PhotoMarks, known: Known, intl: IntlShape): string {
  const lines: string[] = []
  for (const [person, mark] of marks.byPerson) {
    const words = sayMark(mark, intl)
    if (words) lines.push(`${nameOf(person, known, intl)}: ${words}`)
  }
  const house = marks.house ? sayMark(marks.house, intl) : ''
  if (house) lines.push(`${intl.formatMessage({ id: 'person.house' })}: ${house}`)
  return [lines.join('; '), sayTalk(marks, intl).join(', ')].filter(Boolean).join('. ')
}

/** "3 comments", "2 open threads", "1 new comment"; empty where nothing is said. */
export function sayTalk(
  { comments, unresolved, unread, called }: Pick<PhotoMarks, 'comments' | 'unresolved' | 'unread' | 'called'>,
  intl: IntlShape,
): readonly string[] {
  if (comments === 0) return []
  return [
    intl.formatMessage({ id: 'tile.comments' }, { n: comments }),
    unresolved > 0 ? intl.formatMessage({ id: 'talk.unresolved' }, { n: unresolved }) : '',
    unread > 0 ? intl.formatMessage({ id: called ? 'talk.unread.called' : 'talk.unread' }, { n: unread }) : '',
  ].filter(Boolean)
}
