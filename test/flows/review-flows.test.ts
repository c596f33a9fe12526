/** Drawing, calling by name, talking over, voting, deciding and saving views, by the doors alone and over restarts: once on each database. */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { GalleryStore } from '../../client/gallery/gallery-view.ts'
import { newId } from '../../client/net/new-id.ts'
import type { GalleryCommand } from '../../common/gallery/commands.ts'
import type { CommentId, DecisionId, DrawingId, PersonId, SessionId, TopicId, ViewId, VoteId } from '../../common/ids.ts'
import { type Point, packPoints } from '../../common/sheet/geometry.ts'
import type { SeenVote } from '../../common/visibility/session-seen.ts'
import { onEachDatabase } from '../helpers/databases.ts'
import { ProofingStory } from '../helpers/proofing-story.ts'

jest.setTimeout(60_000)

/** Places of the pages, in the order in which they were opened. */
const [desk, clara, mara] = [0, 1, 2] as const
const line: readonly Point[] = [
  [0.125, 0.25],
  [0.25, 0.5],
  [0.5, 0.75],
]

onEachDatabase('the flows of a review', (database) => {
  const [drawing, covered, erased] = [newId<DrawingId>('drawing'), newId<DrawingId>('drawing'), newId<DrawingId>('drawing')]
  const [vote, decision] = [newId<VoteId>('vote'), newId<DecisionId>('decision')]
  const [topic, done, withdrawn] = [newId<TopicId>('topic'), newId<TopicId>('topic'), newId<TopicId>('topic')]
  const [own, teams, everyones] = [newId<ViewId>('view'), newId<ViewId>('view'), newId<ViewId>('view')]
  let story: ProofingStory

  const store = (page: number): GalleryStore => story.page(page).store
  const ask = async (page: number, command: GalleryCommand) => expect(await store(page).actions.do(command)).toMatchObject({ ok: true })
  const code = async (page: number, command: GalleryCommand) => {
    const answer = await store(page).actions.do(command)
    return answer.ok ? 'ok' : answer.refusal.code
  }
  /** Resolves when it holds on each of these pages. */
  const seen = (pages: readonly number[], enough: (of: GalleryStore) => boolean) =>
    Promise.all(pages.map((page) => story.page(page).until(enough)))
  const voteOn = (page: number): SeenVote | undefined => store(page).view().table.votes.get(story.photo(0))
  const viewsOn = (page: number) =>
    store(page)
      .view()
      .views.map(({ id }) => id)
  const saved = (page: number) => story.page(page).until((of) => of.view().saved === 'saved')
  const person = (guest: number): PersonId => story.guest(guest).person

  beforeAll(async () => {
    story = await ProofingStory.furnished(database)
    await story.open(story.owner)
    await story.invite('mainClient', 'Clara Winter')
    await story.invite('invited', 'Mara Voss')
    await seen([desk], (of) => of.view().people.has(person(0)) && of.view().people.has(person(1)))
  })
  afterAll(() => story.end())

  test('[DRAW-40] [DRAW-41] a stroke is seen while it is drawn, then as it is kept; what was moved, hidden and deleted is so for everyone', async () => {
    const photo = story.photo(0)
    const { actions } = store(clara)
    const version = store(clara).view().photoById.get(photo)?.versions.at(-1)?.id
    if (!version) throw new Error('nothing to draw on')
    const looks = { version, tool: 'pen', colour: '#d0312d', width: 0.005 } as const
    for (const page of [desk, clara]) store(page).actions.say({ photo })
    // Beside another one it is seen too.
    const side = { manner: 'compare', photos: [story.photo(1), photo], dropped: [] } as const
    store(mara).actions.say({ photo: story.photo(1), side })
    actions.sayStroke(photo, { id: drawing, ...looks, points: line.slice(0, 2), pressure: [], teamOnly: false })
    await seen([desk, mara], (of) => of.strokes.all().some(({ id, person: by }) => id === drawing && by === person(0)))
    const ink = { ...looks, points: packPoints(line), pressure: new Uint8Array(), text: null }
    actions.draw(photo, drawing, ink)
    actions.sayStroke(photo, null)
    for (const id of [covered, erased]) actions.draw(photo, id, { ...ink, tool: 'ellipse' })
    await seen([desk, mara], (of) => of.talk(photo).drawings.length === 3)
    actions.deleteDrawing(photo, erased)
    const moved = packPoints(line.map(([x, y]) => [x, y / 2]))
    actions.changeDrawing(photo, drawing, { points: moved, pressure: new Uint8Array(), width: 0.01 })
    actions.hideDrawing(photo, covered, true)
    await seen([desk, mara], (of) => {
      const drawings = new Map(of.talk(photo).drawings.map((one) => [one.id, one]))
      return drawings.size === 2 && drawings.get(drawing)?.width === 0.01 && drawings.get(covered)?.hidden === true
    })
    expect(
      store(mara)
        .talk(photo)
        .drawings.find(({ id }) => id === drawing),
    ).toMatchObject({ author: person(0), points: moved, tool: 'pen' })
  })

  test('[TALK-10] [TALK-4] whoever is called by name is told so, who is not is not', async () => {
    const photo = story.photo(0)
    const at = { beside: null, teamOnly: false }
    expect(new Set(await store(clara).actions.callable(photo, at))).toEqual(new Set([story.owner.person, person(0), person(1)]))
    const words = { body: '@Mara Voss, is this you?', place: [0.5, 0.25] as const, drawing, mentions: [person(1)] }
    const said = store(clara).actions.comment(photo, words) as CommentId
    await seen([mara], (of) => of.marks(photo).called && of.marks(photo).unread === 1)
    expect(store(mara).talk(photo).threads[0]).toMatchObject({ called: said, first: { ...words, author: person(0) } })
    await seen([desk], (of) => of.marks(photo).unread === 1)
    expect(store(desk).marks(photo).called).toBe(false)
  })

  test('[SESSION-3] [SESSION-5] topics are brought up and ticked off; a vote is blind, also to who leads', async () => {
    await ask(desk, { type: 'session:start', id: newId<SessionId>('session') })
    for (const [id, page] of [
      [topic, clara],
      [done, mara],
      [withdrawn, mara],
    ] as const)
      await ask(page, { type: 'topic:add', id, photo: story.photo(1), text: 'For the cover?' })
    await ask(desk, { type: 'topic:check', id: done, done: true })
    await ask(mara, { type: 'topic:remove', id: withdrawn })
    expect(await code(mara, { type: 'topic:check', id: topic, done: true })).toBe('not-allowed')
    await ask(desk, { type: 'vote:open', id: vote, photo: story.photo(0), question: 'Full page?' })
    await ask(clara, { type: 'vote:cast', id: vote, choice: 'no' })
    await ask(clara, { type: 'vote:cast', id: vote, choice: 'yes' })
    await ask(mara, { type: 'vote:cast', id: vote, choice: 'unsure' })
    await seen([desk, clara, mara], (of) => of.view().table.votes.get(story.photo(0))?.voted?.length === 2)
    for (const page of [desk, clara, mara]) expect(voteOn(page)).not.toHaveProperty('ballots')
    expect([desk, clara, mara].map((page) => store(page).view().table.ballots.get(vote))).toEqual([undefined, 'yes', 'unsure'])
    expect(await code(mara, { type: 'vote:reveal', id: vote })).toBe('not-allowed')
  })

  test('[FIND-7] views are found by whom they are for', async () => {
    const save = (id: ViewId, name: string) => ({ type: 'view:save', id, name, pairs: [['flag', 'pick']] }) as const
    await ask(clara, { ...save(own, 'For the book'), circle: 'me' })
    await ask(desk, { ...save(teams, 'To retouch'), circle: 'team' })
    await ask(desk, { ...save(everyones, 'Picks'), circle: 'everyone' })
    expect(await code(mara, { ...save(newId<ViewId>('view'), 'Mine for all'), circle: 'everyone' })).toBe('not-allowed')
    await seen([desk, clara, mara], (of) => of.view().views.some(({ id }) => id === everyones))
    expect([viewsOn(desk), viewsOn(clara), viewsOn(mara)]).toEqual([[everyones, teams], [own, everyones], [everyones]])
  })

  test('[KEEP-12] [SESSION-5] a restart in the midst of a vote keeps it blind; revealed and decided, everyone is told how', async () => {
    for (const page of [desk, clara, mara]) await saved(page)
    await story.restart()
    const again = await story.open(story.guest(0))
    expect([...again.store.view().table.ballots]).toEqual([[vote, 'yes']])
    expect(again.store.view().table.votes.get(story.photo(0))).toMatchObject({ question: 'Full page?', by: story.owner.person })
    // They are back once they meet both of Clara's.
    await seen([desk, mara], (of) => of.view().here.length === 3 && of.view().table.votes.get(story.photo(0))?.voted?.length === 2)
    for (const page of [desk, clara, mara]) expect(voteOn(page)).not.toHaveProperty('ballots')
    await ask(desk, { type: 'vote:reveal', id: vote })
    const ballots = [
      { person: person(0), choice: 'yes' },
      { person: person(1), choice: 'unsure' },
    ]
    await seen([desk, clara, mara], (of) => of.view().table.votes.get(story.photo(0))?.ballots?.length === 2)
    for (const page of [desk, clara, mara]) expect(voteOn(page)?.ballots).toEqual(expect.arrayContaining(ballots))
    expect(await code(mara, { type: 'vote:cast', id: vote, choice: 'no' })).toBe('stale')
    await ask(desk, { type: 'decision:add', id: decision, photo: story.photo(0), verdict: 'kept', note: 'Full page' })
    await seen([clara, mara], (of) => of.view().table.decisions[0]?.ballots.length === 2)
  })

  test('[KEEP-12] [SESSION-8] after another restart who comes for the first time finds what was drawn, said, voted and decided', async () => {
    await story.restart()
    await story.invite('invited', 'Noah Lind')
    const page = story.pages.length - 1
    const photo = story.photo(0)
    await seen([page], (of) => of.talk(photo).drawings.length === 2 && of.talk(photo).threads.length === 1)
    const { table } = store(page).view()
    expect(
      store(page)
        .talk(photo)
        .drawings.map(({ id, hidden, width }) => [id, hidden, width]),
    ).toEqual([
      [drawing, false, 0.01],
      [covered, true, 0.005],
    ])
    expect(store(page).talk(photo).threads[0]?.first).toMatchObject({ author: person(0), mentions: [person(1)], drawing })
    expect(table.topics.map(({ id, doneAt }) => [id, doneAt !== null])).toEqual([
      [topic, false],
      [done, true],
    ])
    expect(table.votes.get(photo)?.ballots).toHaveLength(2)
    expect(table.decisions).toMatchObject([{ id: decision, verdict: 'kept', note: 'Full page', by: story.owner.person }])
    expect(viewsOn(page)).toEqual([everyones])
    await seen([desk], (of) => of.view().people.has(person(2)))
    const session = store(desk).view().table.session?.id
    if (!session) throw new Error('the session is over')
    await ask(desk, { type: 'session:end', id: session })
    await seen([page], (of) => {
      const { session: going, votes, topics } = of.view().table
      return going === null && votes.size === 0 && topics.length === 1
    })
    expect(store(page).view().table).toMatchObject({ topics: [{ id: topic }], decisions: [{ id: decision }] })
    await ask(desk, { type: 'decision:remove', id: decision })
    await seen([page, clara], (of) => of.view().table.decisions.length === 0)
  })
})
