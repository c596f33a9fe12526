/** A slow road to a server: what goes either way arrives late, by chance sooner or later, in order within a connection. */
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { setTimeout as later } from 'node:timers/promises'

export interface Road {
  readonly port: number
  close(): void
}

interface Way {
  readonly to: number
  /** Where it begins; 0 for any that is free. */
  readonly port: number
  /** Milliseconds a piece is late at the most. */
  readonly most: number
}

export async function slowRoad({ to, port, most }: Way): Promise<Road> {
  const open = new Set<Socket>()
  const server = createServer((here) => {
    const there = connect(to, '127.0.0.1')
    for (const socket of [here, there]) {
      open.add(socket.setNoDelay(true))
      socket.on('error', () => undefined)
      socket.on('close', () => open.delete(socket))
    }
    late(here, there, most)
    late(there, here, most)
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      server.close()
      for (const socket of open) socket.destroy()
    },
  }
}

function late(from: Socket, to: Socket, most: number): void {
  // One after the other: two timers may overtake each other.
  let before = Promise.resolve()
  const then = (act: () => void) => {
    const due = Date.now() + Math.random() * most
    before = before.then(() => later(Math.max(0, due - Date.now()))).then(act)
  }
  from.on('data', (piece) => then(() => to.writable && to.write(piece)))
  from.on('end', () => then(() => to.end()))
  from.on('close', () => then(() => to.destroy()))
}
