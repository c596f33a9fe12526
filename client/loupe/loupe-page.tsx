/** One photo, large: the picture on its stage, own marks, the filmstrip, and what is said beside it. */
import { type SetStateAction, useCallback, useEffect, useState } from 'react'
import { useIntl } from 'react-intl'
import { useParams } from 'react-router'
import type { PhotoId } from '../../common/ids.ts'
import type { SeenGallery, SeenPhoto } from '../../common/visibility/seen.ts'
import { fitLook, type Look } from '../canvas/view-box.ts'
import { ClosedGallery } from '../client-gallery/closed-gallery.tsx'
import { LoadingGallery } from '../client-gallery/loading-gallery.tsx'
import { zoomedBy } from '../compare/looks.ts'
import { useSideBySide } from '../compare/use-side-by-side.ts'
import { DrawRoomAround, useDrawRoom } from '../drawing/draw-room.tsx'
import { DrawEntry, DrawSheet } from '../drawing/draw-sheet.tsx'
import { Rail } from '../drawing/rail.tsx'
import { useDrawKeys } from '../drawing/use-draw-keys.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { HelpDialog } from '../keyboard/help-dialog.tsx'
import { useTable } from '../session/session-room.tsx'
import { isStaff } from '../sheet/audience.ts'
import { commentIn } from '../talk/comment-address.ts'
import { usePageFocus } from '../ui/page-focus.ts'
import { usePageTitle } from '../ui/page-title.ts'
import { useTheme } from '../ui/theme.tsx'
import { Filmstrip } from './filmstrip.tsx'
import { useGoOn } from './go-on.tsx'
import { Gone } from './gone.tsx'
import { LoupeStage } from './loupe-stage.tsx'
import { LoupeTop } from './loupe-top.tsx'
import { MarksBar } from './marks-bar.tsx'
import { SidePanel } from './side-panel.tsx'
import { TalkFocusRoom } from './talk-focus.tsx'
import { useLoupeKeys } from './use-loupe-keys.ts'
import { useNewVersion } from './use-new-version.ts'
import { type Paging, usePaging } from './use-paging.ts'
import { useShownVersion } from './use-showing.ts'
import { useVisibleHeight } from './use-visible-height.ts'
import { useWas } from './use-was.ts'
import { useWriteAsked } from './use-write-asked.ts'
import './loupe.css'
import './sheet-grab.css'
import './low.css'

export function LoupePage() {
  const { status, gallery } = useGallery()
  const photo = useParams().photo as PhotoId
  if (status === 'revoked' || status === 'ended') return <ClosedGallery />
  if (!gallery) return <LoadingGallery />
  return <Loupe gallery={gallery} addressed={photo} />
}

function Loupe({ gallery, addressed }: { readonly gallery: SeenGallery; readonly addressed: PhotoId }) {
  useTheme(isStaff(gallery) ? 'staff' : 'client')
  const { photoById, status } = useGallery()
  const paging = usePaging(gallery.id, addressed)
  const id = paging.open
  const [stays, setStays] = useState<PhotoId | null>(null)
  useLooking(id)
  useVisibleHeight()
  const photo = photoById.get(id)
  const was = useWas(photo, id)
  const away = status === 'offline'
  if (!photo && (away || status === 'open')) {
    return <Gone {...{ gallery: gallery.id, was, paging, away }} stays={stays === id} onStay={() => setStays(id)} />
  }
  if (!photo) return <LoadingGallery />
  return (
    <TalkFocusRoom photo={id}>
      <DrawRoomAround photo={id} may={gallery.rights.draw === 'edit' && photo.state === 'ready'}>
        <Open gallery={gallery} photo={photo} paging={paging} />
      </DrawRoomAround>
    </TalkFocusRoom>
  )
}

const noPicture = { width: 1, height: 1 }

interface OpenProps {
  readonly gallery: SeenGallery
  readonly photo: SeenPhoto
  readonly paging: Paging
}

