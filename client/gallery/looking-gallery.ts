/**
 * A gallery one only looks at, as somebody else: everything that person could do is there, and trying it says that nothing is kept. The server
 * would refuse it anyway; here it does not even show for a moment.
 */
import { refuse } from '../../common/result.ts'
import type { GalleryActions, GalleryStore } from './gallery-view.ts'
import { Listeners } from './listeners.ts'
import type { Notice } from './notice.ts'

export function onlyLooking(store: GalleryStore): GalleryStore {
  const onTried = new Listeners<[Notice]>()
  const tried = () => onTried.tell({ type: 'looking' })
  return {
    id: store.id,
    strokes: store.strokes,
    presence: store.presence,
    view: () => store.view(),
    marks: (photo) => store.marks(photo),
    talk: (photo) => store.talk(photo),
    onView: (listener) => store.onView(listener),
    onPhoto: (photo, listener) => store.onPhoto(photo, listener),
    marksChanges: () => store.marksChanges(),
    onMarks: (listener) => store.onMarks(listener),
    onNotice(listener) {
      const stop = [store.onNotice(listener), onTried.add(listener)]
      return () => {
        for (const one of stop) one()
      }
    },
    close: () => store.close(),
    actions: lookingActions(store.actions, tried),
  }
}

function lookingActions({ callable, retry, say }: GalleryActions, tried: () => void): GalleryActions {
  const none = () => {
    tried()
    return []
  }
  return {
    callable,
    retry,
    // Heard by the server alone, for what moves on the photos that are open.
    say,
    mark: tried,
    markEach: tried,
    pick: tried,
    swap: tried,
    comment() {
      tried()
      return null
    },
    editComment: tried,
    deleteComment: tried,
    resolveComment: tried,
    draw() {
      tried()
      return false
    },
    // A line that will not stay is not said while it is drawn either.
    sayStroke: () => undefined,
    changeDrawing: tried,
    nudgeDrawing: tried,
    hideDrawing: tried,
    deleteDrawing: tried,
    read: () => undefined,
    hide: tried,
    show: tried,
    do: async () => refuse('only-looking'),
    putAway: () => undefined,
    tryAgain: tried,
    undo: none,
    redo: none,
  }
}
