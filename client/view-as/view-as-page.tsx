/** A gallery exactly as somebody else sees it, in a frame nobody can overlook. */
import { Ban, ChevronDown } from 'lucide-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { useLocation, useNavigate, useParams } from 'react-router'
import type { GalleryId } from '../../common/ids.ts'
import type { Subject } from '../../common/visibility/view-as.ts'
import { NothingHere } from '../app/nothing-here.tsx'
import { useGallery } from '../gallery/use-gallery.tsx'
import { DeskCondition } from '../studio/desk-condition.tsx'
import { Segments } from '../ui/choices.tsx'
import { usePageTitle } from '../ui/page-title.ts'
import { useTheme } from '../ui/theme.tsx'
import { cameFrom, type LookedAs, viewAsPath } from './address.ts'
import { Condition, useTerms } from './condition.tsx'
import { Framed, type FrameSize } from './framed.tsx'
import { SubjectMark, SubjectMenu } from './subject-menu.tsx'
import type { ShownSubject } from './subjects.ts'
import { useSubjectWords } from './use-subject-words.ts'
import { useSubjects } from './use-subjects.ts'
import './view-as.css'

export function ViewAsPage({ id, subject }: { readonly id: GalleryId; readonly subject: Subject }) {
  useTheme('staff')
  const intl = useIntl()
  const room = useGallery()
  const { gallery } = room
  const subjects = useSubjects()
  const words = useSubjectWords()
  const shown = useStaying(subjects, subject)
  const name = shown ? words.name(shown) : ''
  usePageTitle(shown && intl.formatMessage({ id: 'as.title' }, { name }), gallery?.name, gallery?.studio)
  const [size, setSize] = useState<FrameSize>('desk')
  const { choose, at, leave, rest } = useFrameAddress(id, subject)
  const { terms, tries, onTerms } = useTerms(subject)
  useLeaveKey(leave)
  if (!gallery) return <DeskCondition />
  if (!gallery.write || !shown) return <NothingHere />
  return (
    <div className="va">
      <section className="va-bar inv" aria-label={intl.formatMessage({ id: 'as.whom' })}>
        <SubjectMark shown={shown} size={34} />
        <h1 className="as">
          <span className="trunc">
            <FormattedMessage id="as.title" values={{ name }} />
          </span>
          <small className="trunc">{words.role(shown)}</small>
        </h1>
        <SubjectMenu current={subject} align="start" onChoose={choose}>
          <button type="button" className="btn" aria-label={intl.formatMessage({ id: 'as.change' })}>
            <span className="wide">
              <FormattedMessage id="as.change" />
            </span>
            <ChevronDown className="i s" aria-hidden="true" />
          </button>
        </SubjectMenu>
        <Counts shown={shown} of={room.photos.length} />
        <span className="grow" />
        <span className="fx kept">
          <Ban className="i s" aria-hidden="true" />
          <FormattedMessage id="as.nothingKept" />
        </span>
        <span className="v" />
        <Segments
          label={intl.formatMessage({ id: 'as.size' })}
          value={size}
          options={[
            { value: 'desk', label: <FormattedMessage id="as.size.desk" /> },
            { value: 'phone', label: <FormattedMessage id="as.size.phone" /> },
          ]}
          onChange={setSize}
        />
        <button type="button" className="btn solid" onClick={leave}>
          <FormattedMessage id="as.leave" />
        </button>
      </section>
      <Condition shown={shown} terms={terms} />
      <Framed
        key={`${subject} ${tries}`}
        gallery={id}
        shown={shown}
        name={name}
        rest={rest}
        size={size}
        onAt={at}
        onTerms={onTerms}
        onLeave={leave}
      />
    </div>
  )
}

/** Whom one looks as stays while one looks, also once they are shown nothing any more. */
function useStaying(subjects: readonly ShownSubject[], subject: Subject): ShownSubject | undefined {
  const last = useRef<ShownSubject>(undefined)
  const now = subjects.find((one) => one.subject === subject)
  if (now) last.current = now
  return now ?? (last.current?.subject === subject ? { ...last.current, photos: 0, dimmed: 0 } : undefined)
}

function Counts({ shown: { photos, dimmed }, of }: { readonly shown: ShownSubject; readonly of: number }) {
  return (
    <>
      <span className="v" />
      <span className="fx counts">
        <FormattedMessage
          id={dimmed > 0 ? 'as.counts.dimmed' : 'as.counts'}
          values={{ n: photos, of, dimmed, b: (text) => <b key="b">{text}</b> }}
        />
      </span>
    </>
  )
}

/** The address says as whom and where one looks; whoever changes to somebody else stays where they are. */
function useFrameAddress(gallery: GalleryId, subject: Subject) {
  const navigate = useNavigate()
  const { state, search } = useLocation()
  const rest = (useParams()['*'] ?? '').replace(/^(?=.)/, '/') + search
  const go = useCallback((to: string) => void navigate(to, { replace: true, state }), [navigate, state])
  return {
    rest,
    choose: (next: Subject) => go(viewAsPath(gallery, next, `/g/${gallery}${rest}`)),
    at: useCallback((path: string) => go(viewAsPath(gallery, subject, path)), [go, gallery, subject]),
    leave: useCallback(() => {
      const { from, door, of } = cameFrom(state, gallery)
      void navigate(from, { replace: true, state: { lookedAs: of ?? subject, door } satisfies LookedAs })
    }, [navigate, state, gallery, subject]),
  }
}

function useLeaveKey(leave: () => void): void {
  const latest = useRef(leave)
  latest.current = leave
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) latest.current()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
