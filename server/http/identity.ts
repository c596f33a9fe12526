/** Who a request comes from: the user of its session, else the visitor of its cookie. One code for pages and upgrades. */
import { type IncomingMessage, ServerResponse } from 'node:http'
import type { Request, RequestHandler, Response } from 'express'
import session from 'express-session'
import { z } from 'zod'
import { type PersonId, type UserId, userId } from '../../common/ids.ts'
import type { People } from '../people/api.ts'
import type { Clock, Dice, Store } from '../ports.ts'
import { CookieKeys, keptKey } from './cookie-keys.ts'
import { sessionLasts, VaultSessions } from './session-store.ts'
import { VisitorCookie } from './visitor-cookie.ts'

declare module 'express-session' {
  interface SessionData {
    /** When the session was last extended, milliseconds since 1970. */
    extendedAt?: number
    passport?: { readonly user?: unknown }
  }
}

/** A session in use is extended once in this many milliseconds. */
const extendEvery = 24 * 3_600_000

export interface Identity {
  /** Sessions and cookies, before every route. */
  readonly handlers: readonly RequestHandler[]
  /** Only behind `handlers`. */
  person(req: Request): PersonId | null
  user(req: Request): UserId | null
  /** For upgrades, which no handler has seen. `session`: the one this stands on, null for visitors. */
  identify(request: IncomingMessage): Promise<{ readonly person: PersonId; readonly name: string; readonly session: string | null } | null>
  /** Calls `listener` with every session that ended by signing out or in, before that is answered. */
  onSessionEnd(listener: (session: string) => void): void
  /** The session a request stands on; null for visitors. Only behind `handlers`. */
  session(req: Request): string | null
  /** Which of these sessions have not ended. */
  standing(sessions: readonly string[]): Promise<readonly string[]>
  readonly visitors: VisitorCookie
  /** Keeps the cookie keys fresh. */
  refresh(): Promise<void>
}

export interface IdentityDeps {
  readonly store: Pick<Store, 'names' | 'vault'>
  readonly people: Pick<People, 'nameOf'>
  readonly clock: Clock
  readonly dice: Dice
  /** Browsers come by https. */
  readonly secure: boolean
}

const sessionUser = z.object({ id: userId })

export async function createIdentity({ store, people, clock, dice, secure }: IdentityDeps): Promise<Identity> {
  const keys = new CookieKeys({ names: store.names, clock, dice })
  await keys.refresh()
  const visitors = new VisitorCookie(keys, secure)
  const listeners = new Set<(session: string) => void>()
  const ended = (sid: string) => {
    for (const listener of listeners) listener(sid)
  }
  const kept = new VaultSessions({ vault: store.vault, clock, ended })
  const sessions = session({
    name: 'proofroom-session',
    secret: await keptKey(store.names, dice, 'session-key'),
    store: kept,
    resave: false,
    saveUninitialized: false,
    genid: () => dice.secret(),
    proxy: secure,
    cookie: { httpOnly: true, sameSite: 'lax', secure: secure ? 'auto' : false, maxAge: sessionLasts, path: '/' },
  })
  const extend: RequestHandler = (req, _res, next) => {
    if (req.session.passport && clock.now() - (req.session.extendedAt ?? 0) > extendEvery) req.session.extendedAt = clock.now()
    next()
  }
  const user = (req: Pick<Request, 'session'>): UserId | null => sessionUser.safeParse(req.session?.passport?.user).data?.id ?? null
  const person = (req: Request): PersonId | null => user(req) ?? visitors.read(req)
  const sessionOf = (req: Request): string | null => (user(req) ? req.sessionID : null)
  return {
    handlers: [sessions, extend, visitors.renew],
    person,
    user,
    visitors,
    refresh: () => keys.refresh(),
    identify: async (request) => {
      const req = await withSession(sessions, request)
      const found = person(req)
      const name = found && (await people.nameOf(found))
      return found && name !== null && name !== '' ? { person: found, name, session: sessionOf(req) } : null
    },
    session: sessionOf,
    standing: (sids) => kept.standing(sids),
    onSessionEnd: (listener) => void listeners.add(listener),
  }
}

/** Runs the session's code on a request that is not express'. Nothing is ever written to the answer it is given. */
function withSession(sessions: RequestHandler, request: IncomingMessage): Promise<Request> {
  return new Promise((resolve, reject) => {
    const req = request as Request
    sessions(req, new ServerResponse(request) as Response, (error?: unknown) => (error ? reject(error) : resolve(req)))
  })
}
