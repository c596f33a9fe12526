/** The line one writes a new thread on, and what it will hang on. */
import { MapPin, Send, Spline, X } from 'lucide-react'
import { type RefObject, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { SeenPhoto } from '../../common/visibility/seen.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { useTalkFocus } from '../loupe/talk-focus.tsx'
import { useShownVersion } from '../loupe/use-showing.ts'
import { isStaff, sharesSheet } from '../sheet/audience.ts'
import { Check } from '../ui/choices.tsx'
import { Monogram } from '../ui/monogram.tsx'
import { drafts } from './drafts.ts'
import { sendable } from './sendable.ts'
import { useCalling } from './use-calling.ts'
import { Words } from './words.tsx'

interface ComposerProps {
  readonly photo: SeenPhoto
  readonly field?: RefObject<HTMLTextAreaElement | null>
}

export function Composer({ photo, field }: ComposerProps) {
  const intl = useIntl()
  const { me, gallery, actions } = useGallery()
  const { anchor, setAnchor, setThread } = useTalkFocus()
  const version = useShownVersion(photo)?.id ?? null
  const [body, setBody] = useState(drafts.of(photo.id))
  const [teamOnly, setTeamOnly] = useState(false)
  const calling = useCalling(photo.id, { beside: null, teamOnly })
  const mayGo = sendable(body)
  const choosesTeam = gallery !== null && isStaff(gallery) && sharesSheet(gallery)
  const draft = (words: string) => {
    setBody(words)
    drafts.keep(photo.id, words)
  }
  const send = () => {
    if (!mayGo) return
    const { place, drawing } = anchor ?? { place: null, drawing: null }
    const id = actions.comment(photo.id, { body, teamOnly, version, place, drawing, mentions: calling.calledIn(body) })
    setAnchor(null)
    if (id) setThread(id)
    draft('')
  }
  return (
    <form
      className="comp"
      onSubmit={(event) => {
        event.preventDefault()
        // With nothing left to send the button lets go of the focus.
        if (event.currentTarget.querySelector('[type=submit]') === document.activeElement) field?.current?.focus()
        send()
      }}
    >
      {anchor && <Anchored onTakeOff={() => setAnchor(null)} />}
      {me && <Monogram person={me.person} name={me.name} size={30} plain />}
      <Words
        label={intl.formatMessage({ id: anchor ? 'talk.write.here' : 'talk.write' })}
        value={body}
        calling={calling}
        onChange={draft}
        onSend={send}
        {...(field ? { field } : {})}
      />
      <button
        type="submit"
        className="ib"
        aria-label={intl.formatMessage({ id: 'talk.send' })}
        disabled={!mayGo}
        // The field keeps the focus: without it what lies around comes back and moves this away before the press ends.
        onMouseDown={(event) => event.preventDefault()}
      >
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

function Anchored({ onTakeOff }: { readonly onTakeOff: () => void }) {
  const intl = useIntl()
  const { anchor } = useTalkFocus()
  const Icon = anchor?.drawing ? Spline : MapPin
  return (
    <p className="anchored" role="status">
      <Icon className="i s" aria-hidden="true" />
      <span>
        <FormattedMessage id={anchor?.drawing ? 'talk.anchor.drawing' : 'talk.anchor.place'} />
      </span>
      <button type="button" className="ib" aria-label={intl.formatMessage({ id: 'talk.anchor.off' })} onClick={onTakeOff}>
        <X className="i s" aria-hidden="true" />
      </button>
    </p>
  )
}
