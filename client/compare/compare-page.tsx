/** Two to four photos side by side: zoom and place move together, keys go to the active one. */
import { useCallback, useRef, useState } from 'react'
import { useIntl } from 'react-intl'
import type { PhotoId } from '../../common/ids.ts'
import type { SeenGallery } from '../../common/visibility/seen.ts'
import { ClosedGallery } from '../client-gallery/closed-gallery.tsx'
import { LoadingGallery } from '../client-gallery/loading-gallery.tsx'
import { SightButton } from '../drawing/sight-button.tsx'
import { useGallery } from '../gallery/use-gallery.tsx'
import { HelpDialog } from '../keyboard/help-dialog.tsx'
import { Filmstrip } from '../loupe/filmstrip.tsx'
import { LeadFrame } from '../session/lead-frame.tsx'
import { isStaff } from '../sheet/audience.ts'
import { usePageFocus } from '../ui/page-focus.ts'
import { usePageTitle } from '../ui/page-title.ts'
import { useTheme } from '../ui/theme.tsx'
import { activeOf, type Comparison, candidate, fewest, most, replaced, sized, without } from './comparison.ts'
import { GonePane, NoPane, Pane } from './pane.tsx'
import { PhoneFoot } from './phone-foot.tsx'
import { type Manner, SideTop, SideZoom } from './side-top.tsx'
import { useChosen } from './use-chosen.ts'
import { useCompareKeys } from './use-compare-keys.ts'
import { type Looks, useLooks } from './use-looks.ts'
import { useSaidParts, useSaidSide } from './use-said-side.ts'
import { type SideRoom, useSide } from './use-side.ts'
import '../loupe/loupe.css'
import './compare.css'
import '../loupe/low.css'

export function ComparePage() {
  const { status, gallery } = useGallery()
  if (status === 'revoked' || status === 'ended') return <ClosedGallery />
  if (!gallery) return <LoadingGallery />
  return <Compare gallery={gallery} />
}

function Compare({ gallery }: { readonly gallery: SeenGallery }) {
  useTheme(isStaff(gallery) ? 'staff' : 'client')
  const intl = useIntl()
  usePageTitle(intl.formatMessage({ id: 'compare.title' }), gallery.name)
  const main = usePageFocus()
  const room = useSide('compare', most)
  const chosen = useChosen(room)
  const at: Comparison = { photos: room.photos, active: Math.max(0, room.photos.indexOf(room.active ?? ('' as PhotoId))) }
  const change = (next: Comparison) => room.change({ photos: next.photos, active: activeOf(next) })
  const looks = useLooks(at.photos.length)
  const [percents, setPercents] = useState<readonly number[]>([])
  const setPercent = useCallback((place: number, n: number) => setPercents((before) => withPercent(before, place, n)), [])
  const [help, setHelp] = useState(false)
  const [bare, setBare] = useState(false)
  const percent = percents[at.active] ?? 100
  const keys = {
    at,
    change,
    room,
    looks,
    percent,
    chosen,
    help: () => setHelp((open) => !open),
    panels: () => setBare((before) => !before),
  }
  useCompareKeys(keys)
  useSaidSide('compare', room)
  const onManner = (manner: Manner) => {
    if (manner === 'all') room.turnTo('survey', { photos: chosen.length >= fewest ? chosen : at.photos, active: room.active })
    else change(sized(at, manner === 'two' ? 2 : 4, room.wall))
  }
  return (
    <main
      ref={main}
      tabIndex={-1}
      className={`loupe side-by-side${bare ? ' bare' : ''}`}
      aria-label={intl.formatMessage({ id: 'compare.title' })}
    >
      <SideTop
        title="compare.title"
        manner={at.photos.length === 2 ? 'two' : at.photos.length === 4 ? 'four' : null}
        onManner={onManner}
        photos={at.photos}
        wallHref={room.wallHref}
        onLeave={room.leave}
      >
        <SightButton />
        <SideZoom
          percent={percent}
          fit={looks.looks[at.active]?.fit !== false}
          together={looks.together}
          onTogether={looks.setTogether}
          onToggle={() => looks.toggle(at.active)}
          onBy={(factor) => looks.zoomBy(at.active, percent, factor)}
        />
      </SideTop>
      <Panes gallery={gallery} room={room} at={at} change={change} looks={looks} onPercent={setPercent} />
      <PhoneFoot gallery={gallery} at={at} change={change} room={room} />
      {!bare && <Strip room={room} at={at} change={change} gallery={gallery} />}
      {help && <HelpDialog scheme={gallery.keys} onClose={() => setHelp(false)} />}
    </main>
  )
}

interface PanesProps {
  readonly gallery: SeenGallery
  readonly room: SideRoom
  readonly at: Comparison
  readonly change: (next: Comparison) => void
  readonly looks: Looks
  readonly onPercent: (place: number, percent: number) => void
}

function Panes({ gallery, room, at, change, looks, onPercent }: PanesProps) {
  const { photoById } = useGallery()
  const names = useNames(room.photos)
  const sayPart = useSaidParts()
  const next = (place: number) => {
    const { wall } = room
    const one =
      candidate(at, place, { wall, step: 1 }) ?? candidate(at, place, { wall, step: -1 }) ?? wall.find((id) => !at.photos.includes(id))
    return one ? () => change(replaced(at, place, one)) : null
  }
  return (
    <div className={`panes n${Math.max(1, at.photos.length)}`}>
      {at.photos.length === 0 && <NoPane onFirst={() => change(sized(at, fewest, room.wall))} onLeave={room.leave} />}
      {at.photos.map((id, place) => {
        const photo = photoById.get(id)
        const look = looks.looks[place]
        return photo && look ? (
          <Pane
            key={id}
            gallery={gallery}
            photo={photo}
            active={place === at.active}
            place={place}
            look={look}
            onLook={looks.onLook}
            onLed={looks.onLed}
            onPart={sayPart}
            onPercent={onPercent}
            onActivate={() => place !== at.active && change({ ...at, active: place })}
          />
        ) : (
          <GonePane
            key={id}
            name={names.get(id) ?? null}
            onNext={next(place)}
            onRemove={at.photos.length > 1 ? () => change(without(at, place)) : room.leave}
          />
        )
      })}
      <LeadFrame />
    </div>
  )
}

function withPercent(percents: readonly number[], place: number, percent: number): readonly number[] {
  return percents[place] === percent ? percents : Object.assign([...percents], { [place]: percent })
}

interface StripProps {
  readonly gallery: SeenGallery
  readonly room: SideRoom
  readonly at: Comparison
  readonly change: (next: Comparison) => void
}

/** A frame pressed takes the place of the active one. */
function Strip({ gallery, room, at, change }: StripProps) {
  const { photoById } = useGallery()
  const photos = room.wall.flatMap((id) => photoById.get(id) ?? [])
  return (
    <Filmstrip
      gallery={gallery}
      photos={photos}
      current={room.active}
      laid={at.photos}
      hrefOf={(photo) => `/g/${gallery.id}/p/${photo}`}
      go={(photo) => change(replaced(at, at.active, photo))}
    />
  )
}

/** Names of the photos laid out, also once they are gone. */
function useNames(photos: readonly PhotoId[]): ReadonlyMap<PhotoId, string> {
  const { photoById } = useGallery()
  const names = useRef(new Map<PhotoId, string>())
  for (const id of photos) {
    const name = photoById.get(id)?.cameraName
    if (name) names.current.set(id, name.replace(/\.[^.]+$/, ''))
  }
  return names.current
}
