/** What was done to one photo, in the inspector: the newest first. */

import { useEffect, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { Link } from 'react-router'
import type { SeenPhoto } from '../../common/visibility/seen.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { isToday } from '../net/server-clock.ts'
import { commentPath } from '../talk/comment-address.ts'
import { hueClass } from '../ui/hue.ts'
import { Monogram } from '../ui/monogram.tsx'
import { Glyphs } from './history-row.tsx'
import { type HistoryLine, linesOf } from './lines.ts'
import { Sentence } from './sentence.tsx'
import { useHistory } from './use-history.ts'
import './history.css'

/** Milliseconds a photo is in hand before it is asked for: arrows pass many. */
const inHand = 250
const page = 20
const never = () => false

export function PhotoHistory({ photo }: { readonly photo: SeenPhoto }) {
  const [held, setHeld] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setHeld(true), inHand)
    return () => clearTimeout(timer)
  }, [])
  return held ? <Past photo={photo} /> : null
}

function Past({ photo }: { readonly photo: SeenPhoto }) {
  const intl = useIntl()
  const { roll, failed, loading, more, again } = useHistory({ photo: photo.id, limit: page }, never)
  const lines = linesOf((roll?.entries ?? []).map((entry) => ({ ...entry, photos: [photo.id], seen: 1, gone: 0 })))
  if (!roll && !failed) return null
  return (
    <section className="sec past" aria-label={intl.formatMessage({ id: 'history.section' })}>
      <h2>
        <FormattedMessage id="history.section" />
        <Link className="edge" to={`?tab=activity&of=${photo.id}`}>
          <FormattedMessage id="history.section.all" />
        </Link>
      </h2>
      {failed && (
        <p className="note" role="alert">
          <FormattedMessage id="history.failed" />{' '}
          <button type="button" className="tx" onClick={again}>
            <FormattedMessage id="history.failed.again" />
          </button>
        </p>
      )}
      <ol className="tl">
        {lines.map((line) => (
          <PastLine key={line.id} line={line} photo={photo} />
        ))}
      </ol>
      {roll?.next && !failed && (
        <button type="button" className="tx" disabled={loading} onClick={more}>
          <FormattedMessage id="history.more" />
        </button>
      )}
    </section>
  )
}

function PastLine({ line, photo }: { readonly line: HistoryLine; readonly photo: SeenPhoto }) {
  const intl = useIntl()
  const { gallery, people } = useGallery()
  const { act, by, at } = line
  const today = isToday(at)
  const words = (
    <>
      <Sentence line={line} of />
      <Glyphs line={line} />
    </>
  )
  return (
    <li className={by ? hueClass(by) : ''}>
      {by ? <Monogram person={by} name={people.get(by)?.name ?? '?'} size={20} plain /> : <span />}
      <span>{gallery && 'comment' in act ? <Link to={commentPath(gallery.id, photo.id, act.comment)}>{words}</Link> : words}</span>
      <time className="edge" dateTime={new Date(at).toISOString()} title={intl.formatDate(at, { dateStyle: 'long', timeStyle: 'short' })}>
        {today ? intl.formatTime(at, { hour: '2-digit', minute: '2-digit' }) : intl.formatDate(at, { day: 'numeric', month: 'short' })}
      </time>
    </li>
  )
}
