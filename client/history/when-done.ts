/** When something was done that history shows. Who is here, what waits, what was read, votes and saved views are not among it. */
import type { HistoryKind } from '../../common/history/entry.ts'
import { galleryActs, rootsOf } from '../../common/history/types.ts'
import type { PhotoId } from '../../common/ids.ts'
import type { SeenPhoto } from '../../common/visibility/seen.ts'
import type { GalleryStore, GalleryView } from '../gallery/gallery-view.ts'

type Source = Pick<GalleryStore, 'view' | 'onView' | 'onMarks'>

export interface Asked {
  readonly kind?: HistoryKind
  readonly photo?: PhotoId
}

/** Calls `tell` after each; returns how to stop. */
export function whenDone(store: Source, { kind, photo: of }: Asked, tell: () => void): () => void {
  const onSheets = !kind || rootsOf[kind].length > 0
  const inRecords = !kind || galleryActs[kind].length > 0
  let known = store.view()
  const stops = [
    store.onMarks((photo, read) => {
      if (onSheets && photo !== null && !read && (!of || of === photo)) tell()
    }),
    store.onView(() => {
      const before = known
      known = store.view()
      if (inRecords && isMoreDone(before, known)) tell()
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

/** Records that did not change are the same objects. */
export function isMoreDone(before: GalleryView, after: GalleryView): boolean {
  // Both stand as long as no record changes.
  if (before.photoById === after.photoById && before.table === after.table) return false
  return (
    before.gallery !== after.gallery ||
    !same(before.scenes, after.scenes) ||
    !same(before.links, after.links) ||
    !same(before.grants, after.grants) ||
    !same(before.selections, after.selections) ||
    !same([...before.submissions.values()], [...after.submissions.values()]) ||
    !same([...before.people.values()], [...after.people.values()]) ||
    !same(tableOf(before), tableOf(after)) ||
    !same(before.photos, after.photos, samePhoto)
  )
}

function same<One>(before: readonly One[], after: readonly One[], alike: (one: One, other: One) => boolean = Object.is): boolean {
  return before.length === after.length && before.every((one, i) => alike(one, after[i] as One))
}

/** Votes that are cast are nobody's affair: only that there is a vote, and that it was revealed. */
function tableOf({ table: { session, topics, votes, decisions } }: GalleryView): readonly unknown[] {
  return [session, ...topics.map(({ id }) => id), ...[...votes.values()].map((vote) => `${vote.id} ${'ballots' in vote}`), ...decisions]
}

/** Files that come in change a photo and are told of only when they are another version, or none. */
const samePhoto = (before: SeenPhoto, after: SeenPhoto): boolean =>
  before === after ||
  (before.id === after.id &&
    before.scene === after.scene &&
    before.order === after.order &&
    before.hidden?.at === after.hidden?.at &&
    (before.state === 'failed') === (after.state === 'failed') &&
    Math.max(1, before.versions.length) === Math.max(1, after.versions.length))
