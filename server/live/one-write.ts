/**
 * What is sent together leaves in one write: engine.io would make one of every message, and a write costs more than what is in it.
 * A group of pushes is answered by many small messages to the same few authors.
 */
import type { Socket } from 'socket.io'

interface Stream {
  cork(): void
  uncork(): void
}
/** Where the network stream is kept: typed as their own business. Without it every message is a write of its own, and nothing else. */
interface Wire {
  readonly transport: { readonly socket?: { readonly _socket?: Stream | null } }
}

export function writeTogether(connection: Socket['conn']): void {
  let corked: Stream | null = null
  connection.on('flush', (messages: readonly unknown[]) => {
    corked = messages.length > 1 ? streamOf(connection) : null
    corked?.cork()
  })
  connection.on('drain', () => {
    corked?.uncork()
    corked = null
  })
}

const streamOf = (connection: Socket['conn']): Stream | null => (connection as unknown as Wire).transport.socket?._socket ?? null
