/** The Socket.IO door: one connection a browser, on path `/live`, over WebSocket only. */
import type { Server as HttpServer, IncomingMessage } from 'node:http'
import { Server, type Socket } from 'socket.io'
import type { z } from 'zod'
import type { PersonId } from '../../common/ids.ts'
import { Decoder } from '../../common/protocol/parser.ts'
import { type RefusalCode, refusals } from '../../common/refusals.ts'
import { type Refusal, refuse } from '../../common/result.ts'
import type { Galleries } from '../galleries/api.ts'
import type { KeyBook } from '../people/key-book.ts'
import type { OpenSessions } from '../people/open-sessions.ts'
import { asAuth, callableAsk, commandAsk, fetchAsk, joinAsk, keysAsk, leaveAsk, presenceSay, pushAsk, readSay } from './asks.ts'
import { Connection } from './connection.ts'
import { Encoder } from './encoder.ts'
import { type LiveLimits, liveLimits } from './limits.ts'
import { writeTogether } from './one-write.ts'

export interface LiveDeps {
  readonly galleries: Galleries
  /** Who sent the request, by its cookies, and the session this stands on; null for nobody known. */
  identify(request: IncomingMessage): Promise<Who | null>
  allowedOrigin(request: IncomingMessage): boolean
  /** Ends what stands on a session together with it. */
  readonly sessions?: Pick<OpenSessions, 'hold'>
  /** Keys of whoever signed in. */
  readonly keys?: Pick<KeyBook, 'hold' | 'keep'>
  readonly log: { error(facts: object, text: string): void; warn(facts: object, text: string): void }
  readonly limits?: Partial<LiveLimits>
}

interface Who {
  readonly person: PersonId
  readonly name: string
  readonly session?: string | null
}

export interface Live {
  close(): Promise<void>
}

type Answer = (answer: unknown) => void
type Handler<T> = (ask: T) => Promise<object> | object | undefined

/** Milliseconds a browser may be silent, and between looks at whether it still is there. */
const pingTimeout = 20_000
const pingInterval = 25_000

export function attachLive(http: HttpServer, deps: LiveDeps): Live {
  const limits = { ...liveLimits, ...deps.limits }
  const io = new Server({
    path: '/live',
    serveClient: false,
    transports: ['websocket'],
    destroyUpgrade: false,
    perMessageDeflate: false,
    maxHttpBufferSize: limits.messageBytes,
    pingInterval,
    pingTimeout,
    parser: { Encoder, Decoder },
    allowRequest: (request, allow) => allow(deps.allowedOrigin(request) ? null : 'wrong-origin', deps.allowedOrigin(request)),
  })
  io.attach(http)
  io.use((socket, next) => {
    const auth = asAuth.safeParse(socket.handshake.auth)
    if (!auth.success) return next(refused('not-found'))
    deps.identify(socket.request).then(
      (who) => {
        socket.data = { who: who && { ...who, as: auth.data.as ?? null } }
        next(who ? undefined : refused('sign-in-needed'))
      },
      (fault) => {
        deps.log.error({ err: fault }, 'a connection could not be identified')
        next(refused('failed'))
      },
    )
  })
  io.on('connection', (socket) => {
    const { who } = socket.data
    writeTogether(socket.conn)
    listen(socket, new Connection(socket, { galleries: deps.galleries, limits, who }), deps)
    const release = who.session && deps.sessions?.hold(who.session, () => socket.disconnect(true))
    if (release) socket.on('disconnect', release)
    const letGo = who.as === null && deps.keys?.hold(who.person, (kept) => socket.emit('me:keys', { kept }))
    if (letGo) socket.on('disconnect', letGo)
  })
  return {
    // The HTTP server belongs to whoever opened it: only the sockets end here.
    close: async () => {
      io.disconnectSockets(true)
      io.engine.close()
    },
  }
}

function refused(code: RefusalCode): Error & { data: { refusal: Refusal; sentence: string } } {
  return Object.assign(new Error(code), { data: { refusal: { code }, sentence: refusals[code].sentence } })
}

function listen(socket: Socket, connection: Connection, deps: LiveDeps): void {
  const on = <T>(event: string, schema: z.ZodType<T>, handle: Handler<T>) => {
    socket.on(event, (ask: unknown, answer: unknown) => {
      const reply: Answer | null = typeof answer === 'function' ? (answer as Answer) : null
      const say = (given: object | undefined) => {
        if (given) reply?.(given)
        if (event === 'gallery:join') connection.joinAnswered()
        const code = refusalIn(given)
        if ((code && !connection.behaves(code)) || connection.overfull()) socket.disconnect(true)
      }
      const fail = (fault: unknown) => {
        deps.log.error({ err: fault, event }, 'an event failed')
        say(refuse('failed'))
      }
      try {
        const parsed = schema.safeParse(ask)
        const given = parsed.success ? handle(parsed.data) : refuse('malformed')
        if (given instanceof Promise) given.then(say).catch(fail)
        else say(given)
      } catch (fault) {
        fail(fault)
      }
    })
  }
  on('gallery:join', joinAsk, (ask) => connection.join(ask))
  on('gallery:leave', leaveAsk, ({ gallery }) => {
    connection.leave(gallery)
    return undefined
  })
  on('gallery:do', commandAsk, (ask) => connection.perform(ask))
  on('sheet:push', pushAsk, (ask) => connection.push(ask))
  on('sheet:fetch', fetchAsk, ({ gallery, sheets }) => connection.fetch(gallery, sheets))
  on('talk:callable', callableAsk, ({ gallery, sheet }) => connection.callable(gallery, sheet))
  on('talk:read', readSay, ({ gallery, threads }) => connection.read(gallery, threads))
  on('me:keys', keysAsk, (wishes) => connection.ask(() => deps.keys?.keep(connection.person, wishes) ?? refuse('not-found')))
  on('presence:say', presenceSay, (say) => {
    connection.say(say)
    return undefined
  })
  socket.on('disconnect', () => connection.close())
}

function refusalIn(given: object | undefined): RefusalCode | null {
  return given && 'refusal' in given ? (given.refusal as Refusal).code : null
}
