import { Send } from 'lucide-react'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useIntl } from 'react-intl'
import type { PhotoId } from '../../common/ids.ts'
import { commentLength } from '../../common/limits.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { isStaff, sharesSheet } from '../sheet/audience.ts'
import { Check } from '../ui/choices.tsx'
import { Monogram } from '../ui/monogram.tsx'

/** Words begun and not sent, by photo: paging through takes nothing away. */
const drafts = new Map<PhotoId, string>()

interface ComposerProps {
  readonly photo: PhotoId
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly onSend: (body: string, teamOnly: boolean) => void
}

/** Enter sends, Shift+Enter begins a line. */
export function Composer({ photo, field, onSend }: ComposerProps) {
  const intl = useIntl()
  const { me, gallery } = useGallery()
  const [body, setBody] = useState(drafts.get(photo) ?? '')
  const [teamOnly, setTeamOnly] = useState(false)
  const empty = body.trim() === ''
  const choosesTeam = gallery !== null && isStaff(gallery) && sharesSheet(gallery)
  const draft = (words: string) => {
    setBody(words)
    if (words.trim() === '') drafts.delete(photo)
    else drafts.set(photo, words)
  }
  const send = () => {
    if (empty) return
    onSend(body, teamOnly)
    draft('')
  }
  return (
    <form
      className="comp"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {me && <Monogram person={me.person} name={me.name} size={30} plain />}
      <Words label={intl.formatMessage({ id: 'talk.write' })} value={body} onChange={draft} onSend={send} field={field} />
      <button type="submit" className="ib" aria-label={intl.formatMessage({ id: 'talk.send' })} disabled={empty}>
        <Send className="i" aria-hidden="true" />
      </button>
      {choosesTeam && (
        <div className="team">
          <Check label={intl.formatMessage({ id: 'talk.teamOnly' })} checked={teamOnly} onChange={setTeamOnly} />
        </div>
      )}
    </form>
  )
}

interface WordsProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onSend: () => void
  readonly onCancel?: () => void
  readonly field?: RefObject<HTMLTextAreaElement | null>
}

/** A field that grows with what is written. */
export function Words({ label, value, onChange, onSend, onCancel, field }: WordsProps) {
  const own = useRef<HTMLTextAreaElement>(null)
  const answers = onCancel !== undefined
  useEffect(() => {
    if (answers) own.current?.focus()
  }, [answers])
  return (
    <textarea
      ref={field ?? own}
      rows={1}
      aria-label={label}
      placeholder={label}
      maxLength={commentLength}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
          event.preventDefault()
          onSend()
        } else if (event.key === 'Escape') {
          event.preventDefault()
          if (onCancel) onCancel()
          else event.currentTarget.blur()
        }
      }}
    />
  )
}
