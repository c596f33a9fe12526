/** The desk's Activity: who did what, the newest first, by day; what comes in while one looks appears at the top. */

import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { useGallery } from '../gallery/use-gallery.tsx'
import { isToday, serverNow } from '../net/server-clock.ts'
import { ChoiceBar } from './choice-bar.tsx'
import { HistoryRow } from './history-row.tsx'
import { daysOf, linesOf, stillThere } from './lines.ts'
import { type Choice, useChoice } from './use-choice.ts'
import { type History, useHistory } from './use-history.ts'
import './history.css'

const dayMs = 24 * 3_600_000
/** Pixels scrolled above which somebody reads, and is not pushed down. */
const reading = 60

export function HistoryPage() {
  const { choice, change } = useChoice()
  const { me, status } = useGallery()
  const scroller = useRef<HTMLDivElement>(null)
  const since = useSince(choice.span, me?.lastVisit ?? null)
  const filter = {
    ...(choice.kind ? { kind: choice.kind } : {}),
    ...(choice.by ? { person: choice.by } : {}),
    ...(choice.of ? { photo: choice.of } : {}),
    ...(since === null ? {} : { since }),
  }
  const history = useHistory(
    filter,
    useCallback(() => (scroller.current?.scrollTop ?? 0) > reading, []),
  )
  const waiting = history.roll?.waiting.length ?? 0
  return (
    <>
      <ChoiceBar choice={choice} change={change} />
      <div className="body hist" ref={scroller}>
        <p className="hist-say" role="status">
          {status !== 'open' && history.roll && <FormattedMessage id="history.offline" />}
        </p>
        {waiting > 0 && (
          <button
            type="button"
            className="btn solid hist-new"
            onClick={() => {
              history.unroll()
              scroller.current?.scrollTo({ top: 0 })
            }}
          >
            <FormattedMessage id="history.waiting" values={{ n: waiting }} />
          </button>
        )}
        <Feed history={history} lastVisit={me?.lastVisit ?? null} chosen={isChosen(choice)} onAll={() => change(everything)} />
      </div>
    </>
  )
}

const everything: Choice = { kind: null, by: null, of: null, span: null }
const isChosen = (choice: Choice): boolean => Object.values(choice).some(Boolean)

/** Fixed while it is chosen: else every look would be another question. */
function useSince(span: Choice['span'], lastVisit: number | null): number | null {
  return useMemo(() => {
    if (span === 'visit') return lastVisit
    return span === null ? null : serverNow() - (span === 'day' ? dayMs : 7 * dayMs)
  }, [span, lastVisit])
}

interface FeedProps {
  readonly history: History
  readonly lastVisit: number | null
  readonly chosen: boolean
  readonly onAll: () => void
}

function Feed({ history: { roll, failed, loading, more, again }, lastVisit, chosen, onAll }: FeedProps) {
  const { me, photoById } = useGallery()
  const days = useMemo(() => daysOf(linesOf(stillThere(roll?.entries ?? [], photoById))), [roll?.entries, photoById])
  if (!roll) return failed ? <Failed onAgain={again} /> : <Skeleton />
  return (
    <>
      {days.map(({ day, at, lines }) => (
        <section key={day} aria-labelledby={`day-${at}`}>
          <h2 className="day" id={`day-${at}`}>
            <Day at={at} />
          </h2>
          <ol>
            {lines.map((line) => (
              <HistoryRow key={line.id} line={line} fresh={lastVisit !== null && line.at > lastVisit && line.by !== me?.person} />
            ))}
          </ol>
        </section>
      ))}
      {failed && <Failed onAgain={again} />}
      {roll.next !== null && !failed && <Earlier loading={loading} onMore={more} page={roll.entries.length} />}
      {roll.next === null && days.length > 0 && (
        <p className="note">
          <FormattedMessage id="history.begin" />
        </p>
      )}
      {roll.next === null && days.length === 0 && (
        <div className="note hist-none">
          <p>
            <FormattedMessage id={chosen ? 'history.nothing' : 'history.none'} />
          </p>
          {chosen && (
            <button type="button" className="btn line" onClick={onAll}>
              <FormattedMessage id="history.nothing.all" />
            </button>
          )}
        </div>
      )}
    </>
  )
}

function Day({ at }: { readonly at: number }) {
  const intl = useIntl()
  const day = new Date(at).toDateString()
  const date = intl.formatDate(at, { weekday: 'long', day: 'numeric', month: 'long' })
  const word = isToday(at) ? 'today' : day === new Date(serverNow() - dayMs).toDateString() ? 'yesterday' : null
  if (!word) return <>{date}</>
  return (
    <>
      <FormattedMessage id={`history.${word}`} /> <span className="edge">{intl.formatDate(at, { day: 'numeric', month: 'long' })}</span>
    </>
  )
}

/** Read on by itself once it is in sight; `page` makes it look again after each. */
function Earlier({ loading, onMore, page }: { readonly loading: boolean; readonly onMore: () => void; readonly page: number }) {
  const button = useRef<HTMLButtonElement>(null)
  const [near, setNear] = useState(false)
  useEffect(() => {
    if (!button.current) return
    const eye = new IntersectionObserver(([seen]) => setNear(seen?.isIntersecting === true), { rootMargin: '400px' })
    eye.observe(button.current)
    return () => eye.disconnect()
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page came, and this may still be in sight
  useEffect(() => {
    if (near && !loading) onMore()
  }, [near, loading, page])
  return (
    <button ref={button} type="button" className="tx hist-more" disabled={loading} onClick={onMore}>
      <FormattedMessage id={loading ? 'history.loading' : 'history.more'} />
    </button>
  )
}

function Failed({ onAgain }: { readonly onAgain: () => void }) {
  return (
    <div className="note hist-none" role="alert">
      <p>
        <FormattedMessage id="history.failed" />
      </p>
      <button type="button" className="btn line" onClick={onAgain}>
        <FormattedMessage id="history.failed.again" />
      </button>
    </div>
  )
}

function Skeleton() {
  const intl = useIntl()
  return (
    <div role="status" aria-label={intl.formatMessage({ id: 'history.loading' })} className="hist-wait">
      {[62, 44, 71, 38, 55].map((width) => (
        <span key={width} style={{ width: `${width}%` }} />
      ))}
    </div>
  )
}
