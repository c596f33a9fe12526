/** What a gallery says over the connection. Answers come in the order of the wire; null means that none came. */
import type { GalleryCommand } from '../../common/gallery/commands.ts'
import type { CommandId, GalleryId } from '../../common/ids.ts'
import type { Answer, PresenceSay, PushAnswer, PushAsk } from '../../common/protocol/live.ts'
import { answerWithin, type Connection } from '../net/connection.ts'

export interface Wire {
  push(ask: Omit<PushAsk, 'gallery'>, answered: (answer: PushAnswer | null) => void): void
  do(id: CommandId, command: GalleryCommand, answered: (answer: Answer<{ readonly rev: number }> | null) => void): void
  say(say: PresenceSay): void
}

export function wireOf({ socket }: Connection, gallery: GalleryId): Wire {
  return {
    push(ask, answered) {
      socket.timeout(answerWithin).emit('sheet:push', { gallery, ...ask }, (lost, answer) => answered(lost ? null : answer))
    },
    do(id, command, answered) {
      socket.timeout(answerWithin).emit('gallery:do', { gallery, id, command }, (lost, answer) => answered(lost ? null : answer))
    },
    say(say) {
      if (socket.connected) socket.emit('presence:say', say)
    },
  }
}