function Open({ gallery, photo, paging }: OpenProps) {
  const intl = useIntl()
  const { look, setLook, setLed, percent, setPercent, zoom } = useLook()
  const [panel, setPanel] = useState(() => window.innerWidth > 1020 || window.innerWidth <= 760 || commentIn(window.location.hash) !== null)
  const [help, setHelp] = useState(false)
  const [writing, setWriting] = useState(0)
  usePageTitle(photo.cameraName, gallery.name)
  const main = usePageFocus()
  const write = useCallback(() => {
    setPanel(true)
    setWriting((n) => n + 1)
  }, [])
  useWriteAsked(write)
  useAsked(photo.id, setPanel)
  const side = useFromHere(photo, paging)
  const goOn = useGoOn(paging)
  useLoupeKeys({
    paging,
    zoom: zoom.onToggle,
    zoomBy: zoom.onBy,
    ...side,
    write,
    panel: () => setPanel((open) => !open),
    help: () => setHelp((open) => !open),
    uncover: () => panelLies(panel) && putAway(setPanel),
  })
  const { drawing, version, rail } = useDrawn(gallery, photo)
  return (
    <main
      ref={main}
      tabIndex={-1}
      className={`loupe${panel ? ' with-panel' : ''}${rail ? ' with-rail' : ''}${drawing ? ' drawing' : ''}`}
      aria-label={intl.formatMessage({ id: 'loupe.of' }, { name: photo.cameraName })}
    >
      <LoupeTop
        gallery={gallery}
        photo={photo}
        paging={paging}
        zoom={zoom}
        onCompare={() => void side.compare()}
        panel={{ open: panel, onToggle: () => setPanel(!panel) }}
      />
      <Rail gallery={gallery} photo={photo} version={version?.id ?? null} />
      <LoupeStage
        gallery={gallery}
        photo={photo}
        paging={paging}
        look={look}
        onLook={setLook}
        onLed={setLed}
        percent={percent}
        onPercent={setPercent}
        onWrite={write}
        onRead={() => setPanel(true)}
      />
      <MarksBar gallery={gallery} photo={photo} onMarked={goOn}>
        {rail && <DrawEntry photo={photo} version={version?.id ?? null} />}
      </MarksBar>
      <Filmstrip gallery={gallery} photos={paging.photos} current={photo.id} hrefOf={paging.hrefOf} go={paging.go} />
      <DrawSheet photo={photo} version={version?.id ?? null} />
      {panel && <SidePanel gallery={gallery} photo={photo} writing={writing} go={paging.go} onClose={() => setPanel(false)} />}
      {help && <HelpDialog scheme={gallery.keys} onClose={() => setHelp(false)} />}
    </main>
  )
}

/** What is drawn on the version that is shown. */
function useDrawn({ rights }: SeenGallery, photo: SeenPhoto) {
  const { on: drawing } = useDrawRoom()
  const version = useShownVersion(photo)
  useNewVersion(photo)
  useDrawKeys({ photo: photo.id, version: version?.id ?? null, picture: version ?? noPicture })
  return { drawing, version, rail: rights.draw !== 'none' }
}

/** Up to here the panel lies over the picture, or takes its room: Escape puts it away first. */
const panelLies = (open: boolean): boolean => open && window.innerWidth <= 1020
const putAway = (setPanel: (open: false) => void): true => {
  setPanel(false)
  return true
}

/** Side by side: this photo and those after it. */
function useFromHere(photo: SeenPhoto, { photos }: Paging) {
  const side = useSideBySide()
  const laid = () => ({ selected: new Set<PhotoId>(), active: photo.id, wall: photos.map(({ id }) => id) })
  return { compare: () => side.compare(laid()), survey: () => side.survey(laid()) }
}

/** A question on this photo is not missed for a closed panel, and whoever leads has the table at hand. */
function useAsked(photo: PhotoId, open: (panel: true) => void): void {
  const { table } = useGallery()
  const vote = table.votes.get(photo)
  const waits = vote && !vote.ballots && !table.ballots.has(vote.id) ? vote.id : null
  const { leads } = useTable()
  useEffect(() => {
    if (waits || leads) open(true)
  }, [waits, leads, open])
}

/** Who zooms or pans by hand goes on alone; whoever follows is led. */
function useLook() {
  const [look, setLed] = useState<Look>(fitLook)
  const { following, stop } = useTable()
  const setLook = useCallback(
    (next: SetStateAction<Look>) => {
      if (following) stop()
      setLed(next)
    },
    [following, stop],
  )
  const [percent, setPercent] = useState(100)
  const zoom = {
    percent,
    fit: look.fit,
    onToggle: () => setLook((before) => (before.fit ? { fit: false, zoom: 1, cx: 0.5, cy: 0.5 } : fitLook)),
    onBy: (factor: number) => setLook((before) => zoomedBy(before, percent / 100, factor)),
  }
  return { look, setLook, setLed, percent, setPercent, zoom }
}

/** Others see which photo is open here. */
function useLooking(photo: PhotoId): void {
  const { actions } = useGallery()
  useEffect(() => actions.say({ photo }), [photo, actions])
  useEffect(() => () => actions.say({ photo: null }), [actions])
}
