/** What is told of a review session: the shapes that leave the server. */
import type { Ballot, Decision, Session, Topic, Vote } from '../gallery/session-model.ts'
import type { PersonId } from '../ids.ts'

export type SeenSession = Session
export type SeenTopic = Topic
export type SeenDecision = Decision
/** Either `voted` (until it is revealed) or `ballots` (from then on) is there, as far as the view may meet the voters. */
export interface SeenVote extends Omit<Vote, 'ballots' | 'revealedAt'> {
  /** In no order that says when. */
  readonly voted?: readonly PersonId[]
  readonly ballots?: readonly Ballot[]
}

export type SeenSessionRecord = SeenSession | SeenTopic | SeenVote | SeenDecision
