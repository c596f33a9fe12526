import { AtSign, MessageSquare, MessageSquareCheck } from 'lucide-react'
import { useIntl } from 'react-intl'
import type { PhotoMarks } from '../gallery/gallery-view.ts'
import { sayTalk } from './say-marks.ts'

type Talked = Pick<PhotoMarks, 'comments' | 'unresolved' | 'unread' | 'called'>

/** How much is said of a photo: open or settled, and whether any of it is new to the reader or calls them. */
export function TalkCount({ marks, numbered = true }: { readonly marks: Talked; readonly numbered?: boolean }) {
  const intl = useIntl()
  const { comments, unresolved, unread, called } = marks
  const Icon = unresolved > 0 ? MessageSquare : MessageSquareCheck
  return (
    <span className={`cc${unread > 0 ? ' fresh' : ''}${unresolved > 0 ? '' : ' settled'}`} title={sayTalk(marks, intl).join(', ')}>
      <span className="bubble">
        <Icon className="i" aria-hidden="true" />
        {unread > 0 && (called ? <AtSign className="i at" aria-hidden="true" /> : <span className="spot" />)}
      </span>
      {numbered && <span aria-hidden="true" data-word={comments} />}
    </span>
  )
}
