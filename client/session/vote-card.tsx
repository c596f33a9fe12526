/** The question on the open photo: asked by whoever leads, answered in secret, revealed to all at once. */
import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { type Choice, choices } from '../../common/gallery/session-model.ts'
import type { PersonId, VoteId } from '../../common/ids.ts'
import type { SeenPhoto } from '../../common/visibility/seen.ts'
import type { SeenVote } from '../../common/visibility/session-seen.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { newId } from '../net/new-id.ts'
import { Tally } from '../ui/marks-by-hand.tsx'
import { Monogram } from '../ui/monogram.tsx'
import { shortName } from './short-name.ts'
import { useAsk } from './use-ask.ts'

/** Letters from which a question is set smaller: its answers stay in sight under it. */
const longQuestion = 60

interface VoteCardProps {
  readonly photo: SeenPhoto
  readonly leads: boolean
  readonly takesPart: boolean
}

export function VoteCard({ photo, leads, takesPart }: VoteCardProps) {
  const { table } = useGallery()
  const vote = table.votes.get(photo.id)
  const question = useRef<HTMLHeadingElement>(null)
  if (!vote) return leads ? <AskAbout photo={photo} /> : null
  return (
    <section className="vote" aria-labelledby={`q-${vote.id}`}>
      <h2 ref={question} className={vote.question.length > longQuestion ? 'q long' : 'q'} id={`q-${vote.id}`} tabIndex={-1}>
        {vote.question}
      </h2>
      {vote.ballots ? <Revealed vote={vote} /> : <Secret vote={vote} leads={leads} takesPart={takesPart} question={question} />}
    </section>
  )
}

function AskAbout({ photo }: { readonly photo: SeenPhoto }) {
  const intl = useIntl()
  const ask = useAsk()
  const { table } = useGallery()
  const topic = table.topics.find((one) => one.photo === photo.id && one.doneAt === null && one.text !== '')
  const usual = topic?.text ?? intl.formatMessage({ id: 'live.vote.usual' }, { photo: shortName(photo) })
  const [text, setText] = useState<string | null>(null)
  const question = (text ?? usual).trim()
  return (
    <form
      className="vote ask"
      onSubmit={(event) => {
        event.preventDefault()
        if (question !== '') void ask({ type: 'vote:open', id: newId<VoteId>('vote'), photo: photo.id, question })
      }}
    >
      <label htmlFor="live-question">
        <FormattedMessage id="live.vote.question" />
      </label>
      <div className="row">
        <input id="live-question" value={text ?? usual} maxLength={300} onChange={(event) => setText(event.target.value)} />
        <button type="submit" className="btn line" disabled={question === ''}>
          <FormattedMessage id="live.vote.ask" />
        </button>
      </div>
    </form>
  )
}

interface SecretProps {
  readonly vote: SeenVote
  readonly leads: boolean
  readonly takesPart: boolean
  /** Has the focus once what one pressed is gone, so that the outcome is read next and no key falls into a field. */
  readonly question: RefObject<HTMLElement | null>
}

function Secret({ vote, leads, takesPart, question }: SecretProps) {
  const intl = useIntl()
  const { table, people, me } = useGallery()
  const ask = useAsk()
  const mine = table.ballots.get(vote.id)
  const root = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const inside = root.current
    return () => {
      if (inside?.contains(document.activeElement)) question.current?.focus({ preventScroll: true })
    }
  }, [question])
  const asker = vote.by === me?.person ? intl.formatMessage({ id: 'talk.you' }) : firstName(people.get(vote.by)?.name)
  return (
    <div ref={root}>
      <p className="by">
        <FormattedMessage id={vote.by === me?.person ? 'live.vote.byYou' : 'live.vote.by'} values={{ name: asker }} />
      </p>
      {takesPart && (
        <fieldset className="opts" aria-labelledby={`q-${vote.id}`}>
          {choices.map((choice) => (
            <button
              key={choice}
              type="button"
              aria-pressed={mine === choice}
              onClick={() => void ask({ type: 'vote:cast', id: vote.id, choice })}
            >
              <FormattedMessage id={`live.choice.${choice}`} />
            </button>
          ))}
        </fieldset>
      )}
      <Voted vote={vote} voted={mine !== undefined} />
      {leads && (
        <div className="acts">
          <button type="button" className="btn solid" onClick={() => void ask({ type: 'vote:reveal', id: vote.id })}>
            <FormattedMessage id="live.vote.reveal" />
          </button>
          <button type="button" className="btn line" onClick={() => void ask({ type: 'vote:drop', id: vote.id })}>
            <FormattedMessage id="live.vote.drop" />
          </button>
        </div>
      )}
    </div>
  )
}

/** Who is in, and who of those here is not: only persons this page knows of. */
function Voted({ vote, voted }: { readonly vote: SeenVote; readonly voted: boolean }) {
  const intl = useIntl()
  const { here, people, me } = useGallery()
  const inside = new Set<PersonId>(vote.voted ?? [])
  if (voted && me) inside.add(me.person)
  const waiting = new Set([...here.map(({ person }) => person), ...(me ? [me.person] : [])].filter((person) => !inside.has(person)))
  const nameOf = (person: PersonId) => people.get(person)?.name ?? (person === me?.person ? me.name : '')
  const total = inside.size + waiting.size
  return (
    <div className="voted">
      <ul aria-label={intl.formatMessage({ id: 'live.vote.who' })}>
        {[...inside].map((person) => (
          <li key={person}>
            <Monogram person={person} name={nameOf(person)} size={30} />
          </li>
        ))}
      </ul>
      <span className="not-yet" aria-hidden="true">
        {[...waiting].map((person) => (
          <Monogram key={person} person={person} name={nameOf(person)} size={30} away plain />
        ))}
      </span>
      <span className="grow" />
      <span role="status">
        <FormattedMessage id="live.vote.in" values={{ n: inside.size, total }} />
      </span>
    </div>
  )
}

function Revealed({ vote }: { readonly vote: SeenVote }) {
  const intl = useIntl()
  const { table, people, me } = useGallery()
  const mine = table.ballots.get(vote.id)
  const ballots = vote.ballots ?? []
  const own = me && mine && !ballots.some(({ person }) => person === me.person) ? [{ person: me.person, choice: mine }] : []
  const all = [...ballots, ...own]
  const of = (choice: Choice) => all.filter((one) => one.choice === choice).map(({ person }) => person)
  const nameOf = (person: PersonId) => people.get(person)?.name ?? (person === me?.person ? me.name : '')
  return (
    <ul className="res">
      {choices.map((choice) => (
        <li key={choice}>
          <FormattedMessage id={`live.choice.${choice}`} />
          <span className="pp">
            {of(choice).map((person) => (
              <Monogram key={person} person={person} name={nameOf(person)} size={30} />
            ))}
          </span>
          <Tally
            people={of(choice)}
            total={all.length}
            height={20}
            label={intl.formatMessage({ id: 'live.vote.count' }, { n: of(choice).length, total: all.length })}
          />
        </li>
      ))}
    </ul>
  )
}

const firstName = (name: string | undefined): string => name?.trim().split(/\s+/)[0] ?? ''
