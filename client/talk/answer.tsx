import { type ReactNode, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { PhotoId } from '../../common/ids.ts'
import type { SeenComment } from '../gallery/gallery-view.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { drafts } from './drafts.ts'
import { sendable } from './sendable.ts'
import { type Calling, useCalling } from './use-calling.ts'
import { Words } from './words.tsx'

interface AnswerProps {
  readonly label: string
  readonly go: ReactNode
  readonly value: string
  readonly calling: Calling
  readonly onChange: (value: string) => void
  readonly onSend: () => void
  readonly onCancel: () => void
}

/** A line inside a thread, with a way to send it and one to leave it. */
export function Answer({ go, ...words }: AnswerProps) {
  const { value, onSend, onCancel } = words
  return (
    <div className="answer">
      <Words {...words} />
      <span className="go">
        <button type="button" className="btn line" onClick={onSend} disabled={!sendable(value)}>
          {go}
        </button>
        <button type="button" className="tx" onClick={onCancel}>
          <FormattedMessage id="talk.cancel" />
        </button>
      </span>
    </div>
  )
}

interface ReplyingProps {
  readonly first: SeenComment
  readonly photo: PhotoId
  readonly name: string
  readonly onDone: () => void
}

export function Replying({ first, photo, name, onDone }: ReplyingProps) {
  const intl = useIntl()
  const { actions } = useGallery()
  const [body, setBody] = useState(drafts.of(first.id))
  const calling = useCalling(photo, { beside: first, teamOnly: false })
  const change = (words: string) => {
    setBody(words)
    drafts.keep(first.id, words)
  }
  const send = () => {
    if (!sendable(body)) return
    actions.comment(photo, { body, parent: first.id, mentions: calling.calledIn(body) })
    drafts.keep(first.id, '')
    onDone()
  }
  return (
    <Answer
      label={intl.formatMessage({ id: 'talk.reply.to' }, { name })}
      go={<FormattedMessage id="talk.send" />}
      value={body}
      calling={calling}
      onChange={change}
      onSend={send}
      onCancel={onDone}
    />
  )
}
