/** The gallery as clients see it: cover, scenes as chapters, the wall, and what is chosen so far. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useIntl } from 'react-intl'
import { useLocation, useNavigate } from 'react-router'
import { noFilter } from '../../common/gallery/filter.ts'
import { type PhotoId, photoId } from '../../common/ids.ts'
import type { SeenGallery } from '../../common/visibility/seen.ts'
import { coversWall } from '../compare/address.ts'
import { useSideBySide } from '../compare/use-side-by-side.ts'
import { SaidPhoto } from '../contact-sheet/said-photo.tsx'
import { Wall } from '../contact-sheet/wall.tsx'
import type { Held } from '../contact-sheet/wall-hand.ts'
import { HelpDialog } from '../keyboard/help-dialog.tsx'
import type { KeyAct } from '../keyboard/keys.ts'
import { useKeys } from '../keyboard/use-keys.ts'
import { useChoosing } from '../lists/choosing.tsx'
import { ListCounter } from '../lists/list-counter.tsx'
import { ListNews } from '../lists/list-news.tsx'
import { usePageTitle } from '../ui/page-title.ts'
import { useTheme } from '../ui/theme.tsx'
import { ChapterPicks } from './chapter-picks.tsx'
import { ClientBatch, isBatch } from './client-batch.tsx'
import { ClosedGallery } from './closed-gallery.tsx'
import { Cover } from './cover.tsx'
import { EmptyGallery, NothingMatches } from './empty.tsx'
import { FilterBar } from './filter-bar.tsx'
import { GalleryNews } from './gallery-news.tsx'
import { GalleryTop } from './gallery-top.tsx'
import { LoadingGallery } from './loading-gallery.tsx'
import { PickCounter } from './pick-counter.tsx'
import { useCoverFills } from './use-cover-fills.ts'
import './gallery-page.css'
import './low.css'
import { selecting, useWall, type WallState } from '../contact-sheet/use-wall.ts'
import { useGallery, useGalleryStore } from '../gallery/use-gallery.tsx'
import { useMarking } from '../keyboard/use-mark-keys.ts'

/** Pixels of the sticky bars above the wall. */
const barsHeight = 121

export function ClientGalleryPage() {
  useTheme('client')
  const { status, gallery, photos } = useGallery()
  usePageTitle(gallery?.name, gallery?.studio)
  if (status === 'revoked' || status === 'ended' || (!gallery && (status === 'upgrade' || status === 'offline'))) return <ClosedGallery />
  if (!gallery) return <LoadingGallery />
  return (
    <div className="gallery-page">
      <GalleryTop gallery={gallery} />
      <GalleryNews />
      <ListNews />
      {photos.length === 0 ? <EmptyGallery /> : <Hung gallery={gallery} />}
    </div>
  )
}

function Hung({ gallery }: { readonly gallery: SeenGallery }) {
  const intl = useIntl()
  const wall = useWall()
  const store = useGalleryStore()
  const { people, me, actions, photoById, saved } = useGallery()
  const [held, setHeld] = useState<Held>({ active: null, selected: new Set() })
  const at = held.active ? photoById.get(held.active) : undefined
  const { hrefOf, openPhoto } = usePhotoAddress(gallery)
  useCameFrom((photo) => setHeld((before) => ({ active: photo, selected: isBatch(before) ? before.selected : new Set() })))
  const help = useWallKeys({ wall, held, setHeld, openPhoto })
  const mayHide = gallery.rights.hide === 'edit'
  const choosing = useChoosing()
  const cover = useCoverFills()
  // The cover says how far one is, until a photo is in hand; what is not saved yet stays in sight everywhere.
  const counting = !isBatch(held) && (!cover.fills || held.active !== null || saved === 'unsaved')
  return (
    <main>
      {!wall.filtering && <Cover gallery={gallery} begins={cover.ref} />}
      <FilterBar wall={wall} onSelect={(photos) => setHeld(selecting(wall, photos))} />
      <div className="hung">
        {wall.hanging.length === 0 && wall.filtering ? (
          <NothingMatches wall={wall} />
        ) : (
          <Wall
            gallery={gallery.id}
            chapters={wall.chapters}
            source={store}
            whose={wall.whose}
            people={people}
            me={me?.person ?? null}
            rights={gallery.rights}
            staff={false}
            look="client"
            held={held}
            onHold={setHeld}
            hrefOf={hrefOf}
            onOpen={openPhoto}
            onMark={actions.mark}
            list={choosing.current?.selection.id ?? null}
            {...(choosing.mayChoose ? { onChoose: choosing.choose } : {})}
            {...(mayHide ? { onHide: actions.hide, onShow: actions.show } : {})}
            aside={(chapter) => <ChapterPicks chapter={chapter} />}
            covered={barsHeight}
            label={intl.formatMessage({ id: 'room.photos' })}
          />
        )}
      </div>
      {at && <SaidPhoto photo={at} />}
      {isBatch(held) && <ClientBatch held={held} hanging={wall.hanging} onHold={setHeld} />}
      {counting &&
        (choosing.current ? (
          <ListCounter current={choosing.current} wall={wall} />
        ) : (
          <PickCounter onShow={() => wall.setFilter({ ...noFilter, flag: 'pick', person: me?.person ?? null })} />
        ))}
      {help.open && <HelpDialog scheme={gallery.keys} onClose={help.close} />}
    </main>
  )
}

