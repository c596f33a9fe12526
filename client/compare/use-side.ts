/** What is laid out, kept in the address: changes replace it, so that back leads to where it was opened. */
import { useMemo, useState } from 'react'
import { useLocation, useNavigate, useNavigationType } from 'react-router'
import { type PhotoId, photoId } from '../../common/ids.ts'
import { useWall } from '../contact-sheet/use-wall.ts'
import { useGallery, useGalleryStore } from '../gallery/use-gallery.tsx'
import { isLed } from '../session/led.ts'
import { useWayBack } from '../ui/way-back.ts'
import { type Side, type SideState, sidePath, sideSearch, wallSearch } from './address.ts'
import { photosFrom } from './comparison.ts'

export interface SideRoom extends SideState {
  readonly dropped: readonly PhotoId[]
  /** Photos that hang on the wall, in order. */
  readonly wall: readonly PhotoId[]
  readonly change: (state: SideState) => void
  /** The same photos, or others, in the other manner. */
  readonly turnTo: (side: Side, state: SideState) => void
  readonly open: (photo: PhotoId) => void
  readonly leave: () => void
  readonly wallHref: string
}

export function useSide(side: Side, limit: number): SideRoom {
  const { id } = useGalleryStore()
  const { photos: all } = useGallery()
  const { hanging } = useWall()
  const navigate = useNavigate()
  const { state } = useLocation()
  const way = useWayBack()
  const { search, ask } = useAsked()
  const within = typeof state === 'object' && state !== null && 'within' in state
  const laid = useMemo(() => {
    const pairs = new URLSearchParams(search)
    const active = photoId.safeParse(pairs.get('a'))
    return { photos: photosFrom(pairs.get('p'), limit), dropped: photosFrom(pairs.get('x'), limit), active: active.data ?? null }
  }, [search, limit])
  const wall = useMemo(() => (hanging.length > 0 ? hanging : all).map((photo) => photo.id), [hanging, all])
  const active = laid.active && laid.photos.includes(laid.active) ? laid.active : (laid.photos[0] ?? null)
  const wallHref = `/g/${id}${wallSearch(search)}`
  const go = (to: Side, next: SideState) => {
    const address = sideSearch(search, next)
    if (to === side) ask(address)
    void navigate(`${sidePath(id, to)}${address}`, { replace: true, state: within ? { within } : null })
  }
  return {
    ...laid,
    active,
    wall,
    change: (next) => go(side, next),
    turnTo: go,
    open: (photo) => void navigate(`/g/${id}/p/${photo}${wallSearch(search)}`),
    leave: () => (within ? way.back() : way.toWall(wallHref, { photo: active })),
    wallHref,
  }
}

/**
 * What was asked for last counts at once: keys may come faster than the address changes. The browser's own back and forward win, and
 * so does where one is led.
 */
function useAsked(): { readonly search: string; readonly ask: (search: string) => void } {
  const { search, key, state } = useLocation()
  const type = useNavigationType()
  const [asked, setAsked] = useState<{ readonly search: string; readonly key: string } | null>(null)
  const counts = asked !== null && (key === asked.key || (type !== 'POP' && !isLed(state)))
  return { search: counts ? asked.search : search, ask: (next) => setAsked({ search: next, key }) }
}
