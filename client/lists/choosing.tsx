/** Putting photos into the current list, from wherever one looks at them: the wall, the loupe, the list itself. */
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react'
import { useIntl } from 'react-intl'
import { toast } from 'sonner'
import type { PersonId, PhotoId, SelectionId } from '../../common/ids.ts'
import type { GalleryActions } from '../gallery/gallery-view.ts'
import type { Notice } from '../gallery/notice.ts'
import { useGallery, useNotices } from '../gallery/use-gallery.tsx'
import { setCurrentList, useCurrentList } from './current-list.ts'
import { type Filling, roomIn } from './filling.ts'
import { useOwnLists } from './use-fillings.ts'

export interface Choosing {
  /** Lists this person fills, in their order. */
  readonly lists: readonly Filling[]
  /** The one photos go into now. */
  readonly current: Filling | null
  readonly mayChoose: boolean
  setCurrent(list: SelectionId): void
  /** Into the current list, or out of it if all of them are one's own in it. False when there is no list. */
  choose(photos: readonly PhotoId[]): boolean
  /** All of them are one's own in the current list: choosing them takes them out again, as far as nobody else chose them too. */
  holds(photos: readonly PhotoId[]): boolean
  /** Choosing this one now would put it into the list. */
  goesIn(photo: PhotoId): boolean
  /** All of them into the list; those that find no room are left out and said. */
  addAll(photos: readonly PhotoId[]): void
  /** Photos that found no room in the current list. */
  readonly left: readonly PhotoId[]
  letGo(): void
  takeOut(photo: PhotoId): void
  /** One photo out, the first that found no room in. */
  swap(out: PhotoId): void
}

const nothing: Choosing = {
  lists: [],
  current: null,
  mayChoose: false,
  setCurrent: () => undefined,
  choose: () => false,
  holds: () => false,
  goesIn: () => false,
  addAll: () => undefined,
  left: [],
  letGo: () => undefined,
  takeOut: () => undefined,
  swap: () => undefined,
}
const Room = createContext<Choosing>(nothing)
export const useChoosing = (): Choosing => useContext(Room)

/** Always the same tree, with lists or without: nothing below begins anew when the first list comes. */
export function ChoosingRoom({ children }: { readonly children: ReactNode }) {
  return <Room value={useChoose()}>{children}</Room>
}

function useChoose(): Choosing {
  const { gallery, me, actions } = useGallery()
  const lists = useOwnLists()
  const chosen = useCurrentList(gallery?.id ?? null)
  const [left, setLeft] = useState<readonly PhotoId[]>([])
  const say = useSaid()
  const current = lists.find(({ selection }) => selection.id === chosen) ?? lists.find(({ lock }) => lock === null) ?? lists[0] ?? null
  const mayChoose = gallery?.rights.select === 'edit'
  useRefusedForRoom(setLeft)
  // What was sent is done: nothing waits for room in it any more.
  if (current?.lock && left.length > 0) setLeft([])

  return useMemo((): Choosing => {
    if (!gallery || lists.length === 0) return nothing
    const setCurrent = (list: SelectionId) => {
      setLeft([])
      setCurrentList(gallery.id, list)
    }
    const room = { lists, current, mayChoose, setCurrent, left, letGo: () => setLeft([]) }
    return current
      ? { ...room, ...actsOn(current, { me: me?.person ?? null, mayChoose, actions, left, setLeft, say }) }
      : { ...nothing, ...room }
  }, [current, lists, left, mayChoose, me, actions, gallery, say])
}

interface Hand {
  readonly me: PersonId | null
  readonly mayChoose: boolean
  readonly actions: GalleryActions
  readonly left: readonly PhotoId[]
  readonly setLeft: (left: readonly PhotoId[]) => void
  readonly say: (lock: 'sent' | 'closed') => void
}

function actsOn(current: Filling, hand: Hand): Pick<Choosing, 'choose' | 'holds' | 'goesIn' | 'addAll' | 'takeOut' | 'swap'> {
  const { me, mayChoose, actions, left, setLeft, say } = hand
  const { id } = current.selection
  const isMine = (photo: PhotoId) => me !== null && current.pickers.get(photo)?.includes(me) === true
  const holds = (photos: readonly PhotoId[]) => photos.every(isMine)
  const locked = () => {
    if (current.lock) say(current.lock)
    return current.lock !== null
  }
  const add = (photos: readonly PhotoId[]) => {
    const room = roomIn(current)
    const fresh = photos.filter((photo) => !isMine(photo))
    const out = new Set(room === null ? [] : fresh.filter((photo) => !current.pickers.has(photo)).slice(room))
    const inside = fresh.filter((photo) => !out.has(photo))
    actions.pick(id, inside, true)
    setLeft([...out])
  }
  return {
    choose: (photos) => {
      if (!mayChoose || photos.length === 0) return false
      if (locked()) return true
      if (holds(photos)) actions.pick(id, photos, false)
      else add(photos)
      return true
    },
    holds,
    goesIn: (photo) => mayChoose && !current.lock && !isMine(photo) && (current.pickers.has(photo) || roomIn(current) !== 0),
    addAll: (photos) => {
      if (mayChoose && !locked()) add(photos)
    },
    takeOut: (photo) => {
      if (!locked()) actions.pick(id, [photo], false)
    },
    swap: (out) => {
      const [into, ...more] = left
      if (!into || locked()) return
      actions.swap(id, out, into)
      setLeft(more)
    },
  }
}

/** The server found no room: somebody else took the last place. */
function useRefusedForRoom(setLeft: (change: (before: readonly PhotoId[]) => readonly PhotoId[]) => void): void {
  useNotices(
    useCallback(
      (notice: Notice) => {
        if (notice.type !== 'refused' || notice.refusal.code !== 'list-full' || notice.photo === null) return
        const { photo } = notice
        setLeft((before) => (before.includes(photo) ? before : [...before, photo]))
      },
      [setLeft],
    ),
  )
}

/** Said once for a whole batch. */
function useSaid(): (lock: 'sent' | 'closed') => void {
  const intl = useIntl()
  return useCallback((lock) => void toast(intl.formatMessage({ id: `refusal.list-${lock}` }), { id: `list-${lock}` }), [intl])
}
