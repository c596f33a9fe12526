/** A review session and what comes of it: what is to be talked about, votes, decisions. All times are milliseconds since 1970 UTC. */
import type { DecisionId, PersonId, PhotoId, SessionId, TopicId, VoteId } from '../ids.ts'

/** At most one is there at a time; when it ends it is removed. */
export interface Session {
  readonly kind: 'session'
  readonly id: SessionId
  /** Who leads now; the photo and the part of it that is shown are presence. */
  readonly leader: PersonId
  readonly startedAt: number
}

/** A photo somebody wants to talk about. */
export interface Topic {
  readonly kind: 'topic'
  readonly id: TopicId
  readonly photo: PhotoId
  readonly text: string
  readonly by: PersonId
  readonly at: number
  /** Talked about; removed when the session ends. */
  readonly doneAt: number | null
}

export const choices = ['yes', 'no', 'unsure'] as const
export type Choice = (typeof choices)[number]

export interface Ballot {
  readonly person: PersonId
  readonly choice: Choice
}

/** A question on one photo, answered in secret until it is revealed. Lives as long as its session. */
export interface Vote {
  readonly kind: 'vote'
  readonly id: VoteId
  readonly photo: PhotoId
  readonly question: string
  readonly by: PersonId
  readonly at: number
  /** In the order of the first votes. */
  readonly ballots: readonly Ballot[]
  readonly revealedAt: number | null
}

export const verdicts = ['kept', 'dropped', 'retouch'] as const
export type Verdict = (typeof verdicts)[number]

/** What was decided about a photo. Kept for good. */
export interface Decision {
  readonly kind: 'decision'
  readonly id: DecisionId
  readonly photo: PhotoId
  readonly verdict: Verdict
  readonly note: string
  readonly by: PersonId
  readonly at: number
  /** Of the revealed vote it followed, if there was one. */
  readonly ballots: readonly Ballot[]
}

export type SessionRecord = Session | Topic | Vote | Decision
