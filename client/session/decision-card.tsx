/** What was decided about the open photo, and for whoever leads: deciding. */
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { type Verdict, verdicts } from '../../common/gallery/session-model.ts'
import type { DecisionId } from '../../common/ids.ts'
import type { SeenPhoto } from '../../common/visibility/seen.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { newId } from '../net/new-id.ts'
import { DecisionFacts } from './decision-facts.tsx'
import { shortName } from './short-name.ts'
import { TakeBack } from './take-back.tsx'
import { useAsk } from './use-ask.ts'

export function DecisionCard({ photo, leads }: { readonly photo: SeenPhoto; readonly leads: boolean }) {
  const { table } = useGallery()
  const last = table.decisions.find((one) => one.photo === photo.id)
  const [again, setAgain] = useState(false)
  if (last && !again) {
    return (
      <section className="mdec inv">
        <p>
          <FormattedMessage id={`live.decided.${last.verdict}`} values={{ photo: shortName(photo) }} />
          {last.note && <span className="noted">{last.note}</span>}
          <DecisionFacts decision={last} />
        </p>
        {leads && (
          <button type="button" className="btn line" onClick={() => setAgain(true)}>
            <FormattedMessage id="live.decide.again" />
          </button>
        )}
        <TakeBack key={last.id} decision={last} />
      </section>
    )
  }
  return leads ? <Decide photo={photo} onDone={() => setAgain(false)} /> : null
}

function Decide({ photo, onDone }: { readonly photo: SeenPhoto; readonly onDone: () => void }) {
  const intl = useIntl()
  const ask = useAsk()
  const [note, setNote] = useState('')
  const decide = async (verdict: Verdict) => {
    const id = newId<DecisionId>('decision')
    if (await ask({ type: 'decision:add', id, photo: photo.id, verdict, note: note.trim() })) onDone()
  }
  return (
    <section className="vote decide" aria-labelledby="live-decide">
      <h2 id="live-decide">
        <FormattedMessage id="live.decide" values={{ photo: shortName(photo) }} />
      </h2>
      <input
        value={note}
        maxLength={300}
        placeholder={intl.formatMessage({ id: 'live.decide.note' })}
        aria-label={intl.formatMessage({ id: 'live.decide.note' })}
        onChange={(event) => setNote(event.target.value)}
      />
      <fieldset className="opts" aria-labelledby="live-decide">
        {verdicts.map((verdict) => (
          <button key={verdict} type="button" onClick={() => void decide(verdict)}>
            <FormattedMessage id={`live.verdict.${verdict}`} />
          </button>
        ))}
      </fieldset>
    </section>
  )
}
