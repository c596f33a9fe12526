/** Which records of a review session a change can alter: themselves, those on the photos it touched, those of the persons it touched. */
import type { Change, GalleryState } from '../gallery/model.ts'
import type { DecisionId, PersonId, PhotoId, SessionId, TopicId, VoteId } from '../ids.ts'

export interface TouchedTable {
  readonly sessions: ReadonlySet<SessionId>
  readonly topics: ReadonlySet<TopicId>
  readonly votes: ReadonlySet<VoteId>
  readonly decisions: ReadonlySet<DecisionId>
}

interface Around {
  readonly photos: ReadonlySet<PhotoId>
  readonly persons: ReadonlySet<PersonId> | 'all'
}

/** Which persons know each other may hang on any grant, so that one that changes concerns everyone: `persons` is then 'all'. */
export function touchedTable(changes: readonly Change[], states: readonly GalleryState[], { photos, persons }: Around): TouchedTable {
  const touches = (person: PersonId) => persons === 'all' || persons.has(person)
  const on = <Id extends string>(kind: Change['kind'], records: (state: GalleryState) => readonly (readonly [Id, boolean])[]) => {
    const ids = new Set<Id>(changes.filter((change) => change.kind === kind).map(({ id }) => id as Id))
    for (const state of states) for (const [id, touched] of records(state)) if (touched) ids.add(id)
    return ids
  }
  return {
    sessions: on('session', ({ sessions }) => [...sessions.values()].map(({ id, leader }) => [id, touches(leader)])),
    topics: on('topic', ({ topics }) => [...topics.values()].map(({ id, photo, by }) => [id, photos.has(photo) || touches(by)])),
    votes: on('vote', ({ votes }) =>
      [...votes.values()].map(({ id, photo, by, ballots }) => [
        id,
        photos.has(photo) || touches(by) || ballots.some(({ person }) => touches(person)),
      ]),
    ),
    decisions: on('decision', ({ decisions }) =>
      [...decisions.values()].map(({ id, photo, by, ballots }) => [
        id,
        photos.has(photo) || touches(by) || ballots.some(({ person }) => touches(person)),
      ]),
    ),
  }
}
