/** What belongs to one person alone and therefore stands in no view: own ballots, and own entries where a view would not show them. */
import type { GalleryState } from '../gallery/model.ts'
import type { Choice } from '../gallery/session-model.ts'
import type { PersonId, VoteId } from '../ids.ts'
import { looking } from './records.ts'
import { canSee, isStaff } from './see.ts'
import type { SeenView } from './seen.ts'
import { tableOf } from './session.ts'
import type { SeenSessionRecord } from './session-seen.ts'
import type { Viewer } from './viewer.ts'
import { ownViews } from './views.ts'

export interface Mine {
  readonly records: readonly SeenSessionRecord[]
  /** Saved views of one's own. */
  readonly views: readonly SeenView[]
  readonly ballots: readonly { readonly vote: VoteId; readonly choice: Choice }[]
}

export const nothingMine: Mine = { records: [], ballots: [], views: [] }

export function mineOf(viewer: Viewer, state: GalleryState): Mine {
  if (state.sessions.size + state.topics.size + state.votes.size + state.decisions.size + state.views.size === 0) return nothingMine
  const { person } = viewer
  const ballots = [...state.votes.values()].flatMap((vote) => {
    const photo = state.photos.get(vote.photo)
    const ballot = vote.ballots.find((one) => one.person === person)
    return photo && ballot && canSee(viewer, state, photo) ? [{ vote: vote.id, choice: ballot.choice }] : []
  })
  return {
    records: isStaff(viewer) ? [] : ownRecords(viewer, state),
    ballots,
    views: state.views.size > 0 ? ownViews(looking(viewer, state)) : [],
  }
}

/** Where clients are kept apart, not even those of equal grants are told of each other: so each is told of their own. */
function ownRecords(viewer: Viewer, state: GalleryState): readonly SeenSessionRecord[] {
  const { person } = viewer
  const table = tableOf(viewer, state, person)
  const own = <One extends { readonly by: PersonId }>(records: ReadonlyMap<string, One>) =>
    [...records.values()].filter(({ by }) => by === person)
  return [
    ...[...state.sessions.values()].filter(({ leader }) => leader === person).map(table.session),
    ...own(state.topics).map(table.topic),
    ...own(state.votes).map(table.vote),
    ...own(state.decisions).map(table.decision),
  ].filter((record) => record !== null)
}
