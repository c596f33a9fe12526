/** The one Socket.IO connection of a page: every open gallery speaks over it. */
import { io, type Socket } from 'socket.io-client'
import { asName } from '../../common/protocol/as-name.ts'
import type { ClientToServer, ServerToClient } from '../../common/protocol/live.ts'
import * as parser from '../../common/protocol/parser.ts'
import type { Refusal } from '../../common/result.ts'
import type { Subject } from '../../common/visibility/view-as.ts'
import { listenForKeys } from './kept-keys.ts'

export type LiveSocket = Socket<ServerToClient, ClientToServer>

export interface ConnectionOptions {
  /** Origin of the server; absent: the page's own. */
  readonly url?: string
  /** As whom this connection only looks; absent or null: as whoever is here. */
  readonly as?: Subject | null
  /** For programs without a cookie jar. */
  readonly headers?: Readonly<Record<string, string>>
}

/** Milliseconds: first and longest wait before trying again, and the longest wait for an answer. */
const firstDelay = 300
const longestDelay = 5_000
export const answerWithin = 20_000

export interface Connection {
  readonly socket: LiveSocket
  /** Why the server did not let this page in; null while it may. */
  refused(): Refusal | null
  /** Try again now instead of after the next delay. */
  retry(): void
  close(): void
}

export function openConnection({ url, headers, as = null }: ConnectionOptions = {}): Connection {
  let refusal: Refusal | null = null
  const socket: LiveSocket = io(url ?? globalThis.location.origin, {
    path: '/live',
    transports: ['websocket'],
    parser,
    forceNew: true,
    reconnectionDelay: firstDelay,
    reconnectionDelayMax: longestDelay,
    ...(headers ? { extraHeaders: headers } : {}),
    ...(as === null ? {} : { auth: { [asName]: as } }),
  })
  socket.on('connect', () => {
    refusal = null
  })
  socket.on('connect_error', (error) => {
    refusal = refusalIn(error)
  })
  // A server that goes away on purpose comes back: a restart, an update.
  let again: ReturnType<typeof setTimeout> | undefined
  socket.on('disconnect', (reason) => {
    if (reason === 'io server disconnect') again = setTimeout(() => socket.connect(), firstDelay)
  })
  if (globalThis.localStorage && as === null) listenForKeys(socket)
  const retry = () => {
    if (!socket.connected) socket.disconnect().connect()
  }
  const online = () => retry()
  // A dead network leaves the socket open for most of a minute; the browser knows sooner.
  const offline = () => socket.io.engine?.close()
  globalThis.addEventListener?.('online', online)
  globalThis.addEventListener?.('offline', offline)
  return {
    socket,
    refused: () => refusal,
    retry,
    close() {
      globalThis.removeEventListener?.('online', online)
      globalThis.removeEventListener?.('offline', offline)
      clearTimeout(again)
      socket.disconnect()
    },
  }
}

/** Middleware of the server puts the refusal into the error's data. */
function refusalIn(error: Error): Refusal | null {
  const data: unknown = 'data' in error ? error.data : null
  if (typeof data !== 'object' || data === null) return null
  const inner: unknown = 'refusal' in data ? data.refusal : data
  return typeof inner === 'object' && inner !== null && 'code' in inner ? (inner as Refusal) : null
}
