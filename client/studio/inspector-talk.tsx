/** What is said of the photo in the inspector: each thread in short, the way to it, and a line to write on. */
import { FormattedMessage, useIntl } from 'react-intl'
import { Link } from 'react-router'
import type { SeenPhoto } from '../../common/visibility/seen.ts'
import { nameOf } from '../contact-sheet/say-marks.ts'
import type { CommentThread } from '../gallery/gallery-view.ts'
import { useGallery, usePhotoTalk } from '../gallery/use-gallery.tsx'
import { commentPath } from '../talk/comment-address.ts'
import { Composer } from '../talk/composer.tsx'
import { Ringed } from '../talk/ringed.tsx'
import { SaidText } from '../talk/said-text.tsx'
import { SaidTime } from '../talk/said-time.tsx'
import '../talk/talk.css'

export function InspectorTalk({ photo }: { readonly photo: SeenPhoto }) {
  const { gallery } = useGallery()
  const { threads } = usePhotoTalk(photo.id)
  const open = threads.filter((thread) => !thread.first.resolved).length
  return (
    <section className="sec talk">
      <h2>
        <FormattedMessage id="inspector.comments" />
        <span className="edge">{threads.length > 0 && <FormattedMessage id="inspector.open" values={{ n: open }} />}</span>
      </h2>
      <ol className="cms">
        {threads.map((thread, index) => (
          <Brief key={thread.first.id} thread={thread} number={index + 1} photo={photo} />
        ))}
      </ol>
      {gallery?.rights.comment === 'edit' && <Composer key={photo.id} photo={photo} />}
    </section>
  )
}

interface BriefProps {
  readonly thread: CommentThread
  readonly number: number
  readonly photo: SeenPhoto
}

function Brief({ thread: { first, replies, unread, called }, number, photo }: BriefProps) {
  const intl = useIntl()
  const { gallery, people, me } = useGallery()
  if (!gallery) return null
  return (
    <li className={first.resolved ? 'cm resolved' : 'cm'}>
      <Link to={commentPath(gallery.id, photo.id, unread[0] ?? first.id)} state={{ fromWall: true }}>
        <Ringed person={first.author} number={number} />
        <span className="what">
          <span className="hd">
            <span className="who trunc">{nameOf(first.author, { people, me: me?.person ?? null }, intl)}</span>
            {replies.length > 0 && (
              <small>
                <FormattedMessage id="inspector.replies" values={{ n: replies.length }} />
              </small>
            )}
            {unread.length > 0 && (
              <small className="new">
                <FormattedMessage id={called && unread.includes(called) ? 'talk.called' : 'talk.new'} />
              </small>
            )}
            <SaidTime comment={first} />
          </span>
          <span className="words" dir="auto">
            {first.deleted ? <FormattedMessage id="comment.deleted" /> : <SaidText body={first.body} mentions={first.mentions} />}
          </span>
        </span>
      </Link>
    </li>
  )
}
