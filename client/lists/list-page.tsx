/** One list, looked over before it is sent, and after. */
import { ArrowLeft, Lock } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { SelectionId } from '../../common/ids.ts'
import type { SeenSelection } from '../../common/visibility/seen.ts'
import { NothingHere } from '../app/nothing-here.tsx'
import { ClosedGallery } from '../client-gallery/closed-gallery.tsx'
import { GalleryTop } from '../client-gallery/gallery-top.tsx'
import { LoadingGallery } from '../client-gallery/loading-gallery.tsx'
import '../client-gallery/gallery-page.css'
import { useTouch } from '../contact-sheet/use-media.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { keyOf, keyWords } from '../keyboard/key-map.ts'
import { useLaidKeys } from '../keyboard/key-wishes.ts'
import { useKeys } from '../keyboard/use-keys.ts'
import { isStaff } from '../sheet/audience.ts'
import { Monogram } from '../ui/monogram.tsx'
import { lengthOf } from '../ui/name-length.ts'
import { usePageTitle } from '../ui/page-title.ts'
import { takeFocus } from '../ui/take-focus.ts'
import { useTheme } from '../ui/theme.tsx'
import { useWayBack } from '../ui/way-back.ts'
import { useChoosing } from './choosing.tsx'
import type { Filling } from './filling.ts'
import { ListFrames } from './list-frames.tsx'
import { sayRequest, sayTime } from './list-words.ts'
import { OwnLists } from './own-lists.tsx'
import { SendList } from './send-list.tsx'
import { SentVersions } from './sent-versions.tsx'
import './lists.css'

export function ListPage({ list }: { readonly list: SelectionId }) {
  const { status, gallery } = useGallery()
  useTheme(gallery && isStaff(gallery) ? 'staff' : 'client')
  const { lists, current, setCurrent } = useChoosing()
  const filling = lists.find(({ selection }) => selection.id === list)
  const known = filling !== undefined
  const isCurrent = current?.selection.id === list
  // What is looked over is what photos go into.
  useEffect(() => {
    if (known && !isCurrent) setCurrent(list)
  }, [known, isCurrent, list, setCurrent])
  usePageTitle(filling?.selection.name, gallery?.name)
  if (status === 'revoked' || status === 'ended') return <ClosedGallery />
  if (!gallery) return <LoadingGallery />
  if (!filling) return status === 'open' ? <NothingHere /> : <LoadingGallery />
  return <Looked filling={filling} />
}

function Looked({ filling }: { readonly filling: Filling }) {
  const intl = useIntl()
  const way = useWayBack()
  const { gallery, actions } = useGallery()
  const { selection, submission, lock, photos } = filling
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => takeFocus(heading.current, {}), [])
  const back = () => way.toWall(`/g/${gallery?.id}`)
  useKeys(gallery?.keys ?? 'lightroom', (act) => {
    if (act.type === 'close' || act.type === 'grid') back()
    else if (act.type === 'undo') actions.undo()
    else if (act.type === 'redo') actions.redo()
    else return false
    return true
  })
  if (!gallery) return null
  const studio = gallery.studio ?? gallery.name
  return (
    <div className="gallery-page list-page">
      <GalleryTop gallery={gallery} />
      <main className="look-over" aria-label={selection.name}>
        <section className="left">
          <a
            className="back"
            href={`/g/${gallery.id}`}
            onClick={(event) => {
              event.preventDefault()
              back()
            }}
          >
            <ArrowLeft className="i" aria-hidden="true" />
            <span className="trunc">
              <FormattedMessage id="list.back" values={{ name: gallery.name }} />
            </span>
          </a>
          <h1 ref={heading} tabIndex={-1} className={lengthOf(selection.name)}>
            {selection.name}
          </h1>
          <Request selection={selection} />
          {submission?.open && (
            <p className="hn" role="status">
              <FormattedMessage id="list.reopened" />
            </p>
          )}
          {submission && <SentVersions submission={submission} />}
          <OwnLists selection={selection} onGone={back} />
          <SendList filling={filling} onMore={back} onSent={() => heading.current?.focus({ preventScroll: true })} />
        </section>
        <section className="frames-side" aria-label={intl.formatMessage({ id: 'room.photos' })}>
          {lock && (
            <p className="lock inv">
              <Lock className="i" aria-hidden="true" />
              <span>
                {lock === 'sent' ? (
                  <FormattedMessage id="list.locked" values={{ studio }} />
                ) : (
                  <>
                    <FormattedMessage id="list.closed" /> <FormattedMessage id="list.closed.more" values={{ studio }} />
                  </>
                )}
              </span>
              {lock === 'sent' && submission && <span className="edge l">{sayTime(submission.versions.at(-1)?.at ?? 0, intl)}</span>}
            </p>
          )}
          {photos.length === 0 ? <Empty locked={lock !== null} /> : <ListFrames filling={filling} />}
        </section>
      </main>
    </div>
  )
}

/** The key is the one that does it now, wherever it was laid. */
function Empty({ locked }: { readonly locked: boolean }) {
  const touch = useTouch()
  const { scheme, laid } = useLaidKeys()
  const key = keyWords(keyOf(scheme, laid, 'choose'))
  return (
    <p className="none">
      <b>
        <FormattedMessage id={locked ? 'list.empty.locked' : 'list.empty'} />
      </b>
      {!locked && <FormattedMessage id={touch ? 'list.empty.touch' : 'list.empty.more'} values={{ key }} />}
    </p>
  )
}

/** Who asks, for what, and the reminder since. */
function Request({ selection }: { readonly selection: SeenSelection }) {
  const intl = useIntl()
  const { people } = useGallery()
  const { request } = selection
  if (!request) return null
  const said = [{ by: selection.createdBy, at: selection.createdAt, text: request.note }]
  if (request.reminder) said.push({ by: request.reminder.by, at: request.reminder.at, text: request.reminder.note })
  return said.map(({ by, at, text }, i) => {
    const name = people.get(by)?.name ?? intl.formatMessage({ id: 'person.house' })
    if (i > 0 && !text) return null
    return (
      <div className="req" key={at}>
        <Monogram person={by} name={name} size={34} plain />
        <div>
          <p className="hd">
            <b>{name}</b> <time>{intl.formatDate(at, { day: 'numeric', month: 'short' })}</time>
          </p>
          {i === 0 && <p className="range">{sayRequest(request, intl)}</p>}
          {text && <p>{text}</p>}
        </div>
      </div>
    )
  })
}
