import { describe, expect, test } from '@jest/globals'
import { createIntl } from 'react-intl'
import type { SessionView } from '../../../client/gallery/session-view.ts'
import { en } from '../../../client/messages/en.ts'
import { saidOf } from '../../../client/session/said-table.ts'
import type { DecisionId, PersonId, PhotoId, SceneId, SessionId, VoteId } from '../../../common/ids.ts'
import type { SeenPhoto } from '../../../common/visibility/seen.ts'
import type { SeenVote } from '../../../common/visibility/session-seen.ts'

const intl = createIntl({ locale: 'en', messages: { ...en } })
const photo = 'p_00000000000000000001' as PhotoId
const [ada, ben] = ['v_ada' as PersonId, 'v_ben' as PersonId]
const photos = new Map<PhotoId, SeenPhoto>([
  [
    photo,
    { kind: 'photo', id: photo, scene: 's' as SceneId, cameraName: 'PRF_0004.jpg', order: 1, state: 'ready', addedAt: 1, versions: [] },
  ],
])
const still: SessionView = { session: null, topics: [], votes: new Map(), decisions: [], ballots: new Map() }
const led: SessionView = { ...still, session: { kind: 'session', id: 'n_1' as SessionId, leader: ada, startedAt: 1 } }
const vote: SeenVote = {
  kind: 'vote',
  id: 'w_1' as VoteId,
  photo,
  question: 'Does PRF_0004 stay?',
  by: ada,
  at: 1,

  voted: [],
}
const { voted: _, ...open } = vote
const revealed: SeenVote = {
  ...open,
  ballots: [
    { person: ada, choice: 'yes' },
    { person: ben, choice: 'unsure' },
  ],
}
const decision = {
  kind: 'decision' as const,
  id: 'd_1' as DecisionId,
  photo,
  verdict: 'kept' as const,
  note: 'For the cover',
  by: ada,
  at: 3,
  ballots: [],
}
const withVote = (one: SeenVote): SessionView => ({ ...led, votes: new Map([[photo, one]]) })
const said = (before: SessionView, after: SessionView) => saidOf(before, after, photos, intl)

describe('what is read out of a session', () => {
  test('[REACH-16] a question, its outcome, a decision and the end are read out once; what lay there already is not', () => {
    expect(said(led, withVote(vote))).toEqual(['Asked: Does PRF_0004 stay?'])
    expect(said(withVote(vote), withVote({ ...vote, voted: [ada] }))).toEqual([])
    expect(said(withVote(vote), withVote(revealed))).toEqual(['Does PRF_0004 stay? Yes 1, No 0, Not sure 1'])
    expect(said(withVote(revealed), withVote(revealed))).toEqual([])
    expect(said(led, { ...led, decisions: [decision] })).toEqual(['Decided: PRF_0004 is kept. For the cover'])
    expect(said({ ...led, decisions: [decision] }, led)).toEqual([])
    expect(said(led, still)).toEqual(['The session is over'])
    expect(said(still, { ...withVote(vote), decisions: [decision] })).toEqual([])
  })
})
