/** Random commands of a review session. Ids are few, so that commands meet. */
import fc from 'fast-check'
import type { SessionCommand } from '../../common/gallery/session-commands.ts'
import { choices, verdicts } from '../../common/gallery/session-model.ts'
import type { DecisionId, SessionId, TopicId, VoteId } from '../../common/ids.ts'
import { photographer, photoIdOf, visitorIdOf } from './sample-gallery.ts'

const id = (prefix: string, n: number): string => `${prefix}_${String(n).padStart(20, '0')}`
export const sessionIdOf = (n: number) => id('h', n) as SessionId
export const topicIdOf = (n: number) => id('t', n) as TopicId
export const voteIdOf = (n: number) => id('b', n) as VoteId
export const decisionIdOf = (n: number) => id('e', n) as DecisionId

const numbers = (count: number) => fc.integer({ min: 1, max: count })
const photo = numbers(4).map(photoIdOf)
const type = <Type extends SessionCommand['type']>(value: Type) => fc.constant(value)
const text = fc.constantFrom('Full page?', 'Too close')
const session = numbers(2).map(sessionIdOf)
const topic = numbers(4).map(topicIdOf)
const vote = numbers(4).map(voteIdOf)

export const anySessionCommand: fc.Arbitrary<SessionCommand> = fc.oneof(
  fc.record({ type: type('session:start'), id: session }),
  fc.record({ type: type('session:lead'), id: session, person: fc.constantFrom(photographer, visitorIdOf(1), visitorIdOf(2)) }),
  fc.record({ type: type('session:end'), id: session }),
  fc.record({ type: type('topic:add'), id: topic, photo, text }),
  fc.record({ type: type('topic:check'), id: topic, done: fc.boolean() }),
  fc.record({ type: type('vote:open'), id: vote, photo, question: text }),
  fc.record({ type: type('vote:cast'), id: vote, choice: fc.constantFrom(...choices) }),
  fc.record({ type: type('vote:reveal'), id: vote }),
  fc.record({ type: type('decision:add'), id: numbers(3).map(decisionIdOf), photo, verdict: fc.constantFrom(...verdicts), note: text }),
)
