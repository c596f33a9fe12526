/** Beside the picture in a session: the question, what was decided, what is still to be talked about. */
import { Send } from 'lucide-react'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { TopicId } from '../../common/ids.ts'
import type { SeenGallery, SeenPhoto } from '../../common/visibility/seen.ts'
import { newId } from '../net/new-id.ts'
import { DecisionCard } from './decision-card.tsx'
import { useTable } from './session-room.tsx'
import { shortName } from './short-name.ts'
import { TopicList } from './topic-list.tsx'
import { useAsk } from './use-ask.ts'
import { VoteCard } from './vote-card.tsx'

interface SessionPanelProps {
  readonly gallery: SeenGallery
  readonly photo: SeenPhoto
  readonly go: (photo: SeenPhoto['id']) => void
}

export function SessionPanel({ gallery, photo, go }: SessionPanelProps) {
  const { leads } = useTable()
  const takesPart = gallery.rights.comment === 'edit' || gallery.rights.flag === 'edit'
  return (
    <div className="session">
      <div className="table-scroll">
        <VoteCard key={`vote ${photo.id}`} photo={photo} leads={leads} takesPart={takesPart} />
        <DecisionCard key={photo.id} photo={photo} leads={leads} />
        <TopicList photo={photo} leads={leads} go={go} />
      </div>
      {takesPart && <BringUp photo={photo} />}
    </div>
  )
}

/** Adds the open photo to what is to be talked about. */
function BringUp({ photo }: { readonly photo: SeenPhoto }) {
  const intl = useIntl()
  const ask = useAsk()
  const [text, setText] = useState('')
  const add = async () => {
    if (await ask({ type: 'topic:add', id: newId<TopicId>('topic'), photo: photo.id, text: text.trim() })) setText('')
  }
  return (
    <form
      className="say"
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <input
        value={text}
        maxLength={300}
        placeholder={intl.formatMessage({ id: 'live.topic.hint' }, { photo: shortName(photo) })}
        aria-label={intl.formatMessage({ id: 'live.topic.hint' }, { photo: shortName(photo) })}
        onChange={(event) => setText(event.target.value)}
      />
      <button type="submit" className="ib" aria-label={intl.formatMessage({ id: 'live.topic.add' })}>
        <Send className="i" aria-hidden="true" />
      </button>
    </form>
  )
}
