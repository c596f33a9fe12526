/** What can be asked in a review session, as zod schemas: members of `galleryCommand`. */
import { z } from 'zod'
import { decisionId, personId, photoId, sessionId, topicId, voteId } from '../ids.ts'
import { sessionTextLength } from '../limits.ts'
import { choices, verdicts } from './session-model.ts'

const text = z.string().trim().max(sessionTextLength)

export const sessionCommands = [
  z.strictObject({ type: z.literal('session:start'), id: sessionId }),
  z.strictObject({ type: z.literal('session:lead'), id: sessionId, person: personId }),
  z.strictObject({ type: z.literal('session:end'), id: sessionId }),
  z.strictObject({ type: z.literal('topic:add'), id: topicId, photo: photoId, text }),
  z.strictObject({ type: z.literal('topic:check'), id: topicId, done: z.boolean() }),
  z.strictObject({ type: z.literal('topic:remove'), id: topicId }),
  z.strictObject({ type: z.literal('vote:open'), id: voteId, photo: photoId, question: text.min(1) }),
  z.strictObject({ type: z.literal('vote:cast'), id: voteId, choice: z.enum(choices) }),
  z.strictObject({ type: z.literal('vote:reveal'), id: voteId }),
  z.strictObject({ type: z.literal('vote:drop'), id: voteId }),
  z.strictObject({ type: z.literal('decision:add'), id: decisionId, photo: photoId, verdict: z.enum(verdicts), note: text }),
  z.strictObject({ type: z.literal('decision:remove'), id: decisionId }),
] as const

export type SessionCommand = z.infer<(typeof sessionCommands)[number]>

const types: ReadonlySet<string> = new Set(sessionCommands.map(({ shape }) => shape.type.value))

export function isSessionCommand(command: { readonly type: string }): command is SessionCommand {
  return types.has(command.type)
}