/** Back from the loupe, by whichever way: the photo that was open is the active one, or the one that is told. */
function useCameFrom(onPhoto: (photo: PhotoId) => void): void {
  const { key, state, pathname } = useLocation()
  const { photoById } = useGallery()
  const said = useRef<string | null>(null)
  const last = useRef<PhotoId | null>(null)
  const over = photoId.safeParse(pathname.split('/p/')[1])
  const told = photoId.safeParse(typeof state === 'object' && state !== null && 'photo' in state ? state.photo : null)
  useEffect(() => {
    if (over.success) last.current = over.data
    if (coversWall(pathname) || said.current === key) return
    said.current = key
    const photo = told.success ? told.data : last.current
    last.current = null
    if (photo !== null && photoById.has(photo)) onPhoto(photo)
  }, [key, pathname, over, told, photoById, onPhoto])
}

/** A photo's loupe, with the wall's filter in the address: paging goes through what hangs. */
export function usePhotoAddress({ id }: Pick<SeenGallery, 'id'>) {
  const navigate = useNavigate()
  const { search } = useLocation()
  const hrefOf = useCallback((photo: PhotoId) => `/g/${id}/p/${photo}${search}`, [id, search])
  const openPhoto = useCallback((photo: PhotoId) => void navigate(hrefOf(photo), { state: { fromWall: true } }), [navigate, hrefOf])
  return { hrefOf, openPhoto }
}

interface WallKeys {
  readonly wall: WallState
  readonly held: Held
  readonly setHeld: (held: Held) => void
  readonly openPhoto: (photo: PhotoId) => void
}

function useWallKeys({ wall, held, setHeld, openPhoto }: WallKeys) {
  const { gallery, actions } = useGallery()
  const [open, setOpen] = useState(false)
  const marking = useMarking()
  const choosing = useChoosing()
  const under = coversWall(useLocation().pathname)
  const side = useSideBySide()
  const place = useMemo(() => new Map(wall.hanging.map(({ id }, index) => [id, index])), [wall.hanging])
  const step = (by: number) => {
    const from = held.active === null ? -1 : (place.get(held.active) ?? -1)
    const next = wall.hanging[Math.max(0, Math.min(wall.hanging.length - 1, from + by))]
    if (next) setHeld({ active: next.id, selected: new Set([next.id]) })
    return next !== undefined
  }
  const targets = () => {
    const selected = wall.hanging.filter(({ id }) => held.selected.has(id)).map(({ id }) => id)
    return selected.length > 0 ? selected : held.active ? [held.active] : []
  }
  const act = (key: KeyAct): boolean => {
    switch (key.type) {
      case 'mark': {
        const marked = marking(targets(), key.mark)
        if (marked && key.advance) step(1)
        return marked
      }
      case 'choose':
        return choosing.choose(targets())
      case 'left':
      case 'right':
        return step(key.type === 'left' ? -1 : 1)
      case 'loupe':
      case 'zoom': {
        const photo = held.active ?? wall.hanging[0]?.id
        if (photo) openPhoto(photo)
        return photo !== undefined
      }
      case 'compare':
      case 'survey':
        return side[key.type]({ ...held, wall: wall.hanging.map(({ id }) => id) })
      case 'undo':
      case 'redo':
        actions[key.type]()
        return true
      case 'help':
        setOpen((before) => !before)
        return true
      case 'close':
        if (held.selected.size === 0) return false
        setHeld({ active: held.active, selected: new Set() })
        return true
      default:
        return false
    }
  }
  useKeys(gallery?.keys ?? 'lightroom', (key) => !under && act(key))
  return { open, close: () => setOpen(false) }
}
