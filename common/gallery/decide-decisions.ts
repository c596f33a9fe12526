/** Decisions: made by whoever leads, kept for good with who made them, when, and the revealed vote they followed. */
import { decisionsPerGallery } from '../limits.ts'
import { done, refuse } from '../result.ts'
import { same } from '../same.ts'
import { authorOf, type Decided, type Of } from './asked.ts'
import type { Decision } from './session-model.ts'
import { leads, photoToTalkAbout, seenEntry } from './session-state.ts'
import { removed, written } from './state.ts'

/** What was to be talked about on this photo is talked about. */
export function addDecision(asked: Of<'decision:add'>): Decided {
  const { state, command, at } = asked
  if (!leads(asked)) return refuse('not-allowed')
  const photo = photoToTalkAbout(asked, command.photo)
  if (!photo.ok) return photo
  const vote = [...state.votes.values()].find((one) => one.photo === command.photo && one.revealedAt !== null)
  const { type: _, ...fields } = command
  const decision: Decision = { kind: 'decision', ...fields, by: authorOf(asked), at, ballots: vote?.ballots ?? [] }
  const there = state.decisions.get(decision.id)
  if (there) return same({ ...there, at, ballots: decision.ballots }, decision) ? done([]) : refuse('taken')
  if (state.decisions.size >= decisionsPerGallery) return refuse('limit-reached', String(decisionsPerGallery))
  const talked = [...state.topics.values()].filter((topic) => topic.photo === command.photo && topic.doneAt === null)
  return done([written(decision), ...talked.map((topic) => written({ ...topic, doneAt: at }))])
}

/** A slip taken back, by whoever decided or leads now. */
export function removeDecision(asked: Of<'decision:remove'>): Decided {
  const decision = seenEntry(asked, asked.state.decisions.get(asked.command.id))
  if (!decision.ok) return decision
  return decision.value.by === authorOf(asked) || leads(asked) ? done([removed(decision.value)]) : refuse('not-allowed')
}
