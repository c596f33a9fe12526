/** Goes where the one who is followed goes, to one photo or to several side by side; going elsewhere by oneself ends it. */
import { useEffect, useMemo, useRef } from 'react'
import { useLocation, useNavigate } from 'react-router'
import type { PersonId } from '../../common/ids.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { isLed, led } from './led.ts'
import { addressOf, type Place, placeIn, samePlace } from './place.ts'
import { usePlaceOf } from './use-place.ts'

export function useFollowing(following: PersonId | null, stop: () => void): void {
  const { gallery, photoById } = useGallery()
  const { pathname, search, state } = useLocation()
  const navigate = useNavigate()
  const target = usePlaceOf(following)
  const own = useMemo(() => placeIn(pathname, search), [pathname, search])
  /** What this page is on is there to be seen. */
  const there = own === null || [own.photo, ...(own.side?.photos ?? [])].some((photo) => photoById.has(photo))
  const id = gallery?.id
  const last = useRef({ pathname, own, target, following, there })
  useEffect(() => {
    const before = last.current
    last.current = { pathname, own, target, following, there }
    if (!following || !id) return
    const moved = before.following === following && (before.pathname !== pathname || !samePlace(before.own, own))
    if (moved && before.there && !samePlace(own, target) && !isLed(state)) return stop()
    const turned = before.following !== following || !samePlace(before.target, target)
    if (!target || samePlace(own, target) || !turned) return
    if (goesAway(pathname, own)) return stop()
    void navigate(addressOf(target, id, search), { replace: own !== null, state: led })
  }, [following, target, own, there, pathname, search, state, id, navigate, stop])
}

/** A page of one's own is on its way: the address is there before the page is. */
function goesAway(pathname: string, own: Place | null): boolean {
  const at = window.location
  return (at.pathname !== pathname || !samePlace(placeIn(at.pathname, at.search), own)) && !isLed(window.history.state?.usr)
}
