/** The table as screens read it: the session, what is to be talked about, votes and decisions. */
import type { Choice } from '../../common/gallery/session-model.ts'
import type { PhotoId, VoteId } from '../../common/ids.ts'
import type { Mine } from '../../common/visibility/mine.ts'
import type { SeenPhoto } from '../../common/visibility/seen.ts'
import type { SeenDecision, SeenSession, SeenSessionRecord, SeenTopic, SeenVote } from '../../common/visibility/session-seen.ts'

export interface SessionView {
  readonly session: SeenSession | null
  /** In the order they were brought up. */
  readonly topics: readonly SeenTopic[]
  readonly votes: ReadonlyMap<PhotoId, SeenVote>
  /** Newest first. */
  readonly decisions: readonly SeenDecision[]
  /** Own votes. */
  readonly ballots: ReadonlyMap<VoteId, Choice>
}

/** What is one's own stands in no view: it is laid beside what the view shows. Nothing hangs on a photo that is not there. */
export function sessionViewOf(seen: readonly SeenSessionRecord[], mine: Mine, photos: ReadonlyMap<PhotoId, SeenPhoto>): SessionView {
  const all = new Map([...mine.records, ...seen].map((record) => [record.id as string, record]))
  let session: SeenSession | null = null
  const topics: SeenTopic[] = []
  const votes = new Map<PhotoId, SeenVote>()
  const decisions: SeenDecision[] = []
  for (const record of all.values()) {
    if (record.kind === 'session') session = record
    else if (!photos.has(record.photo)) continue
    else if (record.kind === 'topic') topics.push(record)
    else if (record.kind === 'vote') votes.set(record.photo, record)
    else decisions.push(record)
  }
  topics.sort(byTime)
  decisions.sort(byTime).reverse()
  return { session, topics, votes, decisions, ballots: new Map(mine.ballots.map(({ vote, choice }) => [vote, choice])) }
}

const byTime = (a: { readonly at: number; readonly id: string }, b: { readonly at: number; readonly id: string }) =>
  a.at - b.at || (a.id < b.id ? -1 : 1)
