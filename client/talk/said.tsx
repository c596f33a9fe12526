/** One comment: who, when, the words; its author edits and deletes it. */
import { type ReactNode, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { PhotoId } from '../../common/ids.ts'
import type { SeenComment } from '../gallery/gallery-view.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { Answer } from './answer.tsx'
import { SaidMenu } from './said-menu.tsx'
import { SaidTime } from './said-time.tsx'
import { SaidWords } from './said-words.tsx'
import { sendable } from './sendable.ts'
import { useCalling } from './use-calling.ts'

interface SaidProps {
  readonly comment: SeenComment
  readonly photo: PhotoId
  readonly may: boolean
  /** Not read when the photo was opened. */
  readonly fresh: boolean
  readonly children?: ReactNode
}

type Doing = 'reading' | 'editing' | 'deleting'

export function Said({ comment, photo, may, fresh, children }: SaidProps) {
  const intl = useIntl()
  const { actions, people } = useGallery()
  const [doing, setDoing] = useState<Doing>('reading')
  const name = comment.mine
    ? intl.formatMessage({ id: 'talk.you' })
    : (people.get(comment.author)?.name ?? intl.formatMessage({ id: 'person.somebody' }))
  const own = may && comment.mine && comment.deleted === null
  const rest = () => setDoing('reading')
  return (
    <div className="said-one" data-comment={comment.id}>
      <div className="hd">
        <span className="who trunc">{name}</span>
        <Notes comment={comment} fresh={fresh} />
        <SaidTime comment={comment} />
        {comment.deleted === null && (
          <SaidMenu
            comment={comment}
            photo={photo}
            name={name}
            own={own}
            onEdit={() => setDoing('editing')}
            onDelete={() => setDoing('deleting')}
          />
        )}
      </div>
      {comment.deleted !== null ? (
        <p className="tomb">
          <FormattedMessage id="talk.deleted" />
        </p>
      ) : doing === 'editing' ? (
        <Editing comment={comment} photo={photo} onDone={rest} />
      ) : (
        <SaidWords comment={comment} />
      )}
      {doing === 'deleting' && comment.deleted === null && (
        <Deleting onDelete={() => actions.deleteComment(photo, comment.id)} onKeep={rest} />
      )}
      {(doing === 'reading' || comment.deleted !== null) && children}
    </div>
  )
}

function Notes({ comment, fresh }: { readonly comment: SeenComment; readonly fresh: boolean }) {
  const { me } = useGallery()
  const called = me !== null && !comment.mine && comment.mentions.includes(me.person)
  return (
    <>
      {comment.sheet.audience === 'team' && (
        <small>
          <FormattedMessage id="talk.team" />
        </small>
      )}
      {fresh && !called && (
        <small className="new">
          <FormattedMessage id="talk.new" />
        </small>
      )}
      {called && (
        <small className={fresh ? 'new' : 'called'}>
          <FormattedMessage id="talk.called" />
        </small>
      )}
    </>
  )
}

interface EditingProps {
  readonly comment: SeenComment
  readonly photo: PhotoId
  readonly onDone: () => void
}

function Editing({ comment, photo, onDone }: EditingProps) {
  const intl = useIntl()
  const { actions } = useGallery()
  const [body, setBody] = useState(comment.body)
  const calling = useCalling(photo, { beside: comment, teamOnly: false }, comment.mentions)
  const save = () => {
    if (!sendable(body)) return
    actions.editComment(photo, comment.id, { body, mentions: calling.calledIn(body) })
    onDone()
  }
  return (
    <Answer
      label={intl.formatMessage({ id: 'talk.edit.of' })}
      go={<FormattedMessage id="talk.save" />}
      value={body}
      calling={calling}
      onChange={setBody}
      onSend={save}
      onCancel={onDone}
    />
  )
}

/** Deleted words cannot be brought back: asked once. */
function Deleting({ onDelete, onKeep }: { readonly onDelete: () => void; readonly onKeep: () => void }) {
  return (
    <div className="ask">
      <p>
        <FormattedMessage id="talk.delete.ask" />
      </p>
      {/* biome-ignore lint/a11y/noAutofocus: the question was just asked for */}
      <button type="button" className="btn line" autoFocus onClick={onDelete}>
        <FormattedMessage id="talk.delete" />
      </button>
      <button type="button" className="tx" onClick={onKeep}>
        <FormattedMessage id="talk.keep" />
      </button>
    </div>
  )
}
