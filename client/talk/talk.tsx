/** What is said about the open photo, and a line to write on. */
import { useEffect, useRef, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { SeenGallery, SeenPhoto } from '../../common/visibility/seen.ts'
import { DrawingNow } from '../drawing/drawing-now.tsx'
import { useGallery, usePhotoMarks, usePhotoTalk } from '../gallery/use-gallery.tsx'
import { useTalkFocus } from '../loupe/talk-focus.tsx'
import { Composer } from './composer.tsx'
import { shownThreads, speakersOf, type TalkFilter } from './shown-threads.ts'
import { NothingFits, TalkFilterChoice } from './talk-filter.tsx'
import { TalkNews } from './talk-news.tsx'
import { Thread } from './thread.tsx'
import { useCommentAddress } from './use-comment-address.ts'
import { useFresh } from './use-reading.ts'
import './talk.css'

const ways = ['open', 'order', 'unresolved', 'mine', 'new'] as const

interface TalkProps {
  readonly gallery: SeenGallery
  readonly photo: SeenPhoto
  /** Counts up whenever somebody wants to write. */
  readonly writing: number
}

export function Talk({ gallery, photo, writing }: TalkProps) {
  const intl = useIntl()
  const { me } = useGallery()
  const { threads } = usePhotoTalk(photo.id)
  const { comments, unresolved } = usePhotoMarks(photo.id)
  const [filter, setFilter] = useState<TalkFilter>('open')
  const field = useRef<HTMLTextAreaElement>(null)
  const fresh = useFresh(photo.id, threads)
  const led = useCommentAddress(photo, threads)
  const may = gallery.rights.comment === 'edit'
  const focus = useTalkFocus()
  const reader = { me: me?.person ?? null, lastVisit: me?.lastVisit ?? null, fresh }
  const chosen = shownThreads(threads, filter, reader)
  // A thread that is looked at on the picture, or that an address led to, is never filtered away.
  const looked = threads.some(({ first }) => first.id === focus.thread) && !chosen.some(({ thread }) => thread.first.id === focus.thread)
  const shown = looked ? shownThreads(threads, 'open', reader) : chosen
  const choose = (next: TalkFilter) => {
    focus.setThread(null)
    setFilter(next)
  }
  useEffect(() => {
    if (writing > 0) field.current?.focus()
  }, [writing])
  return (
    <section className="talk" aria-label={intl.formatMessage({ id: 'overview.title' })}>
      <h2 className="said">
        {unresolved > 0 ? (
          <FormattedMessage id="talk.open" values={{ n: unresolved }} />
        ) : (
          <FormattedMessage id="talk.title" values={{ n: comments }} />
        )}
        <span className="grow" />
        {threads.length > 1 && <TalkFilterChoice value={filter} ways={ways} speakers={speakersOf(threads)} onChange={choose} />}
      </h2>
      <div className="threads" tabIndex={threads.length === 0 ? 0 : undefined}>
        {threads.length === 0 && may && (
          <p className="none">
            <FormattedMessage id={gallery.feedback === 'private' ? 'talk.none.private' : 'talk.none'} />
          </p>
        )}
        {threads.length > 0 && shown.length === 0 && <NothingFits onAll={() => setFilter('open')} />}
        {shown.map((numbered) => (
          <Thread key={numbered.thread.first.id} numbered={numbered} photo={photo.id} may={may} fresh={fresh} led={led} />
        ))}
        <DrawingNow photo={photo} />
      </div>
      {may && <Composer key={photo.id} photo={photo} field={field} />}
      <TalkNews photo={photo.id} />
    </section>
  )
}
