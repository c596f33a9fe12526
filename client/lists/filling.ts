/** What stands in each list now: out of the picks of all photos that are seen. Pure. */
import { listId } from '../../common/gallery/selection.ts'
import type { Audience, PersonId, PhotoId, SelectionId } from '../../common/ids.ts'
import type { SeenGallery, SeenPhoto, SeenSelection, SeenSubmission } from '../../common/visibility/seen.ts'
import type { GalleryView, PhotoMarks } from '../gallery/gallery-view.ts'
import { isStaff, sharesSheet } from '../sheet/audience.ts'

/** One selection before one audience. */
export interface Filling {
  readonly selection: SeenSelection
  readonly audience: Audience
  /** In the order of the gallery. */
  readonly photos: readonly SeenPhoto[]
  /** Whoever put a photo in, the first one first. */
  readonly pickers: ReadonlyMap<PhotoId, readonly PersonId[]>
  readonly submission: SeenSubmission | null
  /** Why nothing goes in or out now. */
  readonly lock: 'sent' | 'closed' | null
}

const noFillings: ReadonlyMap<string, Filling> = new Map()
type Seeing = Pick<GalleryView, 'photos' | 'selections' | 'submissions'>

/** By list id; lists nobody picked into are there once they were sent. */
export function fillingsOf(
  { photos, selections, submissions }: Seeing,
  marks: (photo: PhotoId) => PhotoMarks,
  now: number,
): ReadonlyMap<string, Filling> {
  if (selections.length === 0) return noFillings
  const known = new Map<SelectionId, SeenSelection>(selections.map((one) => [one.id, one]))
  const open = new Map<string, { filling: Filling; photos: SeenPhoto[]; pickers: Map<PhotoId, PersonId[]> }>()
  const at = (selection: SeenSelection, audience: Audience) => {
    const id = listId(selection.id, audience)
    const there = open.get(id)
    if (there) return there
    const [inIt, pickers] = [[] as SeenPhoto[], new Map<PhotoId, PersonId[]>()]
    const submission = submissions.get(id) ?? null
    const lock = lockOf(selection, audience === 'team' ? null : submission, now)
    const made = { filling: { selection, audience, photos: inIt, pickers, submission, lock }, photos: inIt, pickers }
    open.set(id, made)
    return made
  }
  for (const { selection, audience } of submissions.values()) {
    const one = known.get(selection)
    if (one) at(one, audience)
  }
  for (const photo of photos) {
    for (const { selection, audience, person } of marks(photo.id).picks) {
      const one = known.get(selection)
      if (!one) continue
      const list = at(one, audience)
      const before = list.pickers.get(photo.id)
      if (before) before.push(person)
      else {
        list.photos.push(photo)
        list.pickers.set(photo.id, [person])
      }
    }
  }
  return new Map([...open].map(([id, { filling }]) => [id, filling]))
}

/** Where this person's lists stand: with everybody who writes on the same sheets. */
export function ownAudience(gallery: SeenGallery, me: PersonId): Audience {
  if (isStaff(gallery)) return 'team'
  return sharesSheet(gallery) ? 'shared' : `person:${me}`
}

export function emptyFilling(selection: SeenSelection, audience: Audience, now: number): Filling {
  return { selection, audience, photos: [], pickers: new Map(), submission: null, lock: lockOf(selection, null, now) }
}

/** Photos that still go in; null without an end. */
export function roomIn({ selection: { request }, photos }: Filling): number | null {
  return request === null || request.max === null ? null : Math.max(0, request.max - photos.length)
}

/** How many are missing before it may be sent. */
export function missingIn({ selection: { request }, photos }: Filling): number {
  return request === null ? 0 : Math.max(0, Math.max(1, request.min) - photos.length)
}

/** Photos each person put in first, most first: their strokes in the tally. */
export function byFirst({ photos, pickers }: Filling): ReadonlyMap<PersonId, number> {
  const counts = new Map<PersonId, number>()
  for (const { id } of photos) {
    const first = pickers.get(id)?.[0]
    if (first) counts.set(first, (counts.get(first) ?? 0) + 1)
  }
  return new Map([...counts].sort(([, a], [, b]) => b - a))
}

/** One stroke a photo, in the hand of whoever put it in first. */
export const strokesOf = ({ photos, pickers }: Filling): readonly PersonId[] => photos.flatMap(({ id }) => pickers.get(id)?.[0] ?? [])

/** What came and went between two times a list was sent. */
export function changeBetween(before: readonly PhotoId[], after: readonly PhotoId[]) {
  const [was, is] = [new Set(before), new Set(after)]
  return { added: after.filter((id) => !was.has(id)), removed: before.filter((id) => !is.has(id)) }
}

function lockOf({ closed, request }: SeenSelection, submission: SeenSubmission | null, now: number): Filling['lock'] {
  if (submission && !submission.open) return 'sent'
  if (closed) return 'closed'
  return request?.closes && request.deadline !== null && now > request.deadline ? 'closed' : null
}
