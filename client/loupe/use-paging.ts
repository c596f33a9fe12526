/** From photo to photo in the order of the wall, as it hung when the loupe was opened: a mark that no longer fits the filter takes nothing away. */
import { useCallback, useMemo, useReducer, useRef } from 'react'
import { useLocation, useNavigate } from 'react-router'
import type { GalleryId, PhotoId } from '../../common/ids.ts'
import type { SeenPhoto } from '../../common/visibility/seen.ts'
import { wallSearch } from '../compare/address.ts'
import { useWall } from '../contact-sheet/use-wall.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import type { Below } from '../ui/trail.ts'
import { useWayBack } from '../ui/way-back.ts'

export interface Paging {
  /** The photo that is open: the one asked for last, before the address has followed. */
  readonly open: PhotoId
  readonly photos: readonly SeenPhoto[]
  /** Of the open photo; where it was, if it is gone. */
  readonly index: number
  readonly next: SeenPhoto | null
  readonly previous: SeenPhoto | null
  readonly hrefOf: (photo: PhotoId) => string
  readonly go: (photo: PhotoId) => void
  /** On or back by so many photos, from the one asked for last: keys may come faster than pages. */
  readonly step: (by: number) => void
  /** The photo asked for last: what a key means now. */
  readonly target: () => PhotoId
  /** Back to where the photo was opened from: the wall, unless `below` says otherwise. */
  readonly leave: () => void
  readonly below: Below | null
  readonly toWall: () => void
  readonly wallHref: string
}

interface Kept {
  readonly search: string
  /** What it was taken from: as long as the same hangs, it is the same. */
  readonly source: readonly SeenPhoto[]
  readonly ids: readonly PhotoId[]
}

export function usePaging(gallery: GalleryId, addressed: PhotoId): Paging {
  const { photos: all, photoById } = useGallery()
  const { hanging, filtering } = useWall()
  const search = wallSearch(useLocation().search)
  const navigate = useNavigate()
  const { open: current, target, ask } = useAsked(gallery, addressed)
  const kept = useRef<Kept>({ search, source: [], ids: [] })
  if (!filtering || kept.current.search !== search || kept.current.ids.length === 0) {
    const listed = hanging.some(({ id }) => id === current)
    const source = filtering && !listed ? all : hanging
    // A photo that just went keeps its place, so that one goes on from there.
    const another = source !== kept.current.source || search !== kept.current.search
    if (another && source.some(({ id }) => id === current)) kept.current = { search, source, ids: source.map(({ id }) => id) }
  }
  const { ids } = kept.current
  const place = useRef(0)
  const at = ids.indexOf(current)
  const photos = useMemo(() => ids.flatMap((id) => photoById.get(id) ?? []), [ids, photoById])
  const here = photos.findIndex(({ id }) => id === current)
  if (at >= 0 && here >= 0) place.current = here
  const index = here >= 0 ? here : Math.min(place.current, photos.length)
  const hrefOf = useCallback((photo: PhotoId) => `${photoPath(gallery, photo)}${search}`, [gallery, search])
  const go = useCallback(
    (photo: PhotoId) => {
      ask(photo)
      void navigate(hrefOf(photo), { replace: true })
    },
    [navigate, hrefOf, ask],
  )
  const step = (by: number) => {
    const from = photos.findIndex(({ id }) => id === target())
    const to = photos[Math.max(0, Math.min(photos.length - 1, from + by))]
    if (from >= 0 && to && to.id !== target()) go(to.id)
  }
  const wallHref = `/g/${gallery}${search}`
  const next = photos[here >= 0 ? index + 1 : index] ?? null
  const previous = photos[index - 1] ?? null
  // From a photo that is gone one comes back to what hangs in its place.
  const back = here >= 0 ? current : ((next ?? previous)?.id ?? current)
  const way = useWayBack()
  const toWall = () => (back === current ? way.toWall(wallHref, { photo: back }) : void navigate(wallHref, { state: { photo: back } }))
  const { below } = way
  const leave = below === null ? toWall : way.back
  return { open: current, photos, index, next, previous, hrefOf, go, step, target, leave, below, toWall, wallHref }
}

/**
 * A photo asked for here is open at once, and a tap or key that comes before the page has followed its address is meant for it. The address
 * says so first: where it names another (back and forward, a link, whom one follows), that one is open as soon as its page is.
 */
function useAsked(gallery: GalleryId, addressed: PhotoId) {
  const asked = useRef(addressed)
  const [, show] = useReducer((times: number) => times + 1, 0)
  const target = () => (window.location.pathname === photoPath(gallery, asked.current) ? asked.current : addressed)
  const ask = useCallback((photo: PhotoId) => {
    asked.current = photo
    show()
  }, [])
  return { open: target(), target, ask }
}

const photoPath = (gallery: GalleryId, photo: PhotoId): string => `/g/${gallery}/p/${photo}`
