/** Who picked a photo, the first one first: they own the loop, later ones add ticks. */
import type { PersonId } from '../../common/ids.ts'
import type { PhotoMarks } from './gallery-view.ts'

export function picksOf(marks: PhotoMarks): readonly PersonId[] {
  const picks = [...marks.byPerson].filter(([, mark]) => mark.flag === 'pick').map(([person, mark]) => ({ person, at: mark.at }))
  if (marks.house?.flag === 'pick') picks.push({ person: marks.house.by, at: marks.house.at })
  picks.sort((a, b) => a.at - b.at || (a.person < b.person ? -1 : 1))
  return [...new Set(picks.map((pick) => pick.person))]
}
