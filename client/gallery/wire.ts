/** What a gallery says over the connection. Answers come in the order of the wire; null means that none came. */
import type { GalleryCommand } from '../../common/gallery/commands.ts'
import type { CommandId, GalleryId, PersonId, SheetId } from '../../common/ids.ts'
import type { Answer, PresenceSay, PushAnswer, PushAsk } from '../../common/protocol/live.ts'
import { done, type Result, refuse } from '../../common/result.ts'
import type { ReadThread } from '../../common/sheet/reading.ts'
import { answerWithin, type Connection } from '../net/connection.ts'
import { newId } from '../net/new-id.ts'

export interface Wire {
  push(ask: Omit<PushAsk, 'gallery'>, answered: (answer: PushAnswer | null) => void): void
  do(id: CommandId, command: GalleryCommand, answered: (answer: Answer<{ readonly rev: number }> | null) => void): void
  /** A command nobody waits offline for: no answer is the refusal `retry`. */
  ask(command: GalleryCommand): Promise<Result<{ readonly rev: number }>>
  say(say: PresenceSay): void
  /** Null: no answer. */
  callable(sheet: SheetId): Promise<readonly PersonId[] | null>
  /** False: not kept, say it again with the next connection. */
  read(threads: readonly ReadThread[], answered: (kept: boolean) => void): void
}

export function wireOf({ socket }: Connection, gallery: GalleryId): Wire {
  const wire: Wire = {
    push(ask, answered) {
      socket.timeout(answerWithin).emit('sheet:push', { gallery, ...ask }, (lost, answer) => answered(lost ? null : answer))
    },
    do(id, command, answered) {
      socket.timeout(answerWithin).emit('gallery:do', { gallery, id, command }, (lost, answer) => answered(lost ? null : answer))
    },
    ask: (command) =>
      new Promise((resolve) => {
        if (!socket.connected) resolve(refuse('retry'))
        else
          wire.do(newId<CommandId>('command'), command, (answer) => {
            if (answer === null) resolve(refuse('retry'))
            else resolve(answer.ok ? done({ rev: answer.rev }) : answer)
          })
      }),
    say(say) {
      if (socket.connected) socket.emit('presence:say', say)
    },
    callable: (sheet) =>
      new Promise((resolve) => {
        if (!socket.connected) resolve(null)
        else
          socket.timeout(answerWithin).emit('talk:callable', { gallery, sheet }, (lost, answer) => {
            resolve(lost === null && answer.ok ? answer.persons : null)
          })
      }),
    read(threads, answered) {
      socket.timeout(answerWithin).emit('talk:read', { gallery, threads }, (lost, answer) => answered(lost === null && answer.ok))
    },
  }
  return wire
}
