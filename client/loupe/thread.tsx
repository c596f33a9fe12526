import { Check, CornerUpLeft, Pencil, RotateCcw, Trash2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { PhotoId } from '../../common/ids.ts'
import type { CommentThread, SeenComment } from '../gallery/gallery-view.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { isStaff } from '../sheet/audience.ts'
import { hueClass } from '../ui/hue.ts'
import { ringPath } from '../ui/stroke-shapes.ts'
import { seedOf } from '../ui/strokes.ts'
import { Words } from './composer.tsx'

interface ThreadProps {
  readonly thread: CommentThread
  readonly number: number
  readonly photo: PhotoId
  readonly may: boolean
}

export function Thread({ thread: { first, replies }, number, photo, may }: ThreadProps) {
  const intl = useIntl()
  const { actions, gallery, people } = useGallery()
  const [answer, setAnswer] = useState<string | null>(null)
  const done = first.resolved !== null
  const mayResolve = may && first.deleted === null && (first.mine || (gallery !== null && isStaff(gallery)))
  const name = people.get(first.author)?.name ?? ''
  const send = () => {
    if (answer?.trim()) actions.comment(photo, { body: answer, parent: first.id })
    setAnswer(null)
  }
  return (
    <article className={`th${done ? ' done' : ''}`} aria-label={intl.formatMessage({ id: 'talk.by' }, { n: number, name })}>
      <span className={`n ${hueClass(first.author)}`} aria-hidden="true">
        <svg viewBox="0 0 32 32" aria-hidden="true">
          <path d={ringPath(seedOf(first.author) % 9973, 2.2)} />
        </svg>
        {number}
      </span>
      <div>
        <Said comment={first} photo={photo} may={may}>
          {may && (
            <button type="button" onClick={() => setAnswer(answer === null ? '' : null)}>
              <CornerUpLeft className="i s" aria-hidden="true" />
              <FormattedMessage id="talk.reply" />
            </button>
          )}
          {mayResolve && (
            <button type="button" onClick={() => actions.resolveComment(photo, first.id, !done)}>
              {done ? <RotateCcw className="i s" aria-hidden="true" /> : <Check className="i s" aria-hidden="true" />}
              <FormattedMessage id={done ? 'talk.reopen' : 'talk.resolve'} />
            </button>
          )}
        </Said>
        {replies.map((reply) => (
          <div key={reply.id} className={`re ${hueClass(reply.author)}`}>
            <Said comment={reply} photo={photo} may={may} />
          </div>
        ))}
        {answer !== null && (
          <div className="answer">
            <Words
              label={intl.formatMessage({ id: 'talk.reply.to' }, { name })}
              value={answer}
              onChange={setAnswer}
              onSend={send}
              onCancel={() => setAnswer(null)}
            />
            <button type="button" className="btn line" onClick={send} disabled={answer.trim() === ''}>
              <FormattedMessage id="talk.send" />
            </button>
          </div>
        )}
      </div>
    </article>
  )
}

interface SaidProps {
  readonly comment: SeenComment
  readonly photo: PhotoId
  readonly may: boolean
  readonly children?: ReactNode
}

function Said({ comment, photo, may, children }: SaidProps) {
  const intl = useIntl()
  const { actions } = useGallery()
  const [edited, setEdited] = useState<string | null>(null)
  const own = may && comment.mine && comment.deleted === null
  const save = () => {
    if (edited?.trim()) actions.editComment(photo, comment.id, { body: edited, mentions: comment.mentions })
    setEdited(null)
  }
  return (
    <>
      <SaidBy comment={comment} />
      {comment.deleted !== null ? (
        <p className="tomb">
          <FormattedMessage id="talk.deleted" />
        </p>
      ) : edited === null ? (
        <p className="words">{comment.body}</p>
      ) : (
        <div className="answer">
          <Words
            label={intl.formatMessage({ id: 'talk.edit.of' })}
            value={edited}
            onChange={setEdited}
            onSend={save}
            onCancel={() => setEdited(null)}
          />
          <button type="button" className="btn line" onClick={save} disabled={edited.trim() === ''}>
            <FormattedMessage id="talk.save" />
          </button>
        </div>
      )}
      {(own || children) && edited === null && (
        <div className="foot">
          {children}
          {own && (
            <>
              <button type="button" onClick={() => setEdited(comment.body)}>
                <Pencil className="i s" aria-hidden="true" />
                <FormattedMessage id="talk.edit" />
              </button>
              <button type="button" onClick={() => actions.deleteComment(photo, comment.id)}>
                <Trash2 className="i s" aria-hidden="true" />
                <FormattedMessage id="talk.delete" />
              </button>
            </>
          )}
        </div>
      )}
    </>
  )
}

function SaidBy({ comment }: { readonly comment: SeenComment }) {
  const intl = useIntl()
  const { people } = useGallery()
  const today = new Date(comment.at).toDateString() === new Date().toDateString()
  const at = today
    ? intl.formatTime(comment.at, { hour: '2-digit', minute: '2-digit' })
    : intl.formatDate(comment.at, { day: 'numeric', month: 'short' })
  return (
    <div className="hd">
      <span className="who trunc">
        {comment.mine ? (
          <FormattedMessage id="talk.you" />
        ) : (
          (people.get(comment.author)?.name ?? <FormattedMessage id="person.somebody" />)
        )}
      </span>
      {comment.sheet.audience === 'team' && (
        <small>
          <FormattedMessage id="talk.team" />
        </small>
      )}
      {comment.resolved && (
        <small>
          <FormattedMessage id="talk.resolved" />
        </small>
      )}
      <time dateTime={new Date(comment.at).toISOString()}>
        {at}
        {comment.edited !== null && (
          <>
            {', '}
            <FormattedMessage id="talk.edited" />
          </>
        )}
      </time>
    </div>
  )
}
