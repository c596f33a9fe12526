/** Who picked a photo, the first one first: they own the loop, later ones add ticks. */
import type { PersonId, SelectionId } from '../../common/ids.ts'
import type { PhotoMarks } from './gallery-view.ts'

/** `list`: by whom the photo was put into this list, instead of by whom it is flagged. */
export function picksOf(marks: Pick<PhotoMarks, 'byPerson' | 'house' | 'picks'>, list: SelectionId | null = null): readonly PersonId[] {
  if (list) return [...new Set(marks.picks.filter(({ selection }) => selection === list).map(({ person }) => person))]

  const picks = [...marks.byPerson].filter(([, mark]) => mark.flag === 'pick').map(([person, mark]) => ({ person, at: mark.at }))
  if (marks.house?.flag === 'pick') picks.push({ person: marks.house.by, at: marks.house.at })
  picks.sort((a, b) => a.at - b.at || (a.person < b.person ? -1 : 1))
  return [...new Set(picks.map((pick) => pick.person))]
}
