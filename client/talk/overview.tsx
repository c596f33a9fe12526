/** All that is said in a gallery: the newest first, and a click goes there. */
import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { Link } from 'react-router'
import { Picture, ratioOf } from '../contact-sheet/picture.tsx'
import { splitName } from '../contact-sheet/split-name.ts'
import { useGallery, useGalleryStore, useMarksTick } from '../gallery/use-gallery.tsx'
import { hueClass } from '../ui/hue.ts'
import { takeFocus } from '../ui/take-focus.ts'
import { allThreads, type FoundThread, fitting, speakersIn } from './all-threads.ts'
import { commentPath } from './comment-address.ts'
import { SaidText } from './said-text.tsx'
import { SaidTime } from './said-time.tsx'
import type { TalkFilter } from './shown-threads.ts'
import { NothingFits, TalkFilterChoice } from './talk-filter.tsx'
import './overview.css'

const ways = ['order', 'unresolved', 'new', 'mine'] as const
/** Threads shown before one asks for more. */
const page = 60
const noneFresh: ReadonlySet<never> = new Set()

interface OverviewProps {
  readonly begin: TalkFilter
  readonly onGo?: () => void
}

export function Overview({ begin, onGo }: OverviewProps) {
  const { photos, me, actions } = useGallery()
  const store = useGalleryStore()
  const tick = useMarksTick()
  const [filter, setFilter] = useState<TalkFilter>(begin)
  const { most, more, list } = useMore()
  const [allRead, setAllRead] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: words are read from the store whenever they changed
  const all = useMemo(() => allThreads(store, photos), [store, photos, tick])
  const shown = fitting(all, filter, { me: me?.person ?? null, lastVisit: me?.lastVisit ?? null, fresh: noneFresh })
  const unread = all.filter(({ thread }) => thread.unread.length > 0)
  const readAll = () => {
    for (const { photo, thread } of unread) actions.read(photo.id, [thread.whole])
    setAllRead(true)
  }
  if (all.length === 0) {
    return (
      <p className="overview none">
        <FormattedMessage id="overview.none" />
      </p>
    )
  }
  return (
    <div className="overview">
      <div className="bar">
        <span className="num">
          <FormattedMessage id="overview.count" values={{ n: shown.length }} />
        </span>
        <TalkFilterChoice value={filter} ways={ways} everywhere speakers={speakersIn(all)} onChange={setFilter} />
      </div>
      {shown.length === 0 && <NothingFits onAll={() => setFilter('order')} />}
      <ol ref={list}>
        {shown.slice(0, most).map((found) => (
          <Found key={found.thread.first.id} found={found} onGo={onGo} />
        ))}
      </ol>
      {shown.length > most && (
        <button type="button" className="tx" onClick={more}>
          <FormattedMessage id="overview.more" />
        </button>
      )}
      {unread.length > 0 ? (
        <button type="button" className="tx" onClick={readAll}>
          <FormattedMessage id="overview.readAll" />
        </button>
      ) : (
        allRead && (
          <p className="all-read" role="status" tabIndex={-1} data-instead>
            <FormattedMessage id="overview.allRead" />
          </p>
        )
      )}
    </div>
  )
}

/** A page more at a time; a keyboard goes on at the first that came. */
function useMore() {
  const list = useRef<HTMLOListElement>(null)
  const [most, setMost] = useState(page)
  useLayoutEffect(() => {
    if (most > page) takeFocus(list.current?.children[most - page]?.querySelector('a'))
  }, [most])
  return { most, more: () => setMost(most + page), list }
}

function Found({ found, onGo }: { readonly found: FoundThread; readonly onGo: (() => void) | undefined }) {
  const intl = useIntl()
  const { gallery, people } = useGallery()
  const { photo, thread, number } = found
  const { first, replies, unread, called } = thread
  const last = replies.at(-1) ?? first
  const name = first.mine
    ? intl.formatMessage({ id: 'talk.you' })
    : (people.get(first.author)?.name ?? intl.formatMessage({ id: 'person.somebody' }))
  if (!gallery) return null
  const target = unread[0] ?? first.id
  const width = Math.round(Math.min(64, 48 * ratioOf(photo)))
  return (
    <li className={hueClass(first.author)}>
      <Link to={commentPath(gallery.id, photo.id, target)} state={{ fromWall: true }} onClick={onGo}>
        <span className="im" style={{ aspectRatio: String(ratioOf(photo)) }} aria-hidden="true">
          <Picture gallery={gallery.id} photo={photo} width={width} />
        </span>
        <span className="what">
          <span className="hd">
            <b className="who trunc">{name}</b>
            {replies.length > 0 && (
              <small>
                <FormattedMessage id="overview.replies" values={{ n: replies.length }} />
              </small>
            )}
            {unread.length > 0 && (
              <small className="new">
                <FormattedMessage id={called && unread.includes(called) ? 'talk.called' : 'talk.new'} />
              </small>
            )}
            <SaidTime comment={last} />
          </span>
          <span className={`words${first.resolved ? ' done' : ''}`} dir="auto">
            {first.deleted === null ? <SaidText body={first.body} mentions={first.mentions} /> : <FormattedMessage id="talk.deleted" />}
          </span>
          <span className="edge">
            {splitName(photo.cameraName)[1] || photo.cameraName}
            <span className="sr">{intl.formatMessage({ id: 'overview.go' }, { n: number, photo: photo.cameraName, name })}</span>
            {first.resolved && (
              <>
                {' · '}
                <FormattedMessage id="talk.resolved" />
              </>
            )}
          </span>
        </span>
      </Link>
    </li>
  )
}
