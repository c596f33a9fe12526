/** Whose drawings and pins one looks at now: on this screen alone, nobody else's. */
import type { CommentId, PersonId } from '../../common/ids.ts'
import type { CommentThread, SeenDrawing } from '../gallery/gallery-view.ts'

export interface InkSight {
  readonly all: boolean
  readonly withoutPeople: ReadonlySet<PersonId>
  readonly withoutThreads: ReadonlySet<CommentId>
}
export const everything: InkSight = { all: true, withoutPeople: new Set(), withoutThreads: new Set() }

export function toggled<T>(set: ReadonlySet<T>, one: T): ReadonlySet<T> {
  const next = new Set(set)
  if (!next.delete(one)) next.add(one)
  return next
}

export const seesPerson = (sight: InkSight, person: PersonId): boolean => sight.all && !sight.withoutPeople.has(person)

export const seesThread = (sight: InkSight, { first }: CommentThread): boolean =>
  seesPerson(sight, first.author) && !sight.withoutThreads.has(first.id)

/** A drawing that belongs to threads is seen while one of them is. */
export function seesDrawing(sight: InkSight, drawing: SeenDrawing, threads: readonly CommentThread[]): boolean {
  if (drawing.hidden || !seesPerson(sight, drawing.author)) return false
  const about = threads.filter(({ first }) => first.drawing === drawing.id)
  return about.length === 0 || about.some(({ first }) => !sight.withoutThreads.has(first.id))
}
