/** The view of an open gallery, put together from its parts. */
import type { Condition } from './condition.ts'
import type { GalleryView, Me } from './gallery-view.ts'
import type { History } from './history.ts'
import type { SeenIndex } from './seen-index.ts'

interface Looks extends Pick<GalleryView, 'here' | 'unsaved' | 'refused'> {
  readonly index: SeenIndex
  readonly condition: Condition
  readonly history: History
  readonly me: Me | null
}

export function lookOf({ index, condition, history, me, here, unsaved, refused }: Looks): GalleryView {
  const waiting = unsaved.length
  const { shown, refusal, asOf, since } = condition
  return {
    ...index,
    status: shown,
    refusal,
    asOf,
    since,
    me,
    here,
    waiting,
    unsaved,
    refused,
    keeps: condition.keeps,
    whole: condition.whole,
    saved: waiting === 0 ? 'saved' : shown === 'open' ? 'saving' : 'unsaved',
    canUndo: history.canUndo,
    canRedo: history.canRedo,
  }
}

/** One list of several; where only one has anything, that one, however long it is. */
export function joined<One>(...lists: readonly (readonly One[])[]): readonly One[] {
  const [only, ...more] = lists.filter(({ length }) => length > 0)
  return only && more.length === 0 ? only : lists.flat()
}
