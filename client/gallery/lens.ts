/** Marks as the wall shows them: everybody's, or one person's alone. */
import type { Whose } from '../../common/gallery/filter.ts'
import type { PersonId } from '../../common/ids.ts'
import type { PhotoMarks } from './gallery-view.ts'
import { noMark } from './summary.ts'

/** What one may press keeps to the own mark; this is for what is looked at. */
export function through(marks: PhotoMarks, whose: Whose, me: PersonId | null): PhotoMarks {
  if (whose === null) return marks
  const mark = whose === 'studio' ? null : marks.byPerson.get(whose)
  return {
    ...marks,
    mine: whose === me || (whose === 'studio' && marks.house !== null) ? marks.mine : noMark,
    byPerson: new Map(mark && whose !== 'studio' ? [[whose, mark]] : []),
    house: whose === 'studio' ? marks.house : null,
  }
}
