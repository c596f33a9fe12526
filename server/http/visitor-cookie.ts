/** The durable cookie a visitor is known by. */
import type { IncomingMessage } from 'node:http'
import { parseCookie } from 'cookie'
import type { RequestHandler, Response } from 'express'
import { type PersonId, visitorId } from '../../common/ids.ts'
import type { CookieKeys } from './cookie-keys.ts'

const cookieName = 'proofroom-visitor'
/** Milliseconds: the longest browsers keep a cookie. */
const cookieLasts = 360 * 24 * 3_600_000

export class VisitorCookie {
  readonly #keys: CookieKeys
  readonly #secure: boolean

  constructor(keys: CookieKeys, secure: boolean) {
    this.#keys = keys
    this.#secure = secure
  }

  /** The visitor this browser was given a cookie as. */
  read(request: IncomingMessage): PersonId | null {
    return this.#parse(request)?.visitor ?? null
  }

  write(res: Response, visitor: PersonId): void {
    const options = { httpOnly: true, sameSite: 'lax', secure: this.#secure, maxAge: cookieLasts, path: '/' } as const
    res.cookie(cookieName, this.#keys.sign(visitor), options)
  }

  /** Signs a cookie of an older key anew, so that whoever keeps coming stays known. */
  readonly renew: RequestHandler = (req, res, next) => {
    const kept = this.#parse(req)
    if (kept?.old) this.write(res, kept.visitor)
    next()
  }

  #parse(request: IncomingMessage): { readonly visitor: PersonId; readonly old: boolean } | null {
    const signed = parseCookie(request.headers.cookie ?? '')[cookieName]
    const read = signed === undefined ? null : this.#keys.read(signed)
    const visitor = visitorId.safeParse(read?.value)
    // A visitor's id is a person's id: the brands differ, the person is one.
    return read && visitor.success ? { visitor: visitor.data, old: read.old } : null
  }
}
