/** One gallery: the desk for staff, the client's page for everyone else, and the loupe, or several photos side by side, over either. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { useLocation, useParams } from 'react-router'
import { type GalleryId, galleryId, type PhotoId, photoId, type SelectionId, selectionId } from '../../common/ids.ts'
import { ActsRoom } from '../acts/acts-room.tsx'
import { ClientGalleryPage } from '../client-gallery/client-gallery-page.tsx'
import { sideOf } from '../compare/address.ts'
import { SightAround } from '../drawing/sight-room.tsx'
import { LabelWords } from '../gallery/label-words.tsx'
import { GalleryRoom, useGallery } from '../gallery/use-gallery.tsx'
import { ChoosingRoom } from '../lists/choosing.tsx'
import { OverBar } from '../lists/over-bar.tsx'
import { lookingAs } from '../net/looking.ts'
import { SessionRoom } from '../session/session-room.tsx'
import { usePaletteKey } from '../studio/palette/palette-key.ts'
import { useCalled } from '../talk/use-called.ts'
import { takeFocus } from '../ui/take-focus.ts'
import { LookedAt } from '../view-as/looked-at.tsx'
import { arriving } from './arriving.tsx'
import { meChanged } from './me-changed.ts'
import { NothingHere } from './nothing-here.tsx'
import { waiting } from './waiting.tsx'

const TermsDoor = arriving(() => import('../doors/terms-door.tsx').then((m) => m.TermsDoor), waiting)
const BareDoor = arriving(() => import('../doors/bare-door.tsx').then((m) => m.BareDoor), waiting)
const Desk = arriving(() => import('./desk-route.tsx').then((m) => m.DeskRoute), waiting)
const PaletteOver = arriving(() => import('./palette-over.tsx').then((m) => m.PaletteOver))
const ListPage = arriving(() => import('../lists/list-page.tsx').then((m) => m.ListPage), waiting)
const LoupePage = arriving(() => import('../loupe/loupe-page.tsx').then((m) => m.LoupePage), waiting)
const ComparePage = arriving(() => import('../compare/compare-page.tsx').then((m) => m.ComparePage), waiting)
const SurveyPage = arriving(() => import('../compare/survey-page.tsx').then((m) => m.SurveyPage), waiting)

export function GalleryRoute() {
  const params = useParams()
  const gallery = galleryId.safeParse(params.gallery)
  const photo = photoId.safeParse(params.photo)
  const list = selectionId.safeParse(params.list)
  const [entries, setEntries] = useState<readonly GalleryId[]>([])
  const admitted = useCallback(() => {
    const here = galleryId.safeParse(params.gallery)
    if (here.success) setEntries((before) => [...before, here.data])
  }, [params.gallery])
  if (!gallery.success || (params.photo !== undefined && !photo.success) || (params.list !== undefined && !list.success))
    return <NothingHere />
  return (
    <GalleryRoom key={entries.length} gallery={gallery.data}>
      <LabelWords>
        <Admitted
          gallery={gallery.data}
          photo={photo.success ? photo.data : null}
          list={list.success ? list.data : null}
          tried={entries.includes(gallery.data)}
          onAdmitted={admitted}
        />
      </LabelWords>
    </GalleryRoom>
  )
}

interface AdmittedProps {
  readonly gallery: GalleryId
  readonly photo: PhotoId | null
  readonly list: SelectionId | null
  /** A door here was opened once already: what is shut now is shut. */
  readonly tried: boolean
  readonly onAdmitted: () => void
}

/**
 * A vendor reads the terms first, and again once they have run out: also with the set open. Who is not known here may come in by the bare
 * address, if the gallery is public.
 */
function Admitted({ gallery, photo, list, tried, onAdmitted }: AdmittedProps) {
  const { refusal } = useGallery()
  const admitted = useCallback(() => void meChanged().then(onAdmitted), [onAdmitted])
  if (refusal?.code === 'terms-needed') {
    return (
      <>
        {lookingAs !== null && <LookedAt />}
        <TermsDoor gallery={gallery} onAccepted={admitted} />
      </>
    )
  }
  const inside = (
    <ActsRoom>
      {lookingAs !== null && <LookedAt />}
      <ChoosingRoom>
        <Inside photo={photo} list={list} />
      </ChoosingRoom>
    </ActsRoom>
  )
  const unknown = refusal?.code === 'sign-in-needed' || refusal?.code === 'not-found'
  if (!unknown || tried || lookingAs !== null) return inside
  return (
    <BareDoor gallery={gallery} onEntered={admitted}>
      {inside}
    </BareDoor>
  )
}

/** The wall stays where it is under the loupe, so that closing it is no journey; whoever comes straight to a photo gets no wall yet. */
function Inside({ photo, list }: Pick<AdmittedProps, 'photo' | 'list'>) {
  const side = sideOf(useLocation().pathname)
  const over = photo !== null || side !== null || list !== null
  useFocusBack(photo, over)
  useCalled(photo)
  const { gallery, status } = useGallery()
  const open = status === 'open'
  // Once the wall hangs, photos open also without a connection.
  useEffect(() => {
    if (open) LoupePage.ahead()
  }, [open])
  const [walled, setWalled] = useState(!over)
  if (!over && !walled) setWalled(true)
  const staff = gallery?.role === 'owner' || gallery?.role === 'member'
  return (
    <SessionRoom>
      <SightAround>
        {walled && (
          <div className={over ? 'under' : undefined} inert={over}>
            {staff ? <Desk /> : <ClientGalleryPage />}
          </div>
        )}
        {staff && !walled && <PaletteKey />}
        {photo !== null && side === null && <LoupePage />}
        {side === 'compare' && <ComparePage />}
        {side === 'survey' && <SurveyPage />}
        {list && <ListPage list={list} />}
      </SightAround>
      <OverBar />
    </SessionRoom>
  )
}

/** Whoever of the studio comes straight to a photo has the palette by its key; with the wall it is the desk's. */
function PaletteKey() {
  const [times, setTimes] = useState(0)
  usePaletteKey(() => setTimes((n) => n + 1))
  return times > 0 ? <PaletteOver key={times} /> : null
}

/** Coming back to the wall, the photo seen last has the focus; where it is gone, or several were open, the one that is active there. */
function useFocusBack(photo: PhotoId | null, over: boolean): void {
  const last = useRef<PhotoId | null>(null)
  const was = useRef(over)
  useEffect(() => {
    const left = (photo === null && last.current !== null) || (was.current && !over)
    const cell = left && last.current ? document.querySelector<HTMLElement>(`[data-photo="${last.current}"]`) : null
    if (cell) takeFocus(cell, {})
    else if (left) takeFocus(document.querySelector<HTMLElement>('[role=grid] .cell:has(.tile.act)'))
    last.current = photo
    was.current = over
  }, [photo, over])
}
