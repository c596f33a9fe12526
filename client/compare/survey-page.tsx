/** Many photos as large as the screen allows. The weakest is dropped, the rest grow, and who stays is chosen. */
import { useEffect, useMemo, useRef, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { PhotoId } from '../../common/ids.ts'
import type { SeenGallery } from '../../common/visibility/seen.ts'
import { ClosedGallery } from '../client-gallery/closed-gallery.tsx'
import { LoadingGallery } from '../client-gallery/loading-gallery.tsx'
import { ratioOf } from '../contact-sheet/picture.tsx'
import { useGallery } from '../gallery/use-gallery.tsx'
import { HelpDialog } from '../keyboard/help-dialog.tsx'
import { LeadFrame } from '../session/lead-frame.tsx'
import { isStaff } from '../sheet/audience.ts'
import { usePageFocus } from '../ui/page-focus.ts'
import { usePageTitle } from '../ui/page-title.ts'
import { useTheme } from '../ui/theme.tsx'
import { useBox } from '../ui/use-box.ts'
import { type Manner, SideTop } from './side-top.tsx'
import { drop, mostSurveyed, putBack, type Survey, staying } from './survey.ts'
import { SurveyBar } from './survey-bar.tsx'
import { SurveyFrame } from './survey-frame.tsx'
import { type SurveyLayout, surveyLayout } from './survey-layout.ts'
import { useSaidSide } from './use-said-side.ts'
import { type SideRoom, useSide } from './use-side.ts'
import { useSurvey } from './use-survey.ts'
import { useSurveyKeys } from './use-survey-keys.ts'
import '../loupe/loupe.css'
import './compare.css'
import './survey.css'
import '../loupe/low.css'

export function SurveyPage() {
  const { status, gallery } = useGallery()
  if (status === 'revoked' || status === 'ended') return <ClosedGallery />
  if (!gallery) return <LoadingGallery />
  return <Laid gallery={gallery} />
}

/** Pixels: a frame to judge is not smaller than this. */
const lowest = 110
const lowestOnPhone = 130
const phone = 760

function Laid({ gallery }: { readonly gallery: SeenGallery }) {
  useTheme(isStaff(gallery) ? 'staff' : 'client')
  const intl = useIntl()
  usePageTitle(intl.formatMessage({ id: 'survey.title' }), gallery.name)
  const main = usePageFocus()
  const room = useSide('survey', mostSurveyed)
  const { survey, stay, change, undo, keep, marked } = useSurvey(room)
  const pane = useRef<HTMLDivElement>(null)
  const box = useBox(pane)
  const [help, setHelp] = useState(false)
  const layout = useLayout(stay, box)
  const turn = (to: 'two' | 'four') => {
    const from = survey.active ? Math.max(0, stay.indexOf(survey.active)) : 0
    const count = to === 'two' ? 2 : 4
    const first = Math.max(0, Math.min(from, stay.length - count))
    const photos = stay.slice(first, first + count)
    if (photos.length > 1) room.turnTo('compare', { photos, active: survey.active })
  }
  useSurveyKeys({ survey, change, undo, marked, layout, room, compare: () => turn('two'), help: () => setHelp((open) => !open) })
  useSaidSide('survey', survey)
  useScrolledTo(survey.active, pane)
  return (
    <main ref={main} tabIndex={-1} className="loupe survey" aria-label={intl.formatMessage({ id: 'survey.title' })}>
      <SideTop
        title="survey.title"
        manner="all"
        onManner={(manner: Manner) => manner !== 'all' && turn(manner)}
        photos={stay}
        wallHref={room.wallHref}
        onLeave={room.leave}
      />
      <div ref={pane} className="laid">
        <Frames gallery={gallery} layout={layout} survey={survey} change={change} room={room} />
      </div>
      <div className="led">
        <LeadFrame />
      </div>
      <SurveyBar survey={survey} onUndo={undo} onPutBack={(photo: PhotoId) => change(putBack(survey, photo))} onKeep={keep} />
      {help && <HelpDialog scheme={gallery.keys} onClose={() => setHelp(false)} />}
    </main>
  )
}

function useLayout(stay: readonly PhotoId[], box: { readonly width: number; readonly height: number }): SurveyLayout {
  const { photoById } = useGallery()
  return useMemo(() => {
    const small = box.width <= phone
    const frames = stay.flatMap((id) => {
      const photo = photoById.get(id)
      return photo ? [{ id, ratio: ratioOf(photo) }] : []
    })
    return surveyLayout(frames, { ...box, gap: small ? 12 : 26, strip: small ? 44 : 36, lowest: small ? lowestOnPhone : lowest })
  }, [stay, photoById, box])
}

interface FramesProps {
  readonly gallery: SeenGallery
  readonly layout: SurveyLayout
  readonly survey: Survey
  readonly change: (next: Survey) => void
  readonly room: SideRoom
}

function Frames({ gallery, layout, survey, change, room }: FramesProps) {
  const intl = useIntl()
  const { photoById } = useGallery()
  if (staying(survey).length === 0) {
    return (
      <div className="none" role="status">
        <h2>
          <FormattedMessage id="survey.none" />
        </h2>
        <p>
          <FormattedMessage id="survey.none.text" />
        </p>
        <button type="button" className="btn line" onClick={room.leave}>
          <FormattedMessage id="survey.toWall" />
        </button>
      </div>
    )
  }
  return (
    <ul className="frames" aria-label={intl.formatMessage({ id: 'survey.frames' })} style={{ height: layout.height }}>
      {layout.frames.map((frame) => {
        const photo = photoById.get(frame.id)
        return (
          photo && (
            <SurveyFrame
              key={frame.id}
              gallery={gallery.id}
              photo={photo}
              frame={frame}
              active={frame.id === survey.active}
              last={layout.frames.length < 2}
              onActive={() => frame.id !== survey.active && change({ ...survey, active: frame.id })}
              onOpen={() => room.open(frame.id)}
              onDrop={() => change(drop(survey, frame.id))}
            />
          )
        )
      })}
    </ul>
  )
}

/** The active frame is in sight, and has the focus if no control has it. */
function useScrolledTo(active: PhotoId | null, pane: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const frame = active && pane.current?.querySelector<HTMLElement>(`[data-frame="${active}"]`)
    if (!frame) return
    frame.scrollIntoView({ block: 'nearest' })
    const focused = document.activeElement
    if (focused === document.body || (focused instanceof HTMLElement && focused.dataset.frame)) frame.focus({ preventScroll: true })
  }, [active, pane])
}
