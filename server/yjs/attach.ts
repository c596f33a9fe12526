/**
 * The door for stock Yjs programs: `/yjs/<photo>/<audience>`, spoken by the unmodified `y-websocket` provider.
 * Denied connections are accepted, told why and closed with a code of 4400–4499: the provider tries again for ever on anything else.
 */
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { GalleryId } from '../../common/ids.ts'
import { catchUpBytes } from '../../common/limits.ts'
import { done, type Result, refuse } from '../../common/result.ts'
import type { OpenSheets } from '../sheets/api.ts'
import { ownBytes } from '../sheets/decode.ts'
import { Connection, deny } from './connection.ts'
import type { YjsDeps } from './deps.ts'
import { type Asked, askedIn, type Guest, guestOf, isOurs, standingOf } from './entering.ts'
import { Rooms } from './room.ts'

/** Milliseconds: stock programs leave a connection that is silent for 30 s. */
const keepAliveEvery = 20_000
/** Milliseconds: a right that ended is noticed even where nothing is written. */
const reviewEvery = 500
/** Milliseconds a program has to say good-bye when the server stops. */
const closingPatience = 1_000
/** A frame above this ends the connection before it is read. */
const frameBytes = 8 * catchUpBytes

export function attachYjs(httpServer: Server, deps: YjsDeps): { close(): Promise<void> } {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: frameBytes, perMessageDeflate: false })
  const rooms = new Rooms()
  const connections = new Set<Connection>()

  function onUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (!isOurs(request)) return
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      webSocket.on('error', (fault) => deps.log.warn({ err: fault }, 'a Yjs socket failed'))
      admit(webSocket, request).catch((fault) => {
        deps.log.error({ err: fault }, 'a Yjs connection could not be opened')
        deny(webSocket, 'failed')
      })
    })
  }

  /** Frames that come before the door is open wait. */
  async function admit(socket: WebSocket, request: IncomingMessage): Promise<void> {
    socket.pause()
    const entrance = await entranceOf(deps, request)
    if (!entrance.ok) {
      socket.resume()
      deny(socket, entrance.refusal.code)
      return
    }
    await seat(socket, entrance.value)
    socket.resume()
  }

  async function seat(socket: WebSocket, { asked, guest }: { asked: Asked; guest: Guest }): Promise<void> {
    const sheets = await deps.sheets.open(asked.gallery)
    const connection = new Connection({ deps, socket, asked, guest, sheets })
    connections.add(connection)
    const stop = sheets.onBatch(({ updates }) => {
      for (const update of updates) if (update.sheet === asked.sheet) connection.told(update)
    })
    socket.on('message', (data, isBinary) => {
      if (isBinary && data instanceof Buffer) connection.take(ownBytes(data))
      else connection.end('malformed')
    })
    const release = guest.session && deps.sessions?.hold(guest.session, () => connection.end('sign-in-needed'))
    socket.on('close', () => {
      if (release) release()
      connection.over()
      connections.delete(connection)
      rooms.leave(asked.sheet, connection)
      stop()
      putAway(sheets, asked.gallery)
    })
    connection.greet(rooms.enter(asked.sheet, connection))
    if (socket.readyState !== socket.OPEN) socket.emit('close')
  }

  function putAway(sheets: OpenSheets, gallery: GalleryId): void {
    sheets.close().catch((fault) => deps.log.error({ err: fault, gallery }, 'sheets could not be put away'))
  }

  httpServer.on('upgrade', onUpgrade)
  const stopBeating = beat(connections, deps.beat ?? { keepAlive: keepAliveEvery, review: reviewEvery })

  return {
    close() {
      httpServer.off('upgrade', onUpgrade)
      stopBeating()
      return closeAll(sockets)
    },
  }
}

/** Keeps connections alive and their rights true. */
function beat(connections: ReadonlySet<Connection>, every: NonNullable<YjsDeps['beat']>): () => void {
  const each = (work: (connection: Connection) => void) => () => {
    for (const connection of connections) work(connection)
  }
  const timers = [
    setInterval(
      each((connection) => connection.keepAlive()),
      every.keepAlive,
    ),
    setInterval(
      each((connection) => connection.review()),
      every.review,
    ),
  ]
  for (const timer of timers) timer.unref()
  return () => timers.forEach(clearInterval)
}

async function closeAll(sockets: WebSocketServer): Promise<void> {
  for (const socket of sockets.clients) socket.close(1012)
  const impatience = setTimeout(() => {
    for (const socket of sockets.clients) socket.terminate()
  }, closingPatience)
  await new Promise<void>((resolve) => sockets.close(() => resolve()))
  clearTimeout(impatience)
}

async function entranceOf(deps: YjsDeps, request: IncomingMessage): Promise<Result<{ asked: Asked; guest: Guest }>> {
  const url = new URL(request.url ?? '/', 'http://proofroom')
  const asked = await askedIn(deps, url)
  if (!asked) return refuse('not-found')
  const guest = await guestOf(deps, { request, url, asked })
  if (!guest.ok) return guest
  const standing = await standingOf(deps, guest.value.person, asked)
  return standing.ok ? done({ asked, guest: guest.value }) : standing
}
