/** What happens at the table, for whoever listens rather than looks: a question, its outcome, a decision, the end. */
import { useEffect, useRef } from 'react'
import { type IntlShape, useIntl } from 'react-intl'
import { choices } from '../../common/gallery/session-model.ts'
import type { PhotoId } from '../../common/ids.ts'
import type { SeenPhoto } from '../../common/visibility/seen.ts'
import type { SeenVote } from '../../common/visibility/session-seen.ts'
import { useSpoken } from '../contact-sheet/use-spoken.ts'
import type { SessionView } from '../gallery/session-view.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { shortName } from './short-name.ts'

type Photos = ReadonlyMap<PhotoId, SeenPhoto>

/** Sentences for what became different within one session; of what lay on the table already nothing is said. Pure. */
export function saidOf(before: SessionView, after: SessionView, photos: Photos, intl: IntlShape): readonly string[] {
  if (!before.session) return []
  if (!after.session) return [intl.formatMessage({ id: 'live.said.over' })]
  const known = new Set(before.decisions.map(({ id }) => id))
  const decided = after.decisions.filter(({ id }) => !known.has(id))
  return [
    ...[...after.votes.values()].flatMap((vote) => saidVote(before.votes.get(vote.photo), vote, intl)),
    ...decided.flatMap(({ photo: id, verdict, note }) => {
      const photo = photos.get(id)
      return photo
        ? [[intl.formatMessage({ id: `live.decided.${verdict}` }, { photo: shortName(photo) }), note].filter(Boolean).join('. ')]
        : []
    }),
  ]
}

function saidVote(before: SeenVote | undefined, { id, question, ballots }: SeenVote, intl: IntlShape): readonly string[] {
  const same = before?.id === id
  if (ballots && !(same && before.ballots)) {
    const counts = choices.map((choice) => {
      const n = ballots.filter((one) => one.choice === choice).length
      return `${intl.formatMessage({ id: `live.choice.${choice}` })} ${n}`
    })
    return [intl.formatMessage({ id: 'live.said.revealed' }, { question, counts: counts.join(', ') })]
  }
  return same ? [] : [intl.formatMessage({ id: 'live.said.asked' }, { question })]
}

/** What is said now. */
export function useSaidTable(): string {
  const intl = useIntl()
  const { table, photoById } = useGallery()
  const [said, say] = useSpoken()
  const before = useRef(table)
  useEffect(() => {
    const last = before.current
    before.current = table
    if (last !== table) for (const sentence of saidOf(last, table, photoById, intl)) say(sentence)
  }, [table, photoById, intl, say])
  return said
}
