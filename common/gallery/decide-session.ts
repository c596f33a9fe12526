/**
 * A review session: one at a time, led by one person of the studio or a main client. Whoever leads asks, reveals and decides; staff may
 * do so too, for it is their gallery. What is not seen is answered like what does not exist.
 */
import { assertNever, done, type Result, refuse } from '../result.ts'
import { canEnter } from '../visibility/see.ts'
import { mayHandTo, mayPresent } from '../visibility/session.ts'
import { type Asked, authorOf, type Decided, type Of } from './asked.ts'
import { addDecision, removeDecision } from './decide-decisions.ts'
import { addTopic, checkTopic, removeTopic } from './decide-topics.ts'
import { castVote, dropVote, openVote, revealVote } from './decide-votes.ts'
import type { SessionCommand } from './session-commands.ts'
import type { Session } from './session-model.ts'
import { leads, sessionOf } from './session-state.ts'
import { removed, written } from './state.ts'

export function decideSession(asked: Asked<SessionCommand>): Decided {
  const { command, viewer, state } = asked
  if (viewer && !canEnter(viewer, state)) return refuse('not-found')
  switch (command.type) {
    case 'session:start':
      return startSession({ ...asked, command })
    case 'session:lead':
      return handOver({ ...asked, command })
    case 'session:end':
      return endSession({ ...asked, command })
    case 'topic:add':
      return addTopic({ ...asked, command })
    case 'topic:check':
      return checkTopic({ ...asked, command })
    case 'topic:remove':
      return removeTopic({ ...asked, command })
    case 'vote:open':
      return openVote({ ...asked, command })
    case 'vote:cast':
      return castVote({ ...asked, command })
    case 'vote:reveal':
      return revealVote({ ...asked, command })
    case 'vote:drop':
      return dropVote({ ...asked, command })
    case 'decision:add':
      return addDecision({ ...asked, command })
    case 'decision:remove':
      return removeDecision({ ...asked, command })
    default:
      return assertNever(command)
  }
}

function startSession(asked: Of<'session:start'>): Decided {
  const { viewer, state, command, at } = asked
  if (viewer && !mayPresent(viewer, state)) return refuse('not-allowed')
  const leader = authorOf(asked)
  const on = sessionOf(state)
  if (on) return on.id === command.id && on.leader === leader ? done([]) : refuse('taken')
  const session: Session = { kind: 'session', id: command.id, leader, startedAt: at }
  return done([written(session)])
}

/** To whoever may lead, as far as the asker may know of them: staff take the lead this way too. */
function handOver(asked: Of<'session:lead'>): Decided {
  const { state, command, at } = asked
  const session = sessionLed(asked, command.id)
  if (!session.ok) return session
  if (!mayHandTo(asked.viewer, state, { person: command.person, now: at })) return refuse('not-allowed')
  return done(session.value.leader === command.person ? [] : [written({ ...session.value, leader: command.person })])
}

/** Votes end with the session; of what was to be talked about the rest stays. */
function endSession(asked: Of<'session:end'>): Decided {
  const { state, command } = asked
  if (!state.sessions.has(command.id) && sessionOf(state) === null && (!asked.viewer || mayPresent(asked.viewer, state))) return done([])
  const session = sessionLed(asked, command.id)
  if (!session.ok) return session
  const over = [...state.topics.values()].filter(({ doneAt }) => doneAt !== null)
  return done([session.value, ...state.votes.values(), ...over].map(removed))
}

function sessionLed(asked: Asked, id: Session['id']): Result<Session> {
  const session = asked.state.sessions.get(id)
  if (asked.viewer && !mayPresent(asked.viewer, asked.state)) return refuse('not-allowed')
  if (!session) return refuse('not-found')
  return leads(asked) ? done(session) : refuse('not-allowed')
}
