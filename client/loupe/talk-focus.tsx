/** What thread the loupe is about now, shared by the picture (pins, drawings) and the words beside it. */
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import type { CommentId, DrawingId, PhotoId } from '../../common/ids.ts'
import type { Place } from '../../common/sheet/shape.ts'

/** Where the next comment will hang: a point of the picture, a drawing, or both. */
export interface Anchor {
  readonly place: Place | null
  readonly drawing: DrawingId | null
}

export interface TalkFocus {
  /** First comment of the thread that is looked at, in the list and on the picture. */
  readonly thread: CommentId | null
  readonly setThread: (thread: CommentId | null) => void
  /** Not sent yet: shown as an empty pin and above the line one writes on. */
  readonly anchor: Anchor | null
  readonly setAnchor: (anchor: Anchor | null) => void
}

const nobody: TalkFocus = { thread: null, setThread: () => undefined, anchor: null, setAnchor: () => undefined }
const context = createContext<TalkFocus>(nobody)

export const useTalkFocus = (): TalkFocus => useContext(context)

/** Another photo begins without a thread and without an anchor. */
export function TalkFocusRoom({ photo, children }: { readonly photo: PhotoId; readonly children: ReactNode }) {
  const [at, setAt] = useState<PhotoId>(photo)
  const [thread, setThread] = useState<CommentId | null>(null)
  const [anchor, setAnchor] = useState<Anchor | null>(null)
  if (at !== photo) {
    setAt(photo)
    setThread(null)
    setAnchor(null)
  }
  const focus = useMemo(() => ({ thread, setThread, anchor, setAnchor }), [thread, anchor])
  return <context.Provider value={focus}>{children}</context.Provider>
}
