/** A typed live client that remembers what it was told. */
import { io, type Socket } from 'socket.io-client'
import type { GalleryCommand } from '../../common/gallery/commands.ts'
import type { GalleryId } from '../../common/ids.ts'
import type { KeyWishes } from '../../common/key-wishes.ts'
import { protocol } from '../../common/limits.ts'
import type { Answer, ClientToServer, JoinAsk, Joined, PresenceFrame, ServerToClient, ToldFrame } from '../../common/protocol/live.ts'
import * as parser from '../../common/protocol/parser.ts'
import type { Refusal } from '../../common/result.ts'
import type { Subject } from '../../common/visibility/view-as.ts'
import { plainJoined, plainPiece } from './unpacked.ts'

/** Milliseconds after which an answer is given up. */
const patience = 40_000
let commands = 0

export interface Heard {
  readonly told: ToldFrame[]
  readonly bundles: Uint8Array[]
  readonly frames: Uint8Array[]
  readonly presence: PresenceFrame[]
  readonly closed: { readonly gallery: GalleryId; readonly refusal: Refusal }[]
  readonly behind: GalleryId[]
  readonly keys: (KeyWishes | null)[]
}

export interface LiveClient {
  readonly socket: Socket<ServerToClient, ClientToServer>
  /** Everything heard so far, oldest first. */
  readonly heard: Heard
  join(gallery: GalleryId, more?: Partial<JoinAsk>): Promise<Answer<Joined>>
  /** Does a command; the id is a fresh one unless given. */
  do(gallery: GalleryId, command: GalleryCommand, id?: string): Promise<Answer<{ readonly rev: number }>>
  /** Resolves once what was heard satisfies `enough`. */
  until(enough: (heard: Heard) => boolean): Promise<void>
  close(): void
}

export async function connectLive(url: string, cookie: string, as: Subject | null = null): Promise<LiveClient> {
  const socket: Socket<ServerToClient, ClientToServer> = io(url, {
    path: '/live',
    transports: ['websocket'],
    parser,
    forceNew: true,
    reconnection: false,
    extraHeaders: { cookie },
    auth: as === null ? {} : { as },
  })
  const heard = listen(socket)
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', (error) => reject(error))
  })
  return {
    socket,
    heard,
    join: async (gallery, more = {}) =>
      plainJoined(await socket.timeout(patience).emitWithAck('gallery:join', { gallery, protocol, app: 'test', ...more })),
    do: (gallery, command, id = commandId()) => socket.timeout(patience).emitWithAck('gallery:do', { gallery, id, command }),
    until: (enough) => until(socket, () => enough(heard)),
    close: () => socket.disconnect(),
  }
}

/** A command id as clients mint it. */
export function commandId(): string {
  commands += 1
  return `o_${`${process.pid}x${Date.now().toString(36)}x${commands}`.padEnd(20, '0').slice(-20)}`
}

function listen(socket: Socket<ServerToClient, ClientToServer>): Heard {
  const heard: Heard = { told: [], bundles: [], frames: [], presence: [], closed: [], behind: [], keys: [] }
  socket.on('gallery:told', (frame) => heard.told.push(frame))
  socket.on('sheet:bundle', (bytes) => heard.bundles.push(plainPiece(bytes)))
  socket.on('sheet:frame', (bytes) => heard.frames.push(bytes))
  socket.on('presence:frame', (frame) => heard.presence.push(frame))
  socket.on('gallery:closed', (end) => heard.closed.push(end))
  socket.on('gallery:behind', ({ gallery }) => heard.behind.push(gallery))
  socket.on('me:keys', ({ kept }) => heard.keys.push(kept))
  return heard
}

function until(socket: Socket<ServerToClient, ClientToServer>, enough: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      if (!enough()) return
      clearTimeout(giveUp)
      socket.offAny(heard)
      resolve()
    }
    // Whoever listens to anything is told before those who keep it.
    const heard = (): void => queueMicrotask(look)
    const giveUp = setTimeout(() => {
      socket.offAny(heard)
      reject(new Error('what was waited for was not heard'))
    }, patience)
    socket.onAny(heard)
    look()
  })
}
