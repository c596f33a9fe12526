/** Votes: asked and revealed by whoever leads, answered in secret by everyone who takes part and sees the photo. */
import { ballotsPerVote, votesPerSession } from '../limits.ts'
import { done, type Result, refuse } from '../result.ts'
import { same } from '../same.ts'
import { type Asked, authorOf, type Decided, type Of } from './asked.ts'
import type { Vote } from './session-model.ts'
import { leads, photoToTalkAbout, seenEntry } from './session-state.ts'
import { removed, written } from './state.ts'

/** A photo has one vote: a new question takes the place of the one before. */
export function openVote(asked: Of<'vote:open'>): Decided {
  const { state, command, at } = asked
  if (!leads(asked)) return refuse('not-allowed')
  const photo = photoToTalkAbout(asked, command.photo)
  if (!photo.ok) return photo
  const { id, question } = command
  const vote: Vote = { kind: 'vote', id, photo: command.photo, question, by: authorOf(asked), at, ballots: [], revealedAt: null }
  const there = state.votes.get(id)
  if (there) return same({ ...there, at, ballots: [], revealedAt: null }, vote) ? done([]) : refuse('taken')
  const before = [...state.votes.values()].filter((one) => one.photo === vote.photo)
  if (state.votes.size - before.length >= votesPerSession) return refuse('limit-reached', String(votesPerSession))
  return done([...before.map(removed), written(vote)])
}

/** May be changed until it is revealed. */
export function castVote(asked: Of<'vote:cast'>): Decided {
  const vote = voteFor(asked, asked.command.id)
  if (!vote.ok) return vote
  const { ballots, revealedAt } = vote.value
  if (revealedAt !== null) return refuse('stale')
  const person = authorOf(asked)
  const ballot = { person, choice: asked.command.choice }
  const mine = ballots.find((one) => one.person === person)
  if (mine?.choice === ballot.choice) return done([])
  if (!mine && ballots.length >= ballotsPerVote) return refuse('limit-reached', String(ballotsPerVote))
  const next = mine ? ballots.map((one) => (one === mine ? ballot : one)) : [...ballots, ballot]
  return done([written({ ...vote.value, ballots: next })])
}

export function revealVote(asked: Of<'vote:reveal'>): Decided {
  const vote = seenEntry(asked, asked.state.votes.get(asked.command.id))
  if (!vote.ok) return vote
  if (!leads(asked)) return refuse('not-allowed')
  return done(vote.value.revealedAt === null ? [written({ ...vote.value, revealedAt: asked.at })] : [])
}

export function dropVote(asked: Of<'vote:drop'>): Decided {
  const vote = seenEntry(asked, asked.state.votes.get(asked.command.id))
  if (!vote.ok) return vote
  return leads(asked) ? done([removed(vote.value)]) : refuse('not-allowed')
}

function voteFor(asked: Asked, id: Vote['id']): Result<Vote> {
  const vote = seenEntry(asked, asked.state.votes.get(id))
  if (!vote.ok) return vote
  const photo = photoToTalkAbout(asked, vote.value.photo)
  return photo.ok ? vote : photo
}
